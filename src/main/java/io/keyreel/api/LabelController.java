package io.keyreel.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.keyreel.access.Action;
import io.keyreel.access.CurrentUser;
import io.keyreel.access.User;
import io.keyreel.access.Users;
import io.keyreel.assist.Run;
import io.keyreel.assist.Runs;
import io.keyreel.kernel.FrameRange;
import io.keyreel.labels.Change;
import io.keyreel.labels.History;
import io.keyreel.labels.LabelState;
import io.keyreel.labels.Labels;
import io.keyreel.labels.MaskItem;
import io.keyreel.workflow.Task;
import io.keyreel.workflow.Tasks;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The labels of a task, for reading. */
@RestController
@RequestMapping("/api/v1/tasks/{task}")
class LabelController {
  private static final int MOST_CHANGES = 500;

  record TaskLabels(@JsonUnwrapped LabelState state, List<Run> runs) {}

  record Masks(List<MaskItem> items) {}

  record Author(UUID id, String name) {}

  /** A change with the name of who made it; {@code applied} is false for what lost a conflict. */
  record Entered(
      long seq,
      @Nullable UUID op,
      @Nullable UUID task,
      String kind,
      String subject,
      @Nullable JsonNode before,
      @Nullable JsonNode after,
      boolean applied,
      @Nullable UUID group,
      @Nullable Author author,
      Instant at) {}

  private final Tasks tasks;
  private final CurrentUser me;
  private final Labels labels;
  private final Runs runs;
  private final History history;
  private final Users users;

  LabelController(
      Tasks tasks, CurrentUser me, Labels labels, Runs runs, History history, Users users) {
    this.tasks = tasks;
    this.me = me;
    this.labels = labels;
    this.runs = runs;
    this.history = history;
    this.users = users;
  }

  @Entry(action = Action.TASK_VIEW)
  @GetMapping("/labels")
  TaskLabels labels(@PathVariable UUID task) {
    Task found = tasks.find(task, me.require());
    return new TaskLabels(
        labels.state(found.labelSet(), found.frames()), runs.ofSet(found.labelSet()));
  }

  /** The masks of the proposals that win, of at most 256 frames; from the task's first one on. */
  @Entry(action = Action.TASK_VIEW)
  @GetMapping("/masks")
  Masks masks(
      @PathVariable UUID task,
      @RequestParam(required = false) @Nullable Integer from,
      @RequestParam(required = false) @Nullable Integer to) {
    Task found = tasks.find(task, me.require());
    FrameRange frames = found.frames();
    int first = from == null ? frames.from() : from;
    int end = to == null ? Math.min(frames.to(), first + Labels.MASK_FRAMES) : to;
    return new Masks(labels.masks(found.labelSet(), new FrameRange(first, end)));
  }

  /** The newest changes first, those that lost a conflict among them. */
  @Entry(action = Action.TASK_VIEW)
  @GetMapping("/history")
  List<Entered> history(
      @PathVariable UUID task,
      @RequestParam(defaultValue = "9223372036854775807") long before,
      @RequestParam(defaultValue = "100") int limit) {
    Task found = tasks.find(task, me.require());
    Map<UUID, Author> authors = new HashMap<>();
    return history.before(found.labelSet(), before, Math.clamp(limit, 1, MOST_CHANGES)).stream()
        .map(change -> entered(change, authors))
        .toList();
  }

  private Entered entered(Change change, Map<UUID, Author> authors) {
    UUID author = change.author();
    return new Entered(
        change.seq(),
        change.op(),
        change.task(),
        change.kind(),
        change.subject(),
        change.before(),
        change.after(),
        change.applied(),
        change.group(),
        author == null ? null : authors.computeIfAbsent(author, this::author),
        change.at());
  }

  private Author author(UUID id) {
    User user = users.find(id);
    return new Author(id, user.name());
  }
}
