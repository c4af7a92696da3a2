package io.keyreel.ui.base;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;

/** The head of a screen: its name, one line of facts, and what can be done here. */
public final class PageHead extends Div {
  private final Span facts = new Span();

  public PageHead(String title, Component... actions) {
    addClassName("kr-page-head");
    facts.addClassName("kr-muted");
    Div names = new Div(new H1(title), facts);
    names.addClassName("kr-page-names");
    Div buttons = new Div(actions);
    buttons.addClassName("kr-row");
    add(names, buttons);
  }

  public void setFacts(String text) {
    facts.setText(text);
  }
}
