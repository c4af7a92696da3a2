package io.keyreel.ui.base;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.keyreel.labels.OntologyClass;
import java.util.List;

/** Classes as small labels with their colours and keys. */
public final class ClassChips extends Div {
  public ClassChips(List<OntologyClass> classes) {
    addClassName("kr-row");
    classes.forEach(c -> add(chip(c)));
  }

  public static Span swatch(String color) {
    Span swatch = new Span();
    swatch.addClassName("kr-swatch");
    swatch.getStyle().set("background", color);
    return swatch;
  }

  private static Span chip(OntologyClass c) {
    Span chip = new Span(swatch(c.color()), new Span(c.name()));
    if (c.key() != null) {
      Span key = new Span(c.key());
      key.addClassName("kr-key");
      chip.add(key);
    }
    chip.addClassName("kr-chip");
    return chip;
  }
}
