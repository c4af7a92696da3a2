package io.keyreel.ui.base;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;

/** Buttons of the few kinds the screens use. */
public final class Buttons {
  private Buttons() {}

  /** The one thing to do here. */
  public static Button primary(
      String text, Icons icon, ComponentEventListener<ClickEvent<Button>> action) {
    Button button = new Button(text, icon.make(), action);
    button.addThemeVariants(ButtonVariant.PRIMARY);
    return button;
  }

  public static Button primary(String text, ComponentEventListener<ClickEvent<Button>> action) {
    Button button = new Button(text, action);
    button.addThemeVariants(ButtonVariant.PRIMARY);
    return button;
  }

  public static Button plain(String text, ComponentEventListener<ClickEvent<Button>> action) {
    return new Button(text, action);
  }

  public static Button plain(
      String text, Icons icon, ComponentEventListener<ClickEvent<Button>> action) {
    return new Button(text, icon.make(), action);
  }

  public static Button quiet(String text, ComponentEventListener<ClickEvent<Button>> action) {
    Button button = new Button(text, action);
    button.addThemeVariants(ButtonVariant.TERTIARY);
    return button;
  }

  /** An icon alone; the label is read aloud and shown on hover. */
  public static Button icon(
      Icons icon, String label, ComponentEventListener<ClickEvent<Button>> action) {
    Button button = new Button(icon.make(), action);
    button.addThemeVariants(ButtonVariant.TERTIARY);
    button.setAriaLabel(label);
    button.setTooltipText(label);
    return button;
  }

  /** Below a list that is longer than what is shown. */
  public static Div more(Runnable show) {
    Div line = new Div(plain("Show more", event -> show.run()));
    line.addClassName("kr-center");
    return line;
  }
}
