package io.keyreel.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.shared.Registration;
import io.keyreel.access.Action;
import io.keyreel.access.Project;
import io.keyreel.jobs.Job;
import io.keyreel.jobs.JobQueue;
import io.keyreel.jobs.JobState;
import io.keyreel.ui.base.Buttons;
import io.keyreel.ui.base.Desk;
import io.keyreel.ui.base.Formats;
import io.keyreel.ui.base.Icons;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the server is busy with in this project, with its progress; leads can stop it. */
final class JobsButton extends Div {
  private static final int STEP = 8;

  private final Desk desk;
  private final JobQueue queue;
  private final Button button = new Button(Icons.JOBS.make());
  private final Div list = new Div();
  private @Nullable Registration watching;
  private @Nullable UUID project;
  private int shown = STEP;

  JobsButton(Desk desk, JobQueue queue) {
    this.desk = desk;
    this.queue = queue;
    addClassName("kr-dot");
    button.addThemeVariants(ButtonVariant.TERTIARY);
    button.setAriaLabel("Jobs of this project");
    button.setTooltipText("Jobs of this project");
    Div panel = new Div(new H3("Jobs"), list);
    panel.addClassName("kr-panel");
    Popover popover = new Popover(panel);
    popover.setTarget(button);
    popover.setAriaLabel("Jobs of this project");
    popover.addOpenedChangeListener(event -> {
      shown = STEP;
      refresh();
    });
    add(button, popover);
  }

  void show(Optional<Project> current) {
    if (watching != null) {
      watching.remove();
      watching = null;
    }
    setVisible(current.isPresent());
    project = current.map(Project::id).orElse(null);
    if (project != null) {
      watching = desk.watchProject(this, project, this::refresh);
      refresh();
    }
  }

  private void refresh() {
    if (project == null) {
      return;
    }
    List<Job> jobs = queue.ofProject(project, shown + 1);
    long running = queue.active(Set.of(project)).size();
    if (running > 0) {
      getElement().setAttribute("data-count", String.valueOf(running));
    } else {
      getElement().removeAttribute("data-count");
    }
    button.setClassName("kr-turning", running > 0);
    list.removeAll();
    if (jobs.isEmpty()) {
      Span nothing =
          new Span("Nothing has run here yet. Uploads, propagation and exports show up.");
      nothing.addClassName("kr-muted");
      list.add(new Div(nothing));
    }
    boolean mayCancel = desk.may(project, Action.JOB_CANCEL);
    jobs.stream().limit(shown).forEach(job -> list.add(row(job, mayCancel)));
    if (jobs.size() > shown) {
      list.add(
          Buttons.more(() -> {
            shown += STEP;
            refresh();
          }));
    }
  }

  private Component row(Job job, boolean mayCancel) {
    Div row = new Div();
    row.addClassName("kr-panel-item");
    boolean active = job.state() == JobState.QUEUED || job.state() == JobState.RUNNING;
    Span title = new Span(job.title());
    title.addClassName("kr-strong");
    row.add(title);
    if (active && mayCancel) {
      row.add(Buttons.icon(Icons.CLOSE, "Cancel " + job.title(), event -> cancel(job.id())));
    } else {
      row.add(new Span());
    }
    if (active) {
      ProgressBar bar = new ProgressBar(0, 1, Math.clamp(job.progress(), 0, 1));
      bar.setIndeterminate(job.state() == JobState.QUEUED);
      bar.getElement().setAttribute("aria-label", job.title());
      row.add(bar);
    }
    Span state = new Span(state(job));
    state.addClassNames("kr-small", "kr-wide", job.error() == null ? "kr-muted" : "kr-low");
    row.add(state);
    return row;
  }

  private String state(Job job) {
    return switch (job.state()) {
      case QUEUED -> "Waiting for its turn";
      case RUNNING ->
          Formats.percent(job.progress()) + (job.message().isBlank() ? "" : " · " + job.message());
      case DONE ->
          "Done " + desk.ago(Optional.ofNullable(job.finishedAt()).orElse(job.createdAt()));
      case FAILED -> Optional.ofNullable(job.error()).orElse("It failed; try again.");
      case CANCELLED -> "Cancelled";
    };
  }

  private void cancel(UUID job) {
    if (project != null && desk.may(project, Action.JOB_CANCEL)) {
      queue.cancel(job);
      refresh();
    }
  }
}
