package io.keyreel.ui.settings;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.keyreel.kernel.UserError;
import io.keyreel.labels.Skeleton;
import io.keyreel.ui.base.Buttons;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Joints and bones of a class, as lines of text, with a picture of what comes of them. */
final class SkeletonDialog extends Dialog {
  private final ClassDraft draft;
  private final TextArea text = new TextArea("Joints as “name x y”, bones as “name – name”");
  private final Div picture = new Div();

  SkeletonDialog(ClassDraft draft, Runnable done) {
    this.draft = draft;
    setHeaderTitle("Skeleton of " + (draft.name.isBlank() ? "the new class" : draft.name));
    setWidth("720px");
    Paragraph advice =
        new Paragraph(
            "x and y lie between 0 and 1, from the top left; a new skeleton is drawn so. Empty for"
                + " a class without one.");
    advice.addClassName("kr-muted");
    text.setValue(SkeletonText.of(draft.skeleton));
    text.setMinRows(14);
    text.setValueChangeMode(ValueChangeMode.LAZY);
    text.addValueChangeListener(event -> draw());
    picture.addClassName("kr-skeleton");
    Div both = new Div(text, picture);
    both.addClassName("kr-columns");
    add(advice, both);
    getFooter()
        .add(
            Buttons.quiet("Cancel", event -> close()),
            Buttons.primary(
                "Keep",
                event -> {
                  draft.skeleton = SkeletonText.read(text.getValue());
                  done.run();
                  close();
                }));
    draw();
  }

  private void draw() {
    picture.removeAll();
    try {
      Skeleton skeleton = SkeletonText.read(text.getValue());
      if (skeleton != null) {
        picture.add(new Svg(svg(skeleton, draft.color)));
      }
    } catch (UserError e) {
      Span why = new Span(Objects.requireNonNullElse(e.getMessage(), ""));
      why.addClassName("kr-low");
      picture.add(why);
    }
  }

  /** Numbers and a checked colour only: no text of a person gets into the picture. */
  private static String svg(Skeleton skeleton, @Nullable String color) {
    String stroke = color != null && color.matches("#[0-9a-fA-F]{6}") ? color : "#3a8dff";
    StringBuilder svg =
        new StringBuilder(
            "<svg viewBox='-0.1 -0.1 1.2 1.2' width='280' height='280' fill='none' stroke='%s'>"
                .formatted(stroke));
    for (List<Integer> bone : skeleton.bones()) {
      Skeleton.Joint a = skeleton.joints().get(bone.getFirst());
      Skeleton.Joint b = skeleton.joints().get(bone.getLast());
      svg.append(
          String.format(
              Locale.ROOT,
              "<line x1='%f' y1='%f' x2='%f' y2='%f' stroke-width='0.015'/>",
              a.x(),
              a.y(),
              b.x(),
              b.y()));
    }
    for (Skeleton.Joint joint : skeleton.joints()) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<circle cx='%f' cy='%f' r='0.022' fill='%s' stroke='none'/>",
              joint.x(),
              joint.y(),
              stroke));
    }
    return svg.append("</svg>").toString();
  }
}
