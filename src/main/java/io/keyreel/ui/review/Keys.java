package io.keyreel.ui.review;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Map;

/** Single keys that act on the screen, but never while somebody types or a dialog is open. */
@Tag("keyreel-keys")
@JsModule("./ui/keyreel-keys.ts")
final class Keys extends Component {
  private static final String KEY = "event.detail";

  /** Hears keys inside a dialog, not on the screen behind it. */
  Keys inDialogs() {
    getElement().setAttribute("in-dialog", true);
    return this;
  }

  Keys(Map<String, Runnable> actions) {
    getElement().setAttribute("keys", String.join(" ", actions.keySet()));
    getElement()
        .addEventListener(
            "pressed",
            event -> actions.getOrDefault(event.getEventData().get(KEY).asString(), () -> {}).run())
        .addEventData(KEY);
  }

  static Div legend() {
    Div keys = new Div();
    keys.addClassNames("kr-row", "kr-muted", "kr-small");
    for (String[] key :
        new String[][] {
          {"A", "accept"}, {"F", "fix"}, {"M", "note"}, {"S", "skip"}, {"↑ ↓", "move"}
        }) {
      Span name = new Span(key[0]);
      name.addClassName("kr-kbd");
      keys.add(name, new Span(key[1]));
    }
    return keys;
  }
}
