package io.keyreel.api;

import io.keyreel.access.Action;
import io.keyreel.access.CurrentUser;
import io.keyreel.kernel.FrameRange;
import io.keyreel.workflow.Sweep;
import io.keyreel.workflow.Sweeps;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Passes through a task that show everything. */
@RestController
@RequestMapping("/api/v1/tasks/{task}/sweeps")
class SweepController {
  record Start(double speed) {}

  /** Pairs of the first frame and one past the last. */
  record Shown(int[][] ranges) {}

  record Missed(UUID track, int frame) {}

  private final Sweeps sweeps;
  private final CurrentUser me;

  SweepController(Sweeps sweeps, CurrentUser me) {
    this.sweeps = sweeps;
    this.me = me;
  }

  @Entry(action = Action.TASK_VIEW)
  @GetMapping
  List<Sweep> list(@PathVariable UUID task) {
    return sweeps.of(task, me.require());
  }

  @Entry(action = Action.TASK_VIEW)
  @PostMapping
  Sweep start(@PathVariable UUID task, @RequestBody Start start) {
    return sweeps.start(task, start.speed(), me.require());
  }

  /** What was really shown, again and again while it runs. */
  @Entry(action = Action.TASK_VIEW)
  @PostMapping("/{sweep}/shown")
  Sweep shown(@PathVariable UUID task, @PathVariable UUID sweep, @RequestBody Shown shown) {
    List<FrameRange> ranges =
        Arrays.stream(shown.ranges()).map(range -> new FrameRange(range[0], range[1])).toList();
    return sweeps.shown(task, sweep, ranges, me.require());
  }

  /** A track that was missing and was added during the sweep. */
  @Entry(action = Action.TASK_VIEW)
  @PostMapping("/{sweep}/misses")
  Sweep missed(@PathVariable UUID task, @PathVariable UUID sweep, @RequestBody Missed missed) {
    return sweeps.missed(task, sweep, missed.track(), missed.frame(), me.require());
  }
}
