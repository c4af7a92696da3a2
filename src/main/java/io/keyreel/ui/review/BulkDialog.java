package io.keyreel.ui.review;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import io.keyreel.ui.base.Buttons;
import io.keyreel.ui.base.Formats;
import io.keyreel.ui.base.Notices;
import io.keyreel.ui.base.Scale;
import io.keyreel.workflow.BulkAcceptance;
import io.keyreel.workflow.BulkAcceptance.Report;
import io.keyreel.workflow.BulkAcceptance.Sample;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Accepts in bulk: a threshold, a look at a random sample, what it says, then the decision. */
final class BulkDialog extends Dialog {
  private final UUID project;
  private final BulkActions actions;
  private final Runnable done;
  private final NumberField threshold = new NumberField("Accept from this confidence on");
  private final IntegerField size = new IntegerField("Masks to look at first");
  private final Div body = new Div();
  private @Nullable BulkAcceptance bulk;

  BulkDialog(UUID project, BulkActions actions, Runnable done) {
    this.project = project;
    this.actions = actions;
    this.done = done;
    setHeaderTitle("Accept in bulk");
    setWidth("720px");
    setCloseOnOutsideClick(false);
    body.addClassNames("kr-form", "kr-bulk-body");
    add(body, new Keys(Map.of("g", () -> judge(true), "b", () -> judge(false))).inDialogs());
    ask();
  }

  private void ask() {
    threshold.setValue(0.95);
    threshold.setMin(0.01);
    threshold.setMax(1);
    threshold.setStep(0.01);
    threshold.setStepButtonsVisible(true);
    size.setValue(30);
    size.setMin(1);
    size.setMax(500);
    size.setStepButtonsVisible(true);
    Div fields = new Div(threshold, size);
    fields.addClassName("kr-columns");
    Paragraph text =
        new Paragraph(
            "A random sample is drawn of all masks that would be accepted. You look at it mask by"
                + " mask; it tells how many wrong ones would slip through.");
    text.addClassName("kr-muted");
    body.removeAll();
    body.add(text, fields);
    getFooter().removeAll();
    getFooter()
        .add(
            Buttons.quiet("Cancel", event -> close()),
            Buttons.primary("Draw the sample", event -> start()));
  }

  private void start() {
    bulk =
        actions.start(
            project,
            Objects.requireNonNullElse(threshold.getValue(), 0.95),
            Objects.requireNonNullElse(size.getValue(), 30));
    next();
  }

  private Optional<Sample> open(BulkAcceptance now) {
    return now.samples().stream().filter(sample -> sample.good() == null).findFirst();
  }

  private void next() {
    BulkAcceptance now = Objects.requireNonNull(bulk);
    open(now).ifPresentOrElse(sample -> show(now, sample), () -> report(now));
  }

  private void show(BulkAcceptance now, Sample sample) {
    Span place = new Span("Mask " + (sample.number() + 1) + " of " + now.samples().size());
    place.addClassName("kr-strong");
    Span about =
        new Span(
            Formats.count(now.frames(), "mask", "masks")
                + " would be accepted · frame "
                + sample.frame());
    about.addClassNames("kr-muted", "kr-small");
    Div head = new Div(place, about, Scale.label(sample.confidence()));
    head.addClassName("kr-row");
    body.removeAll();
    body.add(head, actions.picture(sample));
    getFooter().removeAll();
    getFooter()
        .add(
            Buttons.quiet("Stop", event -> drop()),
            Buttons.plain("Wrong (B)", event -> judge(false)),
            Buttons.primary("Good (G)", event -> judge(true)));
  }

  private void judge(boolean good) {
    BulkAcceptance now = bulk;
    if (now != null) {
      open(now)
          .ifPresent(sample -> {
            bulk = actions.judge(project, now.id(), sample.number(), good);
            next();
          });
    }
  }

  private void report(BulkAcceptance now) {
    Report says = Objects.requireNonNull(now.report());
    Span found =
        new Span(
            says.bad() == 0
                ? "No mask of the sample is wrong."
                : Formats.count(says.bad(), "mask is", "masks are")
                    + " wrong of "
                    + Formats.count(says.judged())
                    + " in the sample.");
    found.addClassName("kr-strong");
    Paragraph missed =
        new Paragraph(
            "Accepting all %s would let through about %s wrong ones; with 95 %% confidence %s to %s."
                .formatted(
                    Formats.count(now.frames(), "mask", "masks"),
                    Formats.count(says.missed()),
                    Formats.count(says.missedLow()),
                    Formats.count(says.missedHigh())));
    Paragraph left =
        new Paragraph(
            says.bad() == 0
                ? "You can still stop: nothing is accepted yet."
                : "The spans in which a mask was wrong are left in the queue.");
    left.addClassName("kr-muted");
    body.removeAll();
    body.add(found, missed, left);
    getFooter().removeAll();
    getFooter()
        .add(
            Buttons.quiet("Accept nothing", event -> drop()),
            Buttons.primary("Accept the rest", event -> accept(now)));
  }

  private void accept(BulkAcceptance now) {
    actions.accept(project, now.id());
    Notices.done("Accepted; it is on record with what the sample said.");
    close();
    done.run();
  }

  private void drop() {
    if (bulk != null) {
      actions.drop(project, bulk.id());
    }
    close();
  }
}
