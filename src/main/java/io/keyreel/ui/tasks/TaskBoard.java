package io.keyreel.ui.tasks;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Style;
import io.keyreel.access.Project;
import io.keyreel.kernel.Page;
import io.keyreel.media.Video;
import io.keyreel.ui.base.Buttons;
import io.keyreel.ui.base.Formats;
import io.keyreel.ui.base.Routes;
import io.keyreel.workflow.Stage;
import io.keyreel.workflow.Task;
import io.keyreel.workflow.TaskQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/** A column a stage, the most urgent on top; each shows a screenful and more on demand. */
final class TaskBoard extends Div {
  private static final int STEP = 25;

  private final Project project;
  private final TaskFacts facts;
  private final TaskFacts.People people;
  private final Map<String, Integer> shown = new HashMap<>();
  private final Function<TaskQuery, Page<Task>> tasks;

  TaskBoard(Project project, TaskFacts facts, Function<TaskQuery, Page<Task>> tasks) {
    this.project = project;
    this.facts = facts;
    this.people = facts.people();
    this.tasks = tasks;
    addClassName("kr-board");
  }

  void show(List<Stage> stages, TaskQuery query) {
    removeAll();
    stages.stream()
        .filter(stage -> query.stage() == null || query.stage().equals(stage.id()))
        .forEach(stage -> add(column(stage, stages, query)));
  }

  private Div column(Stage stage, List<Stage> stages, TaskQuery query) {
    int most = shown.computeIfAbsent(stage.id(), id -> STEP);
    Page<Task> page = tasks.apply(query.at(stage.id()).page(0, most, TaskQuery.Order.PRIORITY));
    Span dot = new Span();
    dot.addClassNames("kr-stage-dot", "kr-stage-" + stage.kind().name().toLowerCase(Locale.ROOT));
    Span count = new Span(Formats.count(page.total()));
    count.addClassNames("kr-muted", "kr-num");
    Div head = new Div(dot, new H3(stage.name()), count);
    head.addClassNames("kr-row", "kr-board-head");
    Div column = new Div(head);
    column.addClassName("kr-board-column");
    column.getElement().setAttribute("role", "group").setAttribute("aria-label", stage.name());
    Div cards = new Div();
    cards.getStyle().setDisplay(Style.Display.CONTENTS);
    if (!page.items().isEmpty()) {
      cards.getElement().setAttribute("role", "list").setAttribute("aria-label", stage.name());
    }
    column.add(cards);
    Map<UUID, Video> videos = facts.videos(project, page.items());
    page.items().stream()
        .filter(task -> videos.containsKey(task.video()))
        .forEach(task -> cards.add(card(task, Objects.requireNonNull(videos.get(task.video())))));
    if (page.items().isEmpty()) {
      Span none = new Span("Nothing here");
      none.addClassNames("kr-muted", "kr-small", "kr-board-none");
      column.add(none);
    }
    if (page.total() > page.items().size()) {
      column.add(
          Buttons.quiet(
              "Show more",
              event -> {
                shown.put(stage.id(), most + STEP);
                show(stages, query);
              }));
    }
    return column;
  }

  private Component card(Task task, Video video) {
    Span name = new Span(video.name());
    name.addClassNames("kr-strong", "kr-ellipsis");
    Span number = new Span("#" + task.number());
    number.addClassNames("kr-muted", "kr-num");
    Div title = new Div(name, number);
    title.addClassNames("kr-row", "kr-nowrap", "kr-between");
    Span frames = new Span(Formats.frames(task.frames().from(), task.frames().to()));
    frames.addClassNames("kr-muted", "kr-small");
    Div foot = new Div(frames);
    foot.addClassNames("kr-row");
    TaskMarks.of(task, facts.now()).forEach(foot::add);
    task.state()
        .assignee()
        .map(people::find)
        .ifPresent(user -> {
          Avatar avatar = new Avatar(user.name());
          avatar.addClassNames("kr-avatar-small", "kr-end");
          avatar.getElement().setAttribute("title", user.name());
          foot.add(avatar);
        });
    Anchor card = new Anchor(Routes.annotate(task.id()), title, foot);
    card.addClassNames("kr-card", "kr-board-card");
    card.getElement().setAttribute("role", "listitem");
    card.getElement()
        .setAttribute(
            "aria-label", "Task " + task.number() + ", " + Objects.toString(video.name()));
    return card;
  }
}
