package io.keyreel.api;

import io.keyreel.access.Action;
import io.keyreel.access.CurrentUser;
import io.keyreel.access.User;
import io.keyreel.assist.Prompts;
import io.keyreel.assist.RunTarget;
import io.keyreel.assist.SegmentAnswer;
import io.keyreel.assist.SegmentRequest;
import io.keyreel.workflow.Task;
import io.keyreel.workflow.Tasks;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Clicks, boxes, scribbles and rough masks on a frame become a mask. */
@RestController
@RequestMapping("/api/v1")
class SegmentController {
  private final Tasks tasks;
  private final CurrentUser me;
  private final Prompts prompts;

  SegmentController(Tasks tasks, CurrentUser me, Prompts prompts) {
    this.tasks = tasks;
    this.me = me;
    this.prompts = prompts;
  }

  /** The mask that the prompts mean; nothing is saved. Send all prompts again with each new one. */
  @Entry(action = Action.LABEL_EDIT)
  @PostMapping("/tasks/{task}/segment")
  SegmentAnswer segment(@PathVariable UUID task, @RequestBody SegmentRequest request) {
    User by = me.require();
    Task found = tasks.find(task, by);
    return prompts.segment(by, new RunTarget(found.labelSet(), task, found.frames()), request);
  }
}
