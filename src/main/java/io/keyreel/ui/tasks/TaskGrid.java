package io.keyreel.ui.tasks;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.SortDirection;
import io.keyreel.access.Project;
import io.keyreel.kernel.Page;
import io.keyreel.media.Video;
import io.keyreel.ui.base.Buttons;
import io.keyreel.ui.base.Formats;
import io.keyreel.ui.base.Icons;
import io.keyreel.ui.base.Poster;
import io.keyreel.ui.base.Routes;
import io.keyreel.ui.tasks.TaskFacts.Facts;
import io.keyreel.workflow.Task;
import io.keyreel.workflow.TaskQuery;
import io.keyreel.workflow.TaskState;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A row a task: what, where it stands, who has it, how far it is. */
final class TaskGrid extends Grid<Facts> {
  private static final int PAGE = 20;
  private static final String NUMBER = "NUMBER";

  /** So many rows stand on a screen without a scroll bar of their own. */
  private static final int FITS = 12;

  private final TaskFacts facts;
  private final TaskFacts.People people;
  private final BiConsumer<Task, Button> menu;

  TaskGrid(TaskFacts facts, BiConsumer<Task, Button> menu) {
    super();
    this.facts = facts;
    this.people = facts.people();
    this.menu = menu;
    setSelectionMode(SelectionMode.NONE);
    addThemeVariants(GridVariant.NO_ROW_BORDERS);
    addClassNames("kr-card", "kr-grid");
    setPageSize(PAGE);
    setMultiSort(false);
    addColumn(row -> row.task().number())
        .setHeader("Task")
        .setWidth("72px")
        .setFlexGrow(0)
        .setSortProperty(NUMBER);
    addComponentColumn(TaskGrid::recording).setHeader("Recording").setWidth("208px").setFlexGrow(1);
    addComponentColumn(row -> stage(row.task()))
        .setHeader("Stage")
        .setWidth("136px")
        .setFlexGrow(0)
        .setSortProperty("STAGE");
    addComponentColumn(this::planned)
        .setHeader("Plan")
        .setWidth("120px")
        .setFlexGrow(0)
        .setSortProperty("PRIORITY");
    addComponentColumn(row -> holder(row.task())).setHeader("Who").setWidth("128px").setFlexGrow(0);
    addComponentColumn(TaskGrid::progress).setHeader("Looked at").setWidth("120px").setFlexGrow(0);
    addComponentColumn(TaskGrid::doubts).setHeader("Doubtful").setWidth("88px").setFlexGrow(0);
    addColumn(row -> facts.changed(row.task()))
        .setHeader("Changed")
        .setWidth("104px")
        .setFlexGrow(0)
        .setSortProperty("CHANGED");
    addComponentColumn(row -> actions(row.task()))
        .setWidth("128px")
        .setFlexGrow(0)
        .setFrozenToEnd(true);
    addItemDoubleClickListener(event -> Routes.open(Routes.annotate(event.getItem().task().id())));
  }

  /** Rows are asked for as they come into view. */
  TaskGrid with(Project of, Function<TaskQuery, Page<Task>> tasks, TaskQuery query) {
    setItems(
        new CallbackDataProvider<Facts, Void>(
            asked -> {
              TaskQuery page = query.page(asked.getOffset(), asked.getLimit(), order(asked));
              return facts.of(of, tasks.apply(page).items()).stream();
            },
            asked -> (int) tasks.apply(query.page(0, 1, TaskQuery.Order.NUMBER)).total(),
            row -> row.task().id()));
    setAllRowsVisible(tasks.apply(query.page(0, 1, TaskQuery.Order.NUMBER)).total() <= FITS);
    return this;
  }

  void choosable(Consumer<Set<UUID>> chosen) {
    setSelectionMode(SelectionMode.MULTI);
    addSelectionListener(event ->
        chosen.accept(
            event.getAllSelectedItems().stream()
                .map(row -> row.task().id())
                .collect(Collectors.toSet())));
  }

  private static TaskQuery.Order order(Query<Facts, ?> asked) {
    return asked.getSortOrders().stream()
        .findFirst()
        .map(sort ->
            switch (sort.getSorted()) {
              case NUMBER ->
                  sort.getDirection() == SortDirection.ASCENDING
                      ? TaskQuery.Order.NUMBER
                      : TaskQuery.Order.NUMBER_DOWN;
              case "CHANGED" ->
                  sort.getDirection() == SortDirection.ASCENDING
                      ? TaskQuery.Order.CHANGED
                      : TaskQuery.Order.CHANGED_UP;
              case "PRIORITY" ->
                  sort.getDirection() == SortDirection.ASCENDING
                      ? TaskQuery.Order.PRIORITY
                      : TaskQuery.Order.DUE;
              default -> TaskQuery.Order.valueOf(sort.getSorted());
            })
        .orElse(TaskQuery.Order.NUMBER);
  }

  private Component planned(Facts of) {
    Task task = of.task();
    Div row = new Div();
    TaskMarks.late(of.late()).ifPresent(row::add);
    TaskMarks.of(task, facts.now()).forEach(row::add);
    row.addClassNames("kr-row", "kr-marks");
    return row;
  }

  private static Component recording(Facts row) {
    Task task = row.task();
    Video video = row.video();
    Span name = new Span(video.name());
    name.addClassNames("kr-strong", "kr-ellipsis");
    name.getElement().setAttribute("title", video.name());
    Span frames =
        new Span(
            task.frames().length() == video.frameCount()
                ? Formats.count(video.frameCount(), "frame", "frames")
                : Formats.frames(task.frames().from(), task.frames().to()));
    frames.addClassNames("kr-muted", "kr-small");
    Div words = new Div(name, frames);
    words.addClassName("kr-stack");
    Div cell = new Div(new Poster(video.id()), words);
    cell.addClassNames("kr-row", "kr-nowrap");
    return cell;
  }

  private static Component stage(Task task) {
    Span dot = new Span();
    dot.addClassNames(
        "kr-stage-dot", "kr-stage-" + task.stage().kind().name().toLowerCase(Locale.ROOT));
    Span name = new Span(task.stage().name());
    Div row = new Div(dot, name);
    if (task.round() > 1) {
      Span round = new Span("round " + task.round());
      round.addClassNames("kr-muted", "kr-small");
      row.add(round);
    }
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
        .map(people::find)
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

  private static Component progress(Facts facts) {
    ProgressBar bar = new ProgressBar(0, 1, Math.clamp(facts.seen(), 0, 1));
    bar.addClassName("kr-grow");
    bar.getElement().setAttribute("aria-label", "Looked at, task " + facts.task().number());
    Span text = new Span(Formats.percent(facts.seen()));
    text.addClassNames("kr-num", "kr-muted", "kr-small");
    Div row = new Div(bar, text);
    row.addClassNames("kr-row", "kr-nowrap");
    return row;
  }

  private static Component doubts(Facts facts) {
    int count = facts.doubtful();
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
