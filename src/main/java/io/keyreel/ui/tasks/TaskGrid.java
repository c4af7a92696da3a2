package io.keyreel.ui.tasks;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.keyreel.access.Project;
import io.keyreel.media.Video;
import io.keyreel.ui.base.Buttons;
import io.keyreel.ui.base.Formats;
import io.keyreel.ui.base.Icons;
import io.keyreel.ui.base.Poster;
import io.keyreel.ui.base.Routes;
import io.keyreel.workflow.Task;
import io.keyreel.workflow.TaskState;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A row a task: what, where it stands, who has it, how far it is. */
final class TaskGrid extends Grid<Task> {
  private final TaskFacts facts;
  private final BiConsumer<Task, Button> menu;
  private @Nullable Project project;

  TaskGrid(TaskFacts facts, BiConsumer<Task, Button> menu) {
    super();
    this.facts = facts;
    this.menu = menu;
    setAllRowsVisible(false);
    addThemeVariants(GridVariant.NO_ROW_BORDERS);
    addClassNames("kr-card", "kr-grid");
    setSelectionMode(SelectionMode.NONE);
    addColumn(Task::number).setHeader("Task").setWidth("64px").setFlexGrow(0);
    addComponentColumn(this::recording).setHeader("Recording").setWidth("264px").setFlexGrow(1);
    addComponentColumn(TaskGrid::stage).setHeader("Stage").setWidth("136px").setFlexGrow(0);
    addComponentColumn(this::holder).setHeader("Who").setWidth("168px").setFlexGrow(0);
    addColumn(Task::round)
        .setHeader("Round")
        .setWidth("72px")
        .setFlexGrow(0)
        .setTextAlign(ColumnTextAlign.END);
    addComponentColumn(this::progress).setHeader("Looked at").setWidth("152px").setFlexGrow(0);
    addComponentColumn(this::doubts).setHeader("Doubtful").setWidth("104px").setFlexGrow(0);
    addColumn(facts::changed).setHeader("Changed").setWidth("112px").setFlexGrow(0);
    addComponentColumn(this::actions).setWidth("136px").setFlexGrow(0);
    addItemDoubleClickListener(event -> Routes.open(Routes.annotate(event.getItem().id())));
  }

  TaskGrid with(List<Task> tasks, Project of) {
    project = of;
    setItems(tasks);
    return this;
  }

  private Component recording(Task task) {
    Video video = facts.video(task);
    Span name = new Span(video.name());
    name.addClassNames("kr-strong", "kr-ellipsis");
    Span frames =
        new Span(
            task.frames().length() == video.frameCount()
                ? Formats.count(video.frameCount(), "frame", "frames")
                : Formats.frames(task.frames().from(), task.frames().to()));
    frames.addClassNames("kr-muted", "kr-small");
    Div words = new Div(name, frames);
    words.addClassName("kr-stack");
    Div row = new Div(new Poster(video.id()), words);
    row.addClassNames("kr-row", "kr-nowrap");
    return row;
  }

  private static Component stage(Task task) {
    Span dot = new Span();
    dot.addClassNames(
        "kr-stage-dot", "kr-stage-" + task.stage().kind().name().toLowerCase(Locale.ROOT));
    Span name = new Span(task.stage().name());
    Div row = new Div(dot, name);
    if (task.state() instanceof TaskState.Open) {
      Span waits = new Span("waits");
      waits.addClassNames("kr-muted", "kr-small");
      row.add(waits);
    }
    row.addClassName("kr-row");
    return row;
  }

  private Component holder(Task task) {
    return task.state()
        .assignee()
        .map(facts::user)
        .<Component>map(user -> {
          Avatar avatar = new Avatar(user.name());
          avatar.addClassName("kr-avatar-small");
          Span name = new Span(user.name());
          name.addClassName("kr-ellipsis");
          Div row = new Div(avatar, name);
          row.addClassNames("kr-row", "kr-nowrap");
          return row;
        })
        .orElseGet(() -> {
          Span nobody = new Span(task.approved() ? "Done" : "Nobody yet");
          nobody.addClassName("kr-muted");
          return nobody;
        });
  }

  private Component progress(Task task) {
    double seen = task.approved() ? 1 : facts.seen(task);
    ProgressBar bar = new ProgressBar(0, 1, Math.clamp(seen, 0, 1));
    bar.addClassName("kr-grow");
    Span text = new Span(Formats.percent(seen));
    text.addClassNames("kr-num", "kr-muted", "kr-small");
    Div row = new Div(bar, text);
    row.addClassNames("kr-row", "kr-nowrap");
    return row;
  }

  private Component doubts(Task task) {
    int count = task.approved() ? 0 : facts.doubtful(task, Objects.requireNonNull(project));
    Span text = new Span(count == 0 ? "–" : Formats.count(count, "span", "spans"));
    text.addClassNames("kr-num", count == 0 ? "kr-muted" : "kr-mid");
    return text;
  }

  private Component actions(Task task) {
    Button more = Buttons.icon(Icons.MORE, "Actions of task " + task.number(), event -> {});
    menu.accept(task, more);
    Button open = Buttons.plain("Open", event -> Routes.open(Routes.annotate(task.id())));
    Div row = new Div(open, more);
    row.addClassNames("kr-row", "kr-nowrap");
    return row;
  }
}
