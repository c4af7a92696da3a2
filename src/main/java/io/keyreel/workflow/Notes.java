package io.keyreel.workflow;

import io.keyreel.access.Action;
import io.keyreel.access.Policy;
import io.keyreel.access.User;
import io.keyreel.kernel.Ids;
import io.keyreel.kernel.UserError;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Remarks pinned to the frames of a task: threads that are open until somebody resolves them. */
@Service
public class Notes {
  private final NoteStore store;
  private final Tasks tasks;
  private final Policy policy;
  private final NoteNews news;
  private final Mentions mentions;
  private final InstantSource clock;

  Notes(
      NoteStore store,
      Tasks tasks,
      Policy policy,
      NoteNews news,
      Mentions mentions,
      InstantSource clock) {
    this.mentions = mentions;
    this.store = store;
    this.tasks = tasks;
    this.policy = policy;
    this.news = news;
    this.clock = clock;
  }

  /** The oldest first. */
  public List<Note> of(UUID task, User by) {
    return store.ofTask(tasks.find(task, by).id());
  }

  @Transactional
  public Note add(UUID taskId, NewNote wanted, User by) {
    Task task = writable(taskId, by);
    wanted.check(task);
    news.checkTrack(task, wanted.track());
    UUID id = Ids.next();
    store.insert(id, task, wanted, by.id(), clock.instant());
    Note note = find(id);
    news.changed(task, note, by);
    tell(task, note, by, "note", note.body());
    return note;
  }

  @Transactional
  public Note reply(UUID id, @Nullable String body, User by) {
    Task task = writable(find(id).task(), by);
    String text = NewNote.text(body);
    store.reply(Ids.next(), id, text, by.id(), clock.instant());
    Note note = find(id);
    news.changed(task, note, by);
    tell(task, note, by, "reply", text);
    return note;
  }

  @Transactional
  public Note resolve(UUID id, long version, User by) {
    return settle(id, version, by, true);
  }

  @Transactional
  public Note reopen(UUID id, long version, User by) {
    return settle(id, version, by, false);
  }

  private Note settle(UUID id, long version, User by, boolean resolved) {
    Task task = writable(find(id).task(), by);
    if (find(id).open() != resolved
        || !store.settle(id, version, resolved ? by.id() : null, clock.instant())) {
      throw new UserError.Conflict(
          "Somebody changed this note meanwhile; look at it again.", find(id));
    }
    Note note = find(id);
    news.changed(task, note, by);
    return note;
  }

  private Task writable(UUID taskId, User by) {
    Task task = tasks.find(taskId, by);
    policy.check(by, task.project(), Action.NOTE_WRITE);
    return task;
  }

  /** Who is called by name hears of it as such, and once. */
  private void tell(Task task, Note note, User by, String kind, String text) {
    Set<UUID> called = mentions.in(text, task.project(), by);
    Set<UUID> others = concerned(task, note);
    others.removeAll(called);
    news.tell(task, called, by, "mention", note, text);
    news.tell(task, others, by, kind, note, text);
  }

  private Note find(UUID id) {
    return store.find(id).orElseThrow(() -> new UserError.NotFound("There is no such note."));
  }

  /** Whoever labels or reviews the task, and whoever took part in the thread. */
  private static Set<UUID> concerned(Task task, Note note) {
    Set<UUID> people = new LinkedHashSet<>();
    task.state().assignee().ifPresent(people::add);
    if (task.labeler() != null) {
      people.add(task.labeler());
    }
    if (task.reviewer() != null) {
      people.add(task.reviewer());
    }
    people.add(note.author().id());
    note.replies().forEach(reply -> people.add(reply.author().id()));
    return people;
  }
}
