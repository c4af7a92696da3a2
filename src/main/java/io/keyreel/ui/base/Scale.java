package io.keyreel.ui.base;

import com.vaadin.flow.component.html.Span;

/** The one colour scale of confidence; the number always stands beside the colour. */
public enum Scale {
  LOW,
  MIDDLE,
  HIGH;

  private static final double MIDDLE_FROM = 0.6;
  private static final double HIGH_FROM = 0.8;

  public static Scale of(double confidence) {
    if (confidence >= HIGH_FROM) {
      return HIGH;
    }
    return confidence >= MIDDLE_FROM ? MIDDLE : LOW;
  }

  public static Span label(double confidence) {
    Span label = new Span("● " + Formats.confidence(confidence));
    label.addClassNames("kr-num", of(confidence).className());
    label.getElement().setAttribute("aria-label", "confidence " + Formats.confidence(confidence));
    return label;
  }

  public String className() {
    return switch (this) {
      case LOW -> "kr-low";
      case MIDDLE -> "kr-mid";
      case HIGH -> "kr-high";
    };
  }
}
