package io.keyreel.ui.settings;

import com.vaadin.flow.component.AbstractSinglePropertyField;
import com.vaadin.flow.component.Tag;
import java.util.function.Consumer;

/** The browser's own choice of a colour. */
@Tag("input")
final class ColorInput extends AbstractSinglePropertyField<ColorInput, String> {
  ColorInput(String value, String label) {
    super("value", "", false);
    getElement().setAttribute("type", "color");
    getElement().setAttribute("aria-label", label);
    getElement().getClassList().add("kr-color");
    setSynchronizedEvent("change");
    setValue(value);
  }

  void onChange(Consumer<String> listener) {
    addValueChangeListener(event -> listener.accept(event.getValue()));
  }
}
