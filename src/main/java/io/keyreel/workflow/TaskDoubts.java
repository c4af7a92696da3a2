package io.keyreel.workflow;

import io.keyreel.access.Projects;
import io.keyreel.access.User;
import io.keyreel.kernel.FrameRange;
import io.keyreel.labels.Coverage;
import io.keyreel.labels.DoubtfulSpan;
import io.keyreel.labels.Doubts;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Where the machine is not sure in a task, by its project's threshold. */
@Component
class TaskDoubts {
  private final Doubts doubts;
  private final Coverage coverage;
  private final Projects projects;

  TaskDoubts(Doubts doubts, Coverage coverage, Projects projects) {
    this.doubts = doubts;
    this.coverage = coverage;
    this.projects = projects;
  }

  List<DoubtfulSpan> of(Task task) {
    double threshold = projects.find(task.project()).settings().doubtThreshold();
    return doubts.of(task.labelSet(), task.frames(), threshold);
  }

  /** Those with a frame that this person has not looked at. */
  List<DoubtfulSpan> unseen(Task task, User by) {
    List<FrameRange> seen = coverage.seenBy(task.labelSet(), by.id());
    return of(task).stream().filter(span -> !covered(span.frames(), seen)).toList();
  }

  private static boolean covered(FrameRange frames, List<FrameRange> seen) {
    return IntStream.range(frames.from(), frames.to())
        .allMatch(frame -> seen.stream().anyMatch(range -> range.contains(frame)));
  }
}
