package io.keyreel.ui.projects;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.shared.Registration;
import io.keyreel.demo.DemoProgress;
import io.keyreel.ui.base.Live;
import java.util.Optional;

/** Says how far the demo is, as long as it is being loaded. */
@org.springframework.stereotype.Component
class DemoNote {
  private final DemoProgress progress;
  private final Live live;

  DemoNote(DemoProgress progress, Live live) {
    this.progress = progress;
    this.live = live;
  }

  Registration watch(Component owner, Runnable refresh) {
    return live.watch(owner, DemoProgress.TOPIC, refresh);
  }

  Optional<Component> now() {
    return progress.step().map(DemoNote::note);
  }

  private static Component note(DemoProgress.Step step) {
    Span title =
        new Span(
            "The demo is being loaded: %d of %d recordings".formatted(step.ready(), step.all()));
    title.addClassName("kr-strong");
    Span now =
        new Span(
            "Now “%s”. Look around meanwhile; each shows up as it is ready.".formatted(step.now()));
    now.addClassNames("kr-muted", "kr-small");
    ProgressBar bar = new ProgressBar(0, step.all(), step.ready() + 0.5);
    bar.getElement().setAttribute("aria-label", "Loading the demo");
    Div note = new Div(title, now, bar);
    note.addClassNames("kr-card", "kr-note");
    note.getElement().setAttribute("role", "status");
    return note;
  }
}
