package io.keyreel.api;

import io.keyreel.access.Action;
import io.keyreel.access.CurrentUser;
import io.keyreel.workflow.LateView;
import io.keyreel.workflow.LateWork;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Edits that came after their task had gone on, and what becomes of them. */
@RestController
@RequestMapping("/api/v1/tasks/{task}/late-edits")
class LateController {
  /**
   * Which late edits to take over.
   *
   * @param edits their numbers; absent for all
   * @param over also where somebody else changed the same meanwhile
   */
  record Taking(@Nullable List<Long> edits, @Nullable Boolean over) {}

  record Dropping(@Nullable List<Long> edits, @Nullable String reason) {}

  private final LateWork late;
  private final CurrentUser me;

  LateController(LateWork late, CurrentUser me) {
    this.late = late;
    this.me = me;
  }

  /** Those that wait, and with {@code decided=true} the others, too. */
  @Entry(action = Action.TASK_VIEW)
  @GetMapping
  List<LateView> lateEdits(
      @PathVariable UUID task, @RequestParam(defaultValue = "false") boolean decided) {
    return late.of(task, decided, me.require());
  }

  @Entry(action = Action.LABEL_EDIT)
  @PostMapping("/apply")
  LateView.Decided apply(@PathVariable UUID task, @RequestBody Taking taking) {
    return late.apply(task, taking.edits(), Boolean.TRUE.equals(taking.over()), me.require());
  }

  @Entry(action = Action.TASK_ASSIGN)
  @PostMapping("/discard")
  LateView.Decided discard(@PathVariable UUID task, @RequestBody Dropping dropping) {
    return late.discard(task, dropping.edits(), dropping.reason(), me.require());
  }
}
