package io.keyreel.ui.base;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.LinkedHashMap;
import java.util.Map;

/** A few ways to show the same thing, side by side; one of them is on. */
public final class Switch extends Div {
  private final Map<String, NativeButton> buttons = new LinkedHashMap<>();
  private final Runnable changed;
  private String value;

  public Switch(String label, Runnable changed, String first, String... others) {
    this.changed = changed;
    value = first;
    addClassName("kr-switch");
    getElement().setAttribute("role", "group");
    getElement().setAttribute("aria-label", label);
    add(button(first));
    for (String other : others) {
      add(button(other));
    }
    mark();
  }

  /** Tells nobody. */
  public void show(String word) {
    value = word;
    mark();
  }

  public boolean is(String word) {
    return value.equals(word);
  }

  private NativeButton button(String word) {
    NativeButton button =
        new NativeButton(
            word,
            event -> {
              value = word;
              mark();
              changed.run();
            });
    buttons.put(word, button);
    return button;
  }

  private void mark() {
    buttons.forEach((word, button) ->
        button.getElement().setAttribute("aria-pressed", String.valueOf(word.equals(value))));
  }
}
