package io.keyreel.api;

import io.keyreel.access.Action;
import io.keyreel.access.CurrentUser;
import io.keyreel.workflow.NewNote;
import io.keyreel.workflow.Note;
import io.keyreel.workflow.Notes;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Remarks pinned to frames of tasks. */
@RestController
@RequestMapping("/api/v1")
class NoteController {
  record NewReply(@Nullable String body) {}

  record Upon(long version) {}

  private final Notes notes;
  private final CurrentUser me;

  NoteController(Notes notes, CurrentUser me) {
    this.notes = notes;
    this.me = me;
  }

  @Entry(action = Action.TASK_VIEW)
  @GetMapping("/tasks/{task}/notes")
  List<Note> notes(@PathVariable UUID task) {
    return notes.of(task, me.require());
  }

  @Entry(action = Action.NOTE_WRITE)
  @PostMapping("/tasks/{task}/notes")
  @ResponseStatus(HttpStatus.CREATED)
  Note add(@PathVariable UUID task, @RequestBody NewNote wanted) {
    return notes.add(task, wanted, me.require());
  }

  @Entry(action = Action.NOTE_WRITE)
  @PostMapping("/notes/{note}/replies")
  @ResponseStatus(HttpStatus.CREATED)
  Note reply(@PathVariable UUID note, @RequestBody NewReply wanted) {
    return notes.reply(note, wanted.body(), me.require());
  }

  @Entry(action = Action.NOTE_WRITE)
  @PostMapping("/notes/{note}/resolve")
  Note resolve(@PathVariable UUID note, @RequestBody Upon upon) {
    return notes.resolve(note, upon.version(), me.require());
  }

  @Entry(action = Action.NOTE_WRITE)
  @PostMapping("/notes/{note}/reopen")
  Note reopen(@PathVariable UUID note, @RequestBody Upon upon) {
    return notes.reopen(note, upon.version(), me.require());
  }
}
