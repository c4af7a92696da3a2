package io.keyreel.ui.tasks;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.keyreel.ui.base.Buttons;
import io.keyreel.ui.base.Formats;
import io.keyreel.ui.base.Notices;
import io.keyreel.ui.base.ReasonDialog;
import io.keyreel.ui.base.Routes;
import io.keyreel.workflow.LateView;
import io.keyreel.workflow.Task;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Edits that came after a task had gone on: what each would change, and what becomes of them. */
final class LateDialog extends Dialog {
  private static final Map<String, String> WORDS =
      Map.of(
          "track.create", "New track",
          "track.update", "Track changed",
          "track.delete", "Track deleted",
          "keyframe.put", "Shape drawn",
          "keyframe.commit", "Keyframe confirmed",
          "keyframe.delete", "Keyframe removed",
          "state.put", "Visibility, attributes",
          "event.put", "Event",
          "tag.put", "Clip tag");

  /** What somebody may do with late edits. */
  interface Deeds {
    List<LateView> waiting();

    boolean takesOver();

    boolean putsAside();

    LateView.Decided takeOver(boolean over);

    LateView.Decided putAside(String reason);
  }

  private final Task task;
  private final Deeds deeds;
  private final Runnable done;
  private final Div list = new Div();
  private final Button over =
      Buttons.plain("Also over newer edits", event -> told(this.deeds().takeOver(true)));

  LateDialog(Task task, Deeds deeds, Runnable done) {
    this.task = task;
    this.deeds = deeds;
    this.done = done;
    setHeaderTitle("Late edits of task " + task.number());
    setWidth("720px");
    Paragraph advice =
        new Paragraph(
            "They were made while their author was offline and came after the task had gone on."
                + " They stand beside the labels until somebody decides.");
    advice.addClassName("kr-muted");
    list.addClassName("kr-list");
    add(advice, list);
    Button aside = Buttons.plain("Put aside…", event -> ask());
    aside.setVisible(deeds.putsAside());
    Button take = Buttons.primary("Take over", event -> told(deeds.takeOver(false)));
    take.setVisible(deeds.takesOver());
    over.setVisible(false);
    getFooter().add(Buttons.quiet("Close", event -> close()), aside, over, take);
    fill(deeds.waiting());
  }

  private Deeds deeds() {
    return deeds;
  }

  private void fill(List<LateView> edits) {
    list.removeAll();
    edits.forEach(edit -> list.add(row(edit)));
    over.setVisible(deeds.takesOver() && edits.stream().anyMatch(edit -> edit.outcome() != null));
  }

  private Component row(LateView edit) {
    LateView.TrackRef track = edit.track();
    String what =
        WORDS.getOrDefault(edit.kind(), edit.kind())
            + (track == null
                ? ""
                : ", " + (track.name().isEmpty() ? "track " + track.number() : track.name()))
            + (edit.frame() == null ? "" : " at frame " + edit.frame());
    Span title = new Span(what);
    title.addClassName("kr-strong");
    Span by = new Span(edit.author().name() + difference(edit));
    by.addClassNames("kr-muted", "kr-small");
    Div words = new Div(title, by);
    words.addClassNames("kr-stack", "kr-grow");
    if (edit.outcome() != null) {
      Span why = new Span(edit.outcome());
      why.addClassNames("kr-low", "kr-small");
      words.add(why);
    }
    Div row = new Div(words);
    row.addClassName("kr-list-row");
    Integer frame = edit.frame();
    if (frame != null) {
      row.add(
          Buttons.plain(
              "Look",
              event ->
                  Routes.open(
                      Routes.annotate(task.id(), frame, track == null ? null : track.id()))));
    }
    return row;
  }

  private static String difference(LateView edit) {
    LateView.Difference difference = edit.difference();
    return difference == null
        ? ""
        : " · %s px more, %s px less, IoU %s with what stands"
            .formatted(
                Formats.count(difference.gained()),
                Formats.count(difference.lost()),
                Formats.confidence(difference.iou()));
  }

  private void ask() {
    new ReasonDialog(
            "Put late edits aside",
            "Why? Their author reads it; the edits stay on record.",
            "Put aside",
            reason -> told(deeds.putAside(reason)))
        .open();
  }

  private void told(LateView.Decided decided) {
    Notices.done(
        Objects.equals(decided.left(), 0)
            ? Formats.count(decided.done(), "late edit is", "late edits are") + " decided on."
            : "%d taken over; %d do not fit and say why."
                .formatted(decided.done(), decided.left()));
    done.run();
    if (decided.left() == 0) {
      close();
    } else {
      fill(deeds.waiting());
    }
  }
}
