package io.keyreel.workflow;

import io.keyreel.access.Action;
import io.keyreel.access.Policy;
import io.keyreel.access.User;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps reviewers off each other's spans: whoever looks at one has it for a while. */
@Service
public class SpanLeases {
  private static final Duration LIFE = Duration.ofMinutes(3);

  private final SpanLeaseStore store;
  private final Policy policy;
  private final InstantSource clock;

  SpanLeases(SpanLeaseStore store, Policy policy, InstantSource clock) {
    this.store = store;
    this.policy = policy;
    this.clock = clock;
  }

  /** Takes spans, or keeps them longer; those that somebody else has are left out. */
  @Transactional
  public List<QueuedSpan> take(UUID project, List<QueuedSpan> spans, User by) {
    policy.check(by, project, Action.TASK_REVIEW);
    Instant now = clock.instant();
    return spans.stream()
        .filter(span -> store.take(project, span, by.id(), now, now.plus(LIFE)))
        .toList();
  }
}
