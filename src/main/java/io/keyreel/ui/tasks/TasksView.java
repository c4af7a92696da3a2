package io.keyreel.ui.tasks;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.keyreel.access.Action;
import io.keyreel.access.Project;
import io.keyreel.kernel.Page;
import io.keyreel.ui.base.Buttons;
import io.keyreel.ui.base.Desk;
import io.keyreel.ui.base.EmptyState;
import io.keyreel.ui.base.Formats;
import io.keyreel.ui.base.Icons;
import io.keyreel.ui.base.Notices;
import io.keyreel.ui.base.PageHead;
import io.keyreel.ui.base.ProjectPage;
import io.keyreel.ui.base.Routes;
import io.keyreel.ui.base.Switch;
import io.keyreel.workflow.BulkChange;
import io.keyreel.workflow.Stage;
import io.keyreel.workflow.Task;
import io.keyreel.workflow.TaskQuery;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The work of a project, as a table or a board, and the way to the next piece of it. */
@Route(Routes.TASKS)
@PermitAll
final class TasksView extends ProjectPage {
  private static final String TABLE = "Table";
  private static final String BOARD = "Board";

  private final TaskDesk work;
  private final Switch kind = new Switch("Shown as", this::redraw, TABLE, BOARD);
  private final Div body = new Div();
  private List<Stage> stages = List.of();
  private @Nullable PageHead head;
  private @Nullable TaskFilters filters;
  private @Nullable TaskGrid grid;
  private @Nullable TaskBoard board;

  TasksView(Desk desk, TaskDesk work) {
    super(desk, "Tasks");
    this.work = work;
    body.addClassNames("kr-stack", "kr-grow");
    kind.addClassName("kr-end");
  }

  @Override
  protected void show(Project project, QueryParameters query) {
    boolean leads = desk().may(project.id(), Action.TASK_ASSIGN);
    Button start = Buttons.primary("Next task", Icons.PLAY, event -> next());
    start.setTooltipText("Takes the task that should be done next and opens it.");
    Button cut = Buttons.plain("Make tasks…", Icons.PLUS, event -> cut());
    cut.setVisible(leads);
    head = new PageHead("Tasks", cut, start);
    stages = work.stages(project);
    filters = new TaskFilters(stages, this::redraw);
    Div bar = new Div(filters, work.kept(project, filters), kind);
    bar.addClassNames("kr-row", "kr-filters");
    board = new TaskBoard(project, work.facts(), asked -> work.tasks(project, asked));
    grid = new TaskGrid(work.facts(), (task, anchor) -> work.menu(task, anchor, this::refresh));
    add(head, bar);
    if (leads) {
      BulkBar bulk =
          new BulkBar(() -> work.members(project), this::bulk, () -> grid().deselectAll());
      grid.choosable(bulk::show);
      add(bulk);
    }
    add(body);
    redraw();
  }

  private TaskGrid grid() {
    return Objects.requireNonNull(grid);
  }

  /** Other rows are wanted. */
  private void redraw() {
    if (grid == null || head == null || filters == null || board == null) {
      return;
    }
    TaskQuery query = filters.query(desk().me().id(), desk().now());
    Page<Task> count = work.tasks(project(), query);
    head.setFacts(count.total() == 0 ? "" : Formats.count(count.total(), "task", "tasks"));
    body.removeAll();
    if (count.total() == 0) {
      body.add(nothing());
    } else if (kind.is(BOARD)) {
      board.show(stages, query);
      body.add(board);
    } else {
      body.add(grid.with(project(), asked -> work.tasks(project(), asked), query));
    }
  }

  /** The rows that are shown may have changed; what is chosen stays chosen. */
  @Override
  protected void refresh() {
    if (grid != null && grid.isAttached()) {
      grid.getDataProvider().refreshAll();
    } else {
      redraw();
    }
  }

  private EmptyState nothing() {
    return filters != null && filters.narrows()
        ? new EmptyState(
            Icons.SEARCH, "No task matches", "Choose another stage, or look at everybody’s tasks.")
        : new EmptyState(
            Icons.TASKS,
            "No tasks yet",
            "Each recording becomes a task as soon as its frames are read. Upload one to begin.",
            Buttons.plain("Go to the library", e -> Routes.open(Routes.library(project().id()))));
  }

  private void cut() {
    new CutDialog(
            null,
            request -> work.preview(project(), request),
            request -> work.cut(project(), request),
            this::redraw)
        .open();
  }

  private void bulk(BulkChange change) {
    BulkChange.Outcome outcome = work.bulk(project(), change);
    grid().deselectAll();
    redraw();
    if (outcome.refused().isEmpty()) {
      Notices.done(Formats.count(outcome.changed(), "task", "tasks") + " changed.");
    } else {
      Notices.done(
          "%d changed, %d stay as they were: %s"
              .formatted(
                  outcome.changed(),
                  outcome.refused().size(),
                  outcome.refused().getFirst().message()));
    }
  }

  private void next() {
    Optional<Task> task = work.next(project());
    task.ifPresentOrElse(
        found -> Routes.open(Routes.annotate(found.id())),
        () -> Notices.done("Nothing waits for you here. You are done for now."));
  }
}
