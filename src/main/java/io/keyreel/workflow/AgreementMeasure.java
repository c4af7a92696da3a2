package io.keyreel.workflow;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.keyreel.labels.Labels;
import io.keyreel.labels.Resolved;
import io.keyreel.media.Video;
import io.keyreel.media.Videos;
import io.keyreel.workflow.Agreement.Score;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Measures how far labels of the same frames agree, to be kept. */
@Component
class AgreementMeasure {
  private final Labels labels;
  private final Videos videos;

  AgreementMeasure(Labels labels, Videos videos) {
    this.labels = labels;
    this.videos = videos;
  }

  /**
   * Whose labels.
   *
   * @param user absent for known labels; these come last
   */
  record Side(@Nullable UUID user, UUID labelSet) {}

  /**
   * Sums over all shapes of two people and a class.
   *
   * @param b absent for known labels
   */
  record Pair(UUID a, @Nullable UUID b, String classId, int shapes, double j, double f) {}

  /** What one calls {@code classA} the other calls {@code classB}; "" is nothing. */
  record Named(UUID a, @Nullable UUID b, String classA, String classB, int tracks, int shapes) {}

  /**
   * What is kept.
   *
   * @param frames J&F by frame, mean over all pairs
   * @param jf mean J&F of all pairs; 1 where nobody has anything
   */
  record Measured(
      List<Pair> pairs,
      List<Named> classes,
      List<EventAgreement> events,
      Map<Integer, Double> frames,
      double jf) {}

  Resolved read(Task task, UUID labelSet) {
    return labels.resolve(labelSet, task.frames());
  }

  Agreement between(Task task, Resolved ours, Resolved theirs) {
    Video video = videos.find(task.video());
    return new Agreement(ours, theirs, video.width(), video.height());
  }

  Measured of(Task task, List<Side> sides) {
    List<Resolved> read = sides.stream().map(side -> read(task, side.labelSet())).toList();
    List<Pair> pairs = new ArrayList<>();
    List<Named> classes = new ArrayList<>();
    Map<Integer, double[]> frames = new TreeMap<>();
    double sum = 0;
    int compared = 0;
    for (int i = 0; i < sides.size(); i++) {
      for (int k = i + 1; k < sides.size(); k++) {
        Agreement agreement = between(task, read.get(i), read.get(k));
        UUID a = Objects.requireNonNull(sides.get(i).user());
        UUID b = sides.get(k).user();
        List<Score> scores = agreement.scores();
        pairs.addAll(pairs(a, b, scores));
        classes.addAll(classes(a, b, agreement));
        scores.forEach(score -> {
          double[] at = frames.computeIfAbsent(score.frame(), n -> new double[2]);
          at[0] += score.jf();
          at[1]++;
        });
        sum += Consensus.mean(scores);
        compared++;
      }
    }
    Map<Integer, Double> byFrame = new TreeMap<>();
    frames.forEach((frame, at) -> byFrame.put(frame, at[0] / at[1]));
    List<EventAgreement> events =
        EventAgreement.of(
            task.frames(),
            sides.stream()
                .map(side -> labels.state(side.labelSet(), task.frames()).events())
                .toList());
    return new Measured(pairs, classes, events, byFrame, compared == 0 ? 1 : sum / compared);
  }

  private static List<Pair> pairs(UUID a, @Nullable UUID b, List<Score> scores) {
    return scores.stream()
        .collect(groupingBy(Score::type, TreeMap::new, toList()))
        .entrySet()
        .stream()
        .map(of ->
            new Pair(
                a,
                b,
                of.getKey(),
                of.getValue().size(),
                of.getValue().stream().mapToDouble(Score::j).sum(),
                of.getValue().stream().mapToDouble(Score::f).sum()))
        .toList();
  }

  private static List<Named> classes(UUID a, @Nullable UUID b, Agreement agreement) {
    Map<List<String>, Integer> tracks = new HashMap<>();
    agreement.classes().forEach(names -> tracks.merge(names, 1, Integer::sum));
    return agreement.confusion().entrySet().stream()
        .map(of ->
            new Named(
                a,
                b,
                of.getKey().getFirst(),
                of.getKey().getLast(),
                tracks.getOrDefault(of.getKey(), 0),
                of.getValue()))
        .toList();
  }
}
