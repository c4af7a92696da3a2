package io.keyreel.workflow;

import io.keyreel.access.User;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.UserError;
import io.keyreel.labels.ChangeLog;
import io.keyreel.labels.Labels;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells open annotators and people in person of notes. */
@Component
class NoteNews {
  private static final int EXCERPT = 200;

  private final ChangeLog changes;
  private final Labels labels;
  private final Notifications notifications;

  NoteNews(ChangeLog changes, Labels labels, Notifications notifications) {
    this.changes = changes;
    this.labels = labels;
    this.notifications = notifications;
  }

  void changed(Task task, Note note, User by) {
    changes.append(task.labelSet(), task.id(), "note", "note:" + note.id(), note, by.id());
  }

  void tell(Task task, Set<UUID> whom, User by, String kind, Note note, String text) {
    String excerpt = Excerpt.of(text, EXCERPT);
    String body =
        "%s %s task %d, frame %d: %s"
            .formatted(
                by.name(),
                kind.equals("mention") ? "mentions you on" : "on",
                task.number(),
                note.from(),
                excerpt);
    whom.stream()
        .filter(user -> !user.equals(by.id()))
        .forEach(user -> notifications.tell(user, task, kind, body));
  }

  void checkTrack(Task task, @Nullable UUID track) {
    FrameRange first = new FrameRange(task.frames().from(), task.frames().from() + 1);
    if (track != null
        && labels.state(task.labelSet(), first).tracks().stream()
            .noneMatch(known -> known.id().equals(track))) {
      throw new UserError.Invalid("The note's track is not in this task; choose one that is.");
    }
  }
}
