package io.keyreel.ui.base;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;

/** What stands where nothing is yet: why, and what to do about it. */
public final class EmptyState extends Div {
  public EmptyState(Icons icon, String title, String advice, Component... actions) {
    addClassName("kr-empty");
    Div mark = new Div(icon.make());
    mark.addClassName("kr-empty-mark");
    Div row = new Div(actions);
    row.addClassName("kr-row");
    add(mark, new H3(title), new Paragraph(advice));
    if (actions.length > 0) {
      add(row);
    }
  }
}
