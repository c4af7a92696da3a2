package io.keyreel.ui.tasks;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.UserError;
import io.keyreel.ui.base.Buttons;
import io.keyreel.ui.base.Formats;
import io.keyreel.ui.base.Notices;
import io.keyreel.workflow.Cut;
import io.keyreel.workflow.CutPreview;
import io.keyreel.workflow.CutRequest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks how recordings should be cut into tasks, and shows what would come of it. */
public final class CutDialog extends Dialog {
  private static final int SHOWN = 40;

  private final @Nullable List<UUID> videos;
  private final Function<CutRequest, CutPreview> preview;
  private final Function<CutRequest, CutPreview> make;
  private final Runnable done;
  private final RadioButtonGroup<Cut.By> by = new RadioButtonGroup<>("Cut");
  private final IntegerField frames = number("Frames a task", 300);
  private final IntegerField overlap = number("Overlap", 30);
  private final IntegerField every = number("One every", 900);
  private final IntegerField least = number("At least", 24);
  private final IntegerField priority = number("Priority", 0);
  private final DatePicker due = new DatePicker("Due");
  private final TextField tags = new TextField("Tags");
  private final TextField skill = new TextField("Skill needed");
  private final Div outcome = new Div();
  private final Button create = Buttons.primary("Make tasks", event -> make());

  /**
   * @param videos all of the project, when absent
   */
  public CutDialog(
      @Nullable List<UUID> videos,
      Function<CutRequest, CutPreview> preview,
      Function<CutRequest, CutPreview> make,
      Runnable done) {
    this.videos = videos;
    this.preview = preview;
    this.make = make;
    this.done = done;
    setHeaderTitle(videos == null ? "Make tasks of all recordings" : "Make tasks");
    setWidth("640px");
    by.setItems(Cut.By.values());
    by.setItemLabelGenerator(CutDialog::label);
    by.setValue(Cut.By.SHOTS);
    by.addValueChangeListener(event -> look());
    tags.setPlaceholder("night, rain");
    skill.setPlaceholder("Anyone");
    skill.addValueChangeListener(event -> look());
    tags.addValueChangeListener(event -> look());
    outcome.addClassNames("kr-cut-preview");
    outcome.getElement().setAttribute("role", "status");
    add(form(by, row(frames, overlap, every, least), row(priority, due, tags, skill), outcome));
    getFooter().add(Buttons.quiet("Cancel", event -> close()), create);
    look();
  }

  private static Div form(Component... parts) {
    Div form = new Div(parts);
    form.addClassName("kr-form");
    return form;
  }

  private static Div row(Component... parts) {
    Div row = new Div(parts);
    row.addClassNames("kr-row", "kr-fields");
    return row;
  }

  private IntegerField number(String label, int value) {
    IntegerField field = new IntegerField(label);
    field.setValue(value);
    field.setStepButtonsVisible(true);
    field.setWidth("136px");
    field.addValueChangeListener(event -> look());
    return field;
  }

  private CutRequest request() {
    Cut.By how = by.getValue();
    Cut cut =
        switch (how) {
          case WHOLE -> Cut.WHOLE;
          case SHOTS -> new Cut(how, least.getValue(), null, null);
          case LENGTH -> new Cut(how, frames.getValue(), overlap.getValue(), null);
          case SAMPLES -> new Cut(how, frames.getValue(), null, every.getValue());
        };
    LocalDate day = due.getValue();
    return new CutRequest(
        videos,
        cut,
        Objects.requireNonNullElse(priority.getValue(), 0),
        day == null ? null : day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
        Arrays.asList(tags.getValue().split(",")),
        skill.getValue());
  }

  private void look() {
    if (by.getValue() == null || create == null) {
      return;
    }
    frames.setVisible(by.getValue() == Cut.By.LENGTH || by.getValue() == Cut.By.SAMPLES);
    overlap.setVisible(by.getValue() == Cut.By.LENGTH);
    every.setVisible(by.getValue() == Cut.By.SAMPLES);
    least.setVisible(by.getValue() == Cut.By.SHOTS);
    outcome.removeAll();
    try {
      show(preview.apply(request()));
    } catch (UserError e) {
      create.setEnabled(false);
      Span why = new Span(Objects.requireNonNullElse(e.getMessage(), ""));
      why.addClassName("kr-low");
      outcome.add(why);
    }
  }

  private void show(CutPreview would) {
    create.setEnabled(would.tasks() > 0);
    create.setText(
        would.tasks() == 0
            ? "Make tasks"
            : "Make " + Formats.count(would.tasks(), "task", "tasks"));
    Span sum =
        new Span(
            would.tasks() == 0
                ? "This would make no task."
                : "This would make "
                    + Formats.count(would.tasks(), "task", "tasks")
                    + " of "
                    + Formats.count(
                        would.videos().size() - would.skipped(), "recording", "recordings")
                    + ".");
    sum.addClassName("kr-strong");
    outcome.add(sum);
    if (would.replaced() > 0) {
      outcome.add(
          muted(
              Formats.count(would.replaced(), "task", "tasks")
                  + " that nobody has begun give way; their numbers stay where they can."));
    }
    would.videos().stream().limit(SHOWN).forEach(each -> outcome.add(line(each)));
    if (would.videos().size() > SHOWN) {
      outcome.add(muted("… and " + (would.videos().size() - SHOWN) + " more"));
    }
  }

  private static Div line(CutPreview.VideoCut cut) {
    Span name = new Span(cut.name());
    name.addClassNames("kr-ellipsis", "kr-grow");
    Div line = new Div(name);
    line.addClassNames("kr-row", "kr-nowrap");
    if (cut.skipped() != null) {
      Span why = muted(cut.skipped());
      why.addClassName("kr-mid");
      line.add(why);
      return line;
    }
    line.add(bar(cut.tasks()), muted(Formats.count(cut.tasks().size(), "task", "tasks")));
    return line;
  }

  /** The tasks along the recording, to scale. */
  private static Div bar(List<FrameRange> tasks) {
    Div bar = new Div();
    bar.addClassName("kr-cut-bar");
    int end = tasks.stream().mapToInt(FrameRange::to).max().orElse(1);
    for (int i = 0; i < Math.min(tasks.size(), 200); i++) {
      Div part = new Div();
      part.getStyle()
          .set("left", 100.0 * tasks.get(i).from() / end + "%")
          .set("width", 100.0 * tasks.get(i).length() / end + "%");
      part.setClassName("kr-odd", i % 2 == 1);
      bar.add(part);
    }
    bar.getElement().setAttribute("aria-hidden", "true");
    return bar;
  }

  private static Span muted(String text) {
    Span span = new Span(text);
    span.addClassNames("kr-muted", "kr-small");
    return span;
  }

  private void make() {
    CutPreview made = make.apply(request());
    Notices.done(Formats.count(made.tasks(), "task", "tasks") + " are there now.");
    close();
    done.run();
  }

  private static String label(Cut.By by) {
    return switch (by) {
      case WHOLE -> "Not at all: one task a recording";
      case SHOTS -> "At each cut of the film";
      case LENGTH -> "Into pieces of the same length";
      case SAMPLES -> "Samples only";
    };
  }
}
