package io.keyreel.ui.tasks;

import com.vaadin.flow.component.html.Span;
import io.keyreel.ui.base.Formats;
import io.keyreel.workflow.Task;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is planned for a task, in small: priority, due date, tags, skill. */
final class TaskMarks {
  private TaskMarks() {}

  static List<Span> of(Task task, Instant now) {
    List<Span> marks = new ArrayList<>();
    if (task.parent() != null && task.stage().rules().labelers() > 1) {
      marks.add(mark("Copy", "One labeler’s copy; others label the same frames apart"));
    }
    if (task.priority() != 0) {
      marks.add(mark((task.priority() > 0 ? "▲ " : "▼ ") + Math.abs(task.priority()), "Priority"));
    }
    Instant due = task.dueAt();
    if (due != null) {
      Span mark = mark("Due " + Formats.day(due.minusMillis(1), now), "Due");
      mark.setClassName("kr-low", !task.approved() && due.isBefore(now));
      marks.add(mark);
    }
    if (task.plan().skill() != null) {
      marks.add(mark("★ " + task.plan().skill(), "Skill needed"));
    }
    task.plan().tags().forEach(tag -> marks.add(mark(tag, "Tag")));
    return marks;
  }

  /** Edits that came after the task had gone on. */
  static Optional<Span> late(int waiting) {
    if (waiting == 0) {
      return Optional.empty();
    }
    Span mark =
        mark(
            Formats.count(waiting, "late edit", "late edits"),
            "They came after the task had gone on; the menu has what to do with them");
    mark.addClassName("kr-mid");
    return Optional.of(mark);
  }

  private static Span mark(String text, String title) {
    Span mark = new Span(text);
    mark.addClassNames("kr-mark", "kr-small");
    mark.getElement().setAttribute("title", title);
    return mark;
  }
}
