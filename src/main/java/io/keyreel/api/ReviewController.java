package io.keyreel.api;

import io.keyreel.access.Action;
import io.keyreel.access.CurrentUser;
import io.keyreel.kernel.FrameRange;
import io.keyreel.workflow.Acceptances;
import io.keyreel.workflow.QueuedSpan;
import io.keyreel.workflow.ReviewQueue;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where reviewers look next, and their word that a span is good. */
@RestController
@RequestMapping("/api/v1")
class ReviewController {
  record Accept(UUID track, int from, int to) {}

  /** How many frames are accepted by a request. */
  record Accepted(int frames) {}

  private final ReviewQueue queue;
  private final Acceptances acceptances;
  private final CurrentUser me;

  ReviewController(ReviewQueue queue, Acceptances acceptances, CurrentUser me) {
    this.queue = queue;
    this.acceptances = acceptances;
    this.me = me;
  }

  @Entry(action = Action.TASK_REVIEW)
  @GetMapping("/projects/{project}/review-queue")
  List<QueuedSpan> queue(
      @PathVariable UUID project, @RequestParam(defaultValue = "100") int limit) {
    return queue.of(project, limit, me.require());
  }

  @Entry(action = Action.TASK_VIEW)
  @PostMapping("/tasks/{task}/accept")
  Accepted accept(@PathVariable UUID task, @RequestBody Accept wanted) {
    FrameRange frames = new FrameRange(wanted.from(), wanted.to());
    return new Accepted(acceptances.accept(task, wanted.track(), frames, me.require()));
  }
}
