package io.keyreel.ui.review;

import com.vaadin.flow.component.html.Div;
import io.keyreel.ui.base.Formats;
import io.keyreel.ui.base.Kpi;

/** How much there is to look at, and what is likely wrong in what nobody confirmed. */
final class Figures extends Div {
  private static final int MINUTE = 60;

  private final Kpi spans = new Kpi("Spans to look at");
  private final Kpi frames = new Kpi("Frames in doubt");
  private final Kpi error = new Kpi("Expected error left");
  private final Kpi time = new Kpi("Time to clear");

  Figures() {
    addClassName("kr-kpis");
    add(spans, frames, error, time);
  }

  void show(Queue queue) {
    spans.set(
        Formats.count(queue.items().size()),
        "in " + Formats.count(queue.tasks(), "task", "tasks") + " under review");
    frames.set(
        Formats.count(queue.doubtfulFrames()),
        "of " + Formats.count(queue.frames()) + " masks nobody has confirmed");
    error.set(Formats.percentFine(queue.expectedError()), "mean of 1 − confidence over them");
    time.set(duration(queue.seconds()), "at 4 s a span and 0.12 s a frame");
  }

  private static String duration(double seconds) {
    return seconds < 2 * MINUTE
        ? Math.round(seconds) + " s"
        : Math.round(seconds / MINUTE) + " min";
  }
}
