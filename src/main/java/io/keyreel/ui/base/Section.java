package io.keyreel.ui.base;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** A titled part of a screen with settings. */
public class Section extends Div {
  public Section(String title, String explanation, Component... actions) {
    addClassNames("kr-card", "kr-section");
    Paragraph text = new Paragraph(explanation);
    text.addClassName("kr-muted");
    Div names = new Div(new H2(title), text);
    Div buttons = new Div(actions);
    buttons.addClassName("kr-row");
    Div head = new Div(names, buttons);
    head.addClassName("kr-section-head");
    add(head);
  }
}
