package io.keyreel.api;

import io.keyreel.access.Action;
import io.keyreel.access.CurrentUser;
import io.keyreel.access.User;
import io.keyreel.kernel.UserError;
import io.keyreel.labels.ChangeLog;
import io.keyreel.labels.Changes;
import io.keyreel.labels.History;
import io.keyreel.labels.Op;
import io.keyreel.labels.OpReader;
import io.keyreel.labels.Outcome;
import io.keyreel.workflow.Task;
import io.keyreel.workflow.Tasks;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Edits of a task's labels. */
@RestController
@RequestMapping("/api/v1/tasks/{task}")
class ChangeController {
  private static final int MOST_OPS = 500;

  record Edits(@Nullable List<JsonNode> ops) {}

  /**
   * What became of the operations.
   *
   * @param seq the number of the label set's last change
   */
  record Answer(long seq, List<Outcome> results) {}

  record Point(long seq) {}

  private final Tasks tasks;
  private final CurrentUser me;
  private final OpReader reader;
  private final Changes changes;
  private final ChangeLog log;
  private final History history;

  ChangeController(
      Tasks tasks,
      CurrentUser me,
      OpReader reader,
      Changes changes,
      ChangeLog log,
      History history) {
    this.tasks = tasks;
    this.me = me;
    this.reader = reader;
    this.changes = changes;
    this.log = log;
    this.history = history;
  }

  /**
   * 200 when all stand, 202 when some came too late for the task and are kept apart, 409 when
   * somebody was faster with one, 422 when one was refused.
   */
  @Entry(action = Action.LABEL_EDIT)
  @PostMapping("/changes")
  ResponseEntity<Answer> change(@PathVariable UUID task, @RequestBody Edits edits) {
    User by = me.require();
    Task found = tasks.find(task, by);
    List<Outcome> outcomes = changes.apply(found.labelSet(), task, by, ops(edits));
    return ResponseEntity.status(status(outcomes))
        .body(new Answer(log.seq(found.labelSet()), outcomes));
  }

  /** Takes the labels back to what they were after change {@code seq}, by new changes. */
  @Entry(action = Action.LABEL_EDIT)
  @PostMapping("/history/restore")
  Answer restore(@PathVariable UUID task, @RequestBody Point point) {
    User by = me.require();
    Task found = tasks.find(task, by);
    List<Outcome> outcomes = history.restore(found.labelSet(), task, by, point.seq());
    return new Answer(log.seq(found.labelSet()), outcomes);
  }

  private List<Op> ops(Edits edits) {
    List<JsonNode> ops = edits.ops();
    if (ops == null || ops.size() > MOST_OPS) {
      throw new UserError.Invalid(
          "Send a list \"ops\" of at most %d operations at once.".formatted(MOST_OPS));
    }
    return ops.stream().map(reader::read).toList();
  }

  private static HttpStatus status(List<Outcome> outcomes) {
    if (outcomes.stream().anyMatch(o -> o.status() == Outcome.Status.CONFLICT)) {
      return HttpStatus.CONFLICT;
    }
    if (outcomes.stream().anyMatch(o -> o.status() == Outcome.Status.REFUSED)) {
      return HttpStatus.UNPROCESSABLE_CONTENT;
    }
    return outcomes.stream().anyMatch(o -> o.status() == Outcome.Status.BRANCHED)
        ? HttpStatus.ACCEPTED
        : HttpStatus.OK;
  }
}
