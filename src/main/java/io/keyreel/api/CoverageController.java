package io.keyreel.api;

import io.keyreel.access.Action;
import io.keyreel.access.CurrentUser;
import io.keyreel.access.Projects;
import io.keyreel.access.User;
import io.keyreel.assist.NextKeyframe;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.UserError;
import io.keyreel.labels.Coverage;
import io.keyreel.labels.DoubtfulSpan;
import io.keyreel.labels.Doubts;
import io.keyreel.workflow.Task;
import io.keyreel.workflow.Tasks;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where a task still needs eyes, and where it has had them. */
@RestController
@RequestMapping("/api/v1/tasks/{task}")
class CoverageController {
  /** A label that mends less than this many frames' worth of doubt is not worth asking for. */
  private static final double LEAST_GAIN = 0.05;

  /** The frame of a track to label next. */
  record Suggested(UUID track, int frame, double gain) {}

  /** Frames that somebody looked at, each range as [from, to). */
  record Seen(@Nullable List<List<Integer>> ranges) {}

  private final Tasks tasks;
  private final CurrentUser me;
  private final Doubts doubts;
  private final Coverage coverage;
  private final Projects projects;

  CoverageController(
      Tasks tasks, CurrentUser me, Doubts doubts, Coverage coverage, Projects projects) {
    this.tasks = tasks;
    this.me = me;
    this.doubts = doubts;
    this.coverage = coverage;
    this.projects = projects;
  }

  /** Spans of proposals below the project's threshold that nobody has confirmed. */
  @Entry(action = Action.TASK_VIEW)
  @GetMapping("/doubts")
  List<DoubtfulSpan> doubts(@PathVariable UUID task) {
    Task found = tasks.find(task, me.require());
    double threshold = projects.find(found.project()).settings().doubtThreshold();
    return doubts.of(found.labelSet(), found.frames(), threshold);
  }

  /**
   * The frame to label next, of one track or of whichever gains most; nothing where all is sure.
   */
  @Entry(action = Action.TASK_VIEW)
  @GetMapping("/next-keyframe")
  ResponseEntity<Suggested> nextKeyframe(
      @PathVariable UUID task, @RequestParam(required = false) @Nullable UUID track) {
    Task found = tasks.find(task, me.require());
    return doubts.unconfirmed(found.labelSet(), found.frames()).entrySet().stream()
        .filter(open -> track == null || track.equals(open.getKey()))
        .flatMap(open ->
            NextKeyframe.of(open.getValue())
                .map(next -> new Suggested(open.getKey(), next.frame(), next.gain()))
                .stream())
        .filter(suggested -> suggested.gain() >= LEAST_GAIN)
        .max(Comparator.comparingDouble(Suggested::gain))
        .map(ResponseEntity::ok)
        .orElseGet(() -> ResponseEntity.noContent().build());
  }

  /** What the person who asks has seen. */
  @Entry(action = Action.TASK_VIEW)
  @GetMapping("/coverage")
  Seen coverage(@PathVariable UUID task) {
    User user = me.require();
    Task found = tasks.find(task, user);
    return new Seen(
        coverage.seenBy(found.labelSet(), user.id()).stream()
            .map(range -> List.of(range.from(), range.to()))
            .toList());
  }

  @Entry(action = Action.TASK_VIEW)
  @PostMapping("/coverage")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void seen(@PathVariable UUID task, @RequestBody Seen seen) {
    User user = me.require();
    Task found = tasks.find(task, user);
    List<List<Integer>> ranges = seen.ranges();
    coverage.seen(
        found.labelSet(),
        user,
        ranges == null ? List.of() : ranges.stream().map(CoverageController::range).toList());
  }

  private static FrameRange range(List<Integer> pair) {
    if (pair.size() != 2) {
      throw new UserError.Invalid(
          "A range of frames is written as [first, end]; this one has %d numbers."
              .formatted(pair.size()));
    }
    return new FrameRange(pair.get(0), pair.get(1));
  }
}
