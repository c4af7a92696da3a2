package io.keyreel.workflow;

import io.keyreel.access.Action;
import io.keyreel.access.Policy;
import io.keyreel.access.User;
import io.keyreel.labels.DoubtfulSpan;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * The doubtful spans of all tasks that a person may review and nobody else looks at right now:
 * where a look pays most first, all of one recording together.
 */
@Service
public class ReviewQueue {
  /** To open a span and find one's bearings. */
  private static final double SECONDS_A_SPAN = 4;

  private static final double SECONDS_A_FRAME = 0.12;

  private static final int AT_ONCE = 100;
  private static final int A_ROUND = 10_000;

  /**
   * How much there is to look at, whoever has it right now.
   *
   * @param tasks under review
   * @param masks of machines that nobody has confirmed, of those tasks
   * @param error mean of 1 − confidence over them
   * @param frames of the doubtful spans
   * @param seconds that looking at all of them takes, by estimate
   */
  public record Standing(
      int tasks, long masks, double error, int spans, long frames, double seconds) {}

  private final ReviewSpanStore store;
  private final ReviewSpans spans;
  private final People people;
  private final Policy policy;
  private final InstantSource clock;

  ReviewQueue(
      ReviewSpanStore store, ReviewSpans spans, People people, Policy policy, InstantSource clock) {
    this.store = store;
    this.spans = spans;
    this.people = people;
    this.policy = policy;
    this.clock = clock;
  }

  public List<QueuedSpan> of(UUID project, int limit, User by) {
    Actor person = upToDate(project, by);
    return store.best(project, person, clock.instant(), Math.clamp(limit, 1, 1000));
  }

  public Standing standing(UUID project, User by) {
    return store.standing(project, upToDate(project, by));
  }

  /** How many doubtful spans each of these tasks has, at whatever stage it is. */
  public Map<UUID, Integer> doubtful(UUID project, Collection<UUID> tasks, User by) {
    policy.check(by, project, Action.TASK_VIEW);
    double threshold = spans.threshold(project);
    Set<UUID> unread = new HashSet<>(tasks);
    unread.removeAll(store.counts(tasks, threshold).keySet());
    spans.read(unread, threshold);
    return store.counts(tasks, threshold);
  }

  /**
   * Reads labels that have moved on since they were last looked at, the latest ones first. After a
   * change of the threshold there may be more than anybody would wait for: a round reads those.
   */
  private Actor upToDate(UUID project, User by) {
    policy.check(by, project, Action.TASK_REVIEW);
    Actor person = people.actor(by, project);
    double threshold = spans.threshold(project);
    spans.read(store.stale(project, threshold, person, AT_ONCE), threshold);
    return person;
  }

  /** Reads what waits to be read in all projects, so that whoever comes need not wait for it. */
  public void prepare() {
    for (UUID project : store.projects()) {
      double threshold = spans.threshold(project);
      spans.read(store.stale(project, threshold, A_ROUND), threshold);
    }
  }

  static double seconds(int frames) {
    return SECONDS_A_SPAN + SECONDS_A_FRAME * frames;
  }

  static double gain(DoubtfulSpan span) {
    return (1 - span.meanConfidence()) * span.mendable() / seconds(span.frames().length());
  }
}
