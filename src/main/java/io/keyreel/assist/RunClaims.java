package io.keyreel.assist;

import io.keyreel.access.Projects;
import io.keyreel.labels.LabelSet;
import io.keyreel.labels.LabelSets;
import io.keyreel.labels.Proposals;
import io.keyreel.labels.Span;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes gaps for a run, away from older runs. */
@Component
class RunClaims {
  private final LabelSets labelSets;
  private final Proposals proposals;
  private final Projects projects;
  private final Overtaking overtaking;
  private final RunNews news;

  RunClaims(
      LabelSets labelSets,
      Proposals proposals,
      Projects projects,
      Overtaking overtaking,
      RunNews news) {
    this.labelSets = labelSets;
    this.proposals = proposals;
    this.projects = projects;
    this.overtaking = overtaking;
    this.news = news;
  }

  LabelSet lock(UUID labelSet) {
    labelSets.lock(labelSet);
    return labelSets.find(labelSet);
  }

  String engine(UUID project) {
    return projects.find(project).settings().engine();
  }

  List<RunSpan> take(UUID labelSet, List<PlannedSpan> planned) {
    Map<Span, Long> held =
        proposals.claim(labelSet, planned.stream().map(PlannedSpan::gap).toList());
    overtaking.take(labelSet, held.keySet());
    return planned.stream()
        .map(span ->
            new RunSpan(span.gap(), span.frames(), Objects.requireNonNull(held.get(span.gap()))))
        .toList();
  }

  void announce(UUID run) {
    news.changed(run);
  }
}
