package io.keyreel.ui.review;

import com.vaadin.flow.component.html.Div;
import io.keyreel.ui.base.Formats;
import io.keyreel.ui.base.Kpi;
import io.keyreel.workflow.ReviewQueue;

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

  void show(ReviewQueue.Standing all) {
    spans.set(
        Formats.count(all.spans()),
        "in " + Formats.count(all.tasks(), "task", "tasks") + " under review");
    frames.set(
        Formats.count(all.frames()),
        "of " + Formats.count(all.masks()) + " masks nobody has confirmed");
    error.set(Formats.percentFine(all.error()), "mean of 1 − confidence over them");
    time.set(duration(all.seconds()), "at 4 s a span and 0.12 s a frame");
  }

  private static String duration(double seconds) {
    return seconds < 2 * MINUTE
        ? Math.round(seconds) + " s"
        : Math.round(seconds / MINUTE) + " min";
  }
}
