package io.keyreel.ui.base;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** One figure that matters, with its name above and its meaning below. */
public final class Kpi extends Div {
  private final Span value = new Span("–");
  private final Span meaning = new Span();

  public Kpi(String name) {
    addClassName("kr-kpi");
    Span label = new Span(name);
    label.addClassName("kr-muted");
    value.addClassNames("kr-kpi-value", "kr-num");
    meaning.addClassName("kr-muted");
    add(label, value, meaning);
  }

  public void set(String figure, String note) {
    value.setText(figure);
    meaning.setText(note);
  }
}
