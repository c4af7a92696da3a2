package io.keyreel.ui.base;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;

/** Asks for a few words, then acts. */
public final class ReasonDialog extends Dialog {
  public ReasonDialog(String title, String question, String verb, Consumer<String> action) {
    setHeaderTitle(title);
    setWidth("480px");
    TextArea text = new TextArea(question);
    text.setWidthFull();
    text.setMinRows(3);
    text.setMaxLength(2000);
    text.setAutofocus(true);
    text.setValueChangeMode(ValueChangeMode.EAGER);
    add(text);
    Button act =
        Buttons.primary(
            verb,
            event -> {
              action.accept(text.getValue());
              close();
            });
    act.setEnabled(false);
    text.addValueChangeListener(event -> act.setEnabled(!event.getValue().isBlank()));
    getFooter().add(Buttons.quiet("Cancel", event -> close()), act);
  }
}
