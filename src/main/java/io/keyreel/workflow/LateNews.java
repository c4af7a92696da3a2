package io.keyreel.workflow;

import io.keyreel.access.Audit;
import io.keyreel.access.Member;
import io.keyreel.access.Projects;
import io.keyreel.access.Role;
import io.keyreel.access.User;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the author of late edits, and the leads of the project, that these are kept apart. */
@Component
class LateNews {
  static final String KIND = "late";

  private final Notifications notifications;
  private final Projects projects;
  private final Audit audit;

  LateNews(Notifications notifications, Projects projects, Audit audit) {
    this.notifications = notifications;
    this.projects = projects;
    this.audit = audit;
  }

  void keptApart(Task task, User by, int open) {
    String edits = open == 1 ? "1 edit" : open + " edits";
    notifications.tellOnce(
        by.id(),
        task,
        KIND,
        "%s of yours came after task %d had gone on, and %s kept apart; a lead decides on them."
            .formatted(edits, task.number(), open == 1 ? "is" : "are"));
    String word =
        "%s of %s came after task %d had gone on, and %s kept apart. Look and decide."
            .formatted(edits, by.name(), task.number(), open == 1 ? "is" : "are");
    projects.members(task.project(), by).stream()
        .filter(member -> member.role().atLeast(Role.LEAD))
        .map(Member::user)
        .filter(lead -> !lead.id().equals(by.id()))
        .forEach(lead -> notifications.tellOnce(lead.id(), task, KIND, word));
  }

  @Transactional
  public void discarded(Task task, Map<UUID, Long> counts, String reason, User by) {
    audit(task, "task.late-discard", counts, reason, by);
    counts.forEach((author, count) ->
        tell(task, author, by, "put %s aside: %s".formatted(words(count), reason)));
  }

  @Transactional
  public void applied(Task task, Map<UUID, Long> counts, User by) {
    audit(task, "task.late-apply", counts, "", by);
    counts.forEach((author, count) ->
        tell(task, author, by, "took %s over into the labels.".formatted(words(count))));
  }

  private void audit(Task task, String action, Map<UUID, Long> counts, String reason, User by) {
    audit.record(
        by,
        action,
        "task:" + task.id(),
        task.project(),
        Map.of("number", task.number(), "edits", counts, "reason", reason));
  }

  private void tell(Task task, UUID author, User by, String what) {
    if (!author.equals(by.id())) {
      notifications.tell(
          author, task, KIND, "Task %d: %s %s".formatted(task.number(), by.name(), what));
    }
  }

  private static String words(long count) {
    return count == 1 ? "1 late edit of yours" : count + " late edits of yours";
  }
}
