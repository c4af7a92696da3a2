package io.keyreel.analytics;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.keyreel.access.Action;
import io.keyreel.access.Policy;
import io.keyreel.access.User;
import io.keyreel.kernel.UserError;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The figures of a project, for those who may see them. */
@Service
public class Reports {
  private static final Map<String, Definition> DEFINITIONS =
      Stream.of(
              ThroughputReports.ALL,
              FlowReports.ALL,
              AssistReports.ALL,
              QualityReports.ALL,
              AgreementReports.ALL,
              DataSetReports.ALL)
          .flatMap(List::stream)
          .collect(toMap(Definition::id, identity()));

  private final ReportStore store;
  private final Policy policy;
  private final InstantSource clock;

  Reports(ReportStore store, Policy policy, InstantSource clock) {
    this.store = store;
    this.policy = policy;
    this.clock = clock;
  }

  /** The names of all reports, in order. */
  public List<String> names() {
    return DEFINITIONS.keySet().stream().sorted().toList();
  }

  @Transactional(readOnly = true)
  public Report read(String name, UUID project, Filter filter, User by) {
    policy.check(by, project, Action.ANALYTICS_VIEW);
    Definition definition = DEFINITIONS.get(name);
    if (definition == null) {
      throw new UserError.NotFound(
          "There is no report \"%s\"; there are %s.".formatted(name, String.join(", ", names())));
    }
    return new Report(
        definition.id(),
        definition.title(),
        definition.about(),
        filter,
        definition.columns(),
        store.rows(definition, project, filter, clock.instant()));
  }

  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
