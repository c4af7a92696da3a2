package io.keyreel.ui.annotator;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.keyreel.ui.base.Desk;
import io.keyreel.ui.base.Notices;
import io.keyreel.ui.base.ProjectPage;
import io.keyreel.ui.base.Routes;
import io.keyreel.workflow.Task;
import io.keyreel.workflow.Tasks;
import io.keyreel.workflow.Transitions;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;

/** The whole window for one task. */
@Route(value = Routes.ANNOTATE, autoLayout = false)
@PermitAll
@JsModule("./annotator/keyreel-annotator.ts")
final class AnnotatorView extends Div implements BeforeEnterObserver, HasDynamicTitle {
  private final Desk desk;
  private final Tasks tasks;
  private final Transitions transitions;
  private String title = "Keyreel";

  AnnotatorView(Desk desk, Tasks tasks, Transitions transitions) {
    this.desk = desk;
    this.tasks = tasks;
    this.transitions = transitions;
    addClassName("kr-annotator");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    Task task =
        tasks.find(ProjectPage.id(event.getRouteParameters().get("task").orElse("")), desk.me());
    title = "Task " + task.number() + " – Keyreel";
    Element annotator = new Element("keyreel-annotator");
    annotator.setAttribute("task", task.id().toString());
    QueryParameters query = event.getLocation().getQueryParameters();
    query.getSingleParameter("frame").ifPresent(frame -> annotator.setAttribute("frame", frame));
    query.getSingleParameter("track").ifPresent(track -> annotator.setAttribute("track", track));
    annotator.addEventListener("keyreel-exit", exit -> leave(task));
    annotator.addEventListener("keyreel-next", done -> next(task));
    getElement().removeAllChildren();
    getElement().appendChild(annotator);
  }

  @Override
  public String getPageTitle() {
    return title;
  }

  private static void leave(Task task) {
    Routes.open(Routes.tasks(task.project()));
  }

  private void next(Task task) {
    Optional<Task> found = transitions.now(task.project(), desk.me());
    if (found.isPresent()) {
      Routes.open(Routes.annotate(found.get().id()));
    } else {
      leave(task);
      Notices.done("Nothing waits for you here. You are done for now.");
    }
  }
}
