package io.keyreel.workflow;

import io.keyreel.access.Action;
import io.keyreel.access.Policy;
import io.keyreel.access.User;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.UserError;
import io.keyreel.labels.Labels;
import io.keyreel.labels.Resolved;
import io.keyreel.media.Video;
import io.keyreel.media.Videos;
import io.keyreel.workflow.Agreement.Score;
import io.keyreel.workflow.ConsensusReport.ClassScore;
import io.keyreel.workflow.ConsensusReport.Confused;
import io.keyreel.workflow.ConsensusReport.Copy;
import io.keyreel.workflow.ConsensusReport.PairScore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Compares what several people made of the same frames. */
@Service
public class Consensus {
  private final Tasks tasks;
  private final CopyStore copies;
  private final People people;
  private final Labels labels;
  private final Videos videos;
  private final Policy policy;

  Consensus(
      Tasks tasks, CopyStore copies, People people, Labels labels, Videos videos, Policy policy) {
    this.tasks = tasks;
    this.copies = copies;
    this.people = people;
    this.labels = labels;
    this.videos = videos;
    this.policy = policy;
  }

  public ConsensusReport of(UUID taskId, User by) {
    Task task = tasks.find(taskId, by);
    policy.check(by, task.project(), Action.TASK_REVIEW);
    List<Copy> made = copiesOf(task, by);
    Video video = videos.find(task.video());
    Map<UUID, Resolved> read = new HashMap<>();
    made.forEach(copy -> read.put(copy.task(), labels.resolve(copy.labelSet(), task.frames())));
    List<PairScore> pairs = new ArrayList<>();
    Map<List<String>, Integer> confusion = new HashMap<>();
    List<List<String>> classes = new ArrayList<>();
    for (int i = 0; i < made.size(); i++) {
      for (int k = i + 1; k < made.size(); k++) {
        Resolved ours = Objects.requireNonNull(read.get(made.get(i).task()));
        Resolved theirs = Objects.requireNonNull(read.get(made.get(k).task()));
        Agreement agreement = new Agreement(ours, theirs, video.width(), video.height());
        pairs.add(pair(made.get(i).labeler(), made.get(k).labeler(), agreement));
        agreement.confusion().forEach((who, n) -> confusion.merge(who, n, Integer::sum));
        classes.addAll(agreement.classes());
      }
    }
    return new ConsensusReport(
        made,
        pairs,
        number(pairs.stream().mapToDouble(PairScore::jf).average().orElse(Double.NaN)),
        number(Krippendorff.nominal(classes)),
        number(events(task, made)),
        confusion.entrySet().stream()
            .map(e -> new Confused(e.getKey().getFirst(), e.getKey().getLast(), e.getValue()))
            .sorted((a, b) -> Integer.compare(b.shapes(), a.shapes()))
            .toList());
  }

  /** Those that are handed in. */
  List<Copy> copiesOf(Task task, User by) {
    List<Copy> made =
        copies.handedIn(task.id()).stream()
            .map(id -> tasks.find(id, by))
            .map(copy ->
                new Copy(
                    copy.id(),
                    people.person(Objects.requireNonNull(copy.labeler())),
                    copy.labelSet()))
            .toList();
    if (made.size() < 2) {
      throw new UserError.Invalid(
          "Fewer than two people have handed in their labels of task %d.".formatted(task.number()));
    }
    return made;
  }

  private static PairScore pair(Person a, Person b, Agreement agreement) {
    List<Score> scores = agreement.scores();
    FrameRange frames = agreement.frames();
    double[] sums = new double[frames.length()];
    int[] counts = new int[frames.length()];
    for (Score score : scores) {
      sums[score.frame() - frames.from()] += score.jf();
      counts[score.frame() - frames.from()]++;
    }
    @Nullable Double[] byFrame = new Double[frames.length()];
    for (int i = 0; i < byFrame.length; i++) {
      byFrame[i] = counts[i] == 0 ? null : sums[i] / counts[i];
    }
    Map<String, List<Score>> byClass =
        scores.stream()
            .collect(Collectors.groupingBy(Score::type, TreeMap::new, Collectors.toList()));
    return new PairScore(
        a,
        b,
        scores.stream().mapToDouble(Score::j).average().orElse(1),
        scores.stream().mapToDouble(Score::f).average().orElse(1),
        scores.stream().mapToDouble(Score::jf).average().orElse(1),
        agreement.switches(),
        byClass.entrySet().stream()
            .map(e -> new ClassScore(e.getKey(), mean(e.getValue()), e.getValue().size()))
            .toList(),
        Arrays.asList(byFrame));
  }

  static double mean(Collection<Score> scores) {
    return scores.stream().mapToDouble(Score::jf).average().orElse(1);
  }

  private double events(Task task, List<Copy> made) {
    return EventAgreement.alpha(
        EventAgreement.of(
            task.frames(),
            made.stream()
                .map(copy -> labels.state(copy.labelSet(), task.frames()).events())
                .toList()));
  }

  private static @Nullable Double number(double value) {
    return Double.isNaN(value) ? null : value;
  }
}
