package io.keyreel.ui.review;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.keyreel.labels.OntologyClass;
import io.keyreel.ui.base.Buttons;
import io.keyreel.ui.base.ClassChips;
import io.keyreel.ui.base.Formats;
import io.keyreel.ui.base.Scale;
import io.keyreel.workflow.QueuedSpan;
import org.jspecify.annotations.Nullable;

/** A span: why to look, what is seen, how sure the engine was, what to do. */
final class SpanRow extends Div {
  private final Queue.Item item;
  private final Picture picture;
  private Runnable accept = () -> {};
  private Runnable fix = () -> {};

  SpanRow(Picture picture, Queue.Item item) {
    this.item = item;
    this.picture = picture;
    addClassNames("kr-card", "kr-span");
    getElement().setAttribute("role", "listitem").setAttribute("tabindex", "0");
    add(gain(), facts(), new Filmstrip(item.video(), picture.stills()), strip(), buttons());
  }

  Queue.Item item() {
    return item;
  }

  void onSelect(Runnable select) {
    addClickListener(event -> select.run());
    getElement().addEventListener("focus", event -> select.run());
  }

  void onAccept(Runnable action) {
    accept = action;
  }

  void onFix(Runnable action) {
    fix = action;
  }

  void setSelected(boolean selected) {
    setClassName("kr-on", selected);
    getElement().setAttribute("aria-current", String.valueOf(selected));
  }

  void scroll() {
    scrollIntoView();
  }

  /** Where the engine was least sure: the frame to begin with. */
  int worstFrame() {
    int worst = item.span().from();
    float least = 2;
    for (int frame = item.span().from(); frame < item.span().to(); frame++) {
      @Nullable Float value = picture.values().get(frame - picture.first());
      if (value != null && value < least) {
        least = value;
        worst = frame;
      }
    }
    return worst;
  }

  private Div gain() {
    Span value = new Span(Formats.gain(item.span().gain()));
    value.addClassNames("kr-gain", "kr-num");
    Span unit = new Span("gain/s");
    unit.addClassNames("kr-muted", "kr-small");
    Div both = new Div(value, unit);
    both.addClassNames("kr-stack", "kr-span-gain");
    both.getElement().setAttribute("title", "Frames this look is likely to mend, a second");
    return both;
  }

  private Div facts() {
    QueuedSpan span = item.span();
    Span name = new Span();
    item.kind().map(OntologyClass::color).ifPresent(color -> name.add(ClassChips.swatch(color)));
    name.add(new Span(title(span)));
    name.addClassNames("kr-strong", "kr-row");
    Span place = new Span(item.video().name());
    place.addClassNames("kr-muted", "kr-small", "kr-ellipsis");
    place.getElement().setAttribute("title", item.video().name());
    Span frames =
        new Span(Formats.frames(span.from(), span.to()) + " · " + span.mendable() + " to mend");
    frames.addClassNames("kr-muted", "kr-small", "kr-ellipsis");
    frames
        .getElement()
        .setAttribute("title", "A keyframe here is likely to mend that many frames around it");
    Div worst = new Div(Scale.label(span.minConfidence()), frames);
    worst.addClassNames("kr-row", "kr-nowrap");
    Div facts = new Div(name, place, worst);
    facts.addClassName("kr-stack");
    return facts;
  }

  private String title(QueuedSpan span) {
    return item.kind()
        .map(OntologyClass::name)
        .filter(kind -> span.trackName().startsWith("Track "))
        .map(kind -> kind + " #" + span.trackName().substring("Track ".length()))
        .orElse(span.trackName());
  }

  private ConfidenceStrip strip() {
    return new ConfidenceStrip(picture, item.span().from(), item.span().to());
  }

  private Div buttons() {
    Div row =
        new Div(
            Buttons.plain("Fix", event -> fix.run()),
            Buttons.primary("Accept", event -> accept.run()));
    row.addClassNames("kr-row", "kr-nowrap");
    return row;
  }
}
