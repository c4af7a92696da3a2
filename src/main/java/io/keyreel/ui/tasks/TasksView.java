package io.keyreel.ui.tasks;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
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
import io.keyreel.workflow.Stage;
import io.keyreel.workflow.Task;
import io.keyreel.workflow.TaskQuery;
import io.keyreel.workflow.Tasks;
import io.keyreel.workflow.Transitions;
import io.keyreel.workflow.Workflows;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The work of a project, and the way to the next piece of it. */
@Route(Routes.TASKS)
@PermitAll
final class TasksView extends ProjectPage {
  private static final int MOST = 500;

  private final Tasks tasks;
  private final Transitions transitions;
  private final Workflows workflows;
  private final TaskFacts facts;
  private final TaskMoves moves;
  private final Select<String> stage = new Select<>();
  private final Checkbox mine = new Checkbox("Only mine");
  private final Div body = new Div();
  private @Nullable PageHead head;
  private @Nullable TaskGrid grid;

  TasksView(
      Desk desk,
      Tasks tasks,
      Transitions transitions,
      Workflows workflows,
      TaskFacts facts,
      TaskMoves moves) {
    super(desk, "Tasks");
    this.tasks = tasks;
    this.transitions = transitions;
    this.workflows = workflows;
    this.facts = facts;
    this.moves = moves;
    stage.setAriaLabel("Stage");
    stage.addValueChangeListener(event -> refreshIfShown());
    mine.addValueChangeListener(event -> refreshIfShown());
    body.addClassNames("kr-stack", "kr-grow");
  }

  @Override
  protected void show(Project project, QueryParameters query) {
    Button start = Buttons.primary("Next task", Icons.PLAY, event -> next());
    start.setTooltipText("Takes the task that should be done next and opens it.");
    head = new PageHead("Tasks", start);
    List<Stage> stages = workflows.current(project.id(), desk().me()).stages();
    stage.setItems(Stream.concat(Stream.of(""), stages.stream().map(Stage::id)).toList());
    stage.setItemLabelGenerator(id ->
        stages.stream()
            .filter(each -> each.id().equals(id))
            .map(Stage::name)
            .findFirst()
            .orElse("All stages"));
    stage.setValue("");
    Div filters = new Div(stage, mine);
    filters.addClassName("kr-row");
    grid = new TaskGrid(facts, (task, anchor) -> moves.menu(task, anchor, this::refresh));
    add(head, filters, body);
    refresh();
  }

  private void refreshIfShown() {
    if (grid != null && body.isAttached()) {
      refresh();
    }
  }

  @Override
  protected void refresh() {
    if (grid == null || head == null) {
      return;
    }
    String wanted = stage.getValue();
    TaskQuery query =
        new TaskQuery(
            wanted == null || wanted.isEmpty() ? null : wanted,
            null,
            mine.getValue() ? desk().me().id() : null,
            null,
            0,
            MOST);
    Page<Task> page = tasks.ofProject(project().id(), query, desk().me());
    head.setFacts(page.total() == 0 ? "" : Formats.count(page.total(), "task", "tasks"));
    body.removeAll();
    body.add(page.items().isEmpty() ? nothing(query) : grid.with(page.items(), project()));
  }

  private EmptyState nothing(TaskQuery query) {
    boolean filtered = query.stage() != null || query.assignee() != null;
    return filtered
        ? new EmptyState(
            Icons.SEARCH, "No task matches", "Choose another stage, or look at everybody’s tasks.")
        : new EmptyState(
            Icons.TASKS,
            "No tasks yet",
            "Each recording becomes a task as soon as its frames are read. Upload one to begin.",
            Buttons.plain("Go to the library", e -> Routes.open(Routes.library(project().id()))));
  }

  private void next() {
    Optional<Task> task = transitions.now(project().id(), desk().me());
    task.ifPresentOrElse(
        found -> Routes.open(Routes.annotate(found.id())),
        () -> Notices.done("Nothing waits for you here. You are done for now."));
  }
}
