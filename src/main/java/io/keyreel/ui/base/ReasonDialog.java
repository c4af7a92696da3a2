package io.keyreel.ui.base;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.function.Consumer;

/** Asks for a few words, then acts. */
public final class ReasonDialog extends Dialog {
  public ReasonDialog(String title, String question, String verb, Consumer<String> action) {
    this(title, question, verb, List.of(), action);
  }

  /**
   * @param offered beginnings to choose from, one click each
   */
  public ReasonDialog(
      String title, String question, String verb, List<String> offered, Consumer<String> action) {
    setHeaderTitle(title);
    setWidth("480px");
    TextArea text = new TextArea(question);
    text.setWidthFull();
    text.setMinRows(3);
    text.setMaxLength(2000);
    text.setAutofocus(true);
    text.setValueChangeMode(ValueChangeMode.EAGER);
    if (!offered.isEmpty()) {
      Div chips = new Div();
      chips.addClassNames("kr-row", "kr-offered");
      offered.forEach(each ->
          chips.add(
              Buttons.plain(
                  each,
                  event -> {
                    text.setValue(text.isEmpty() ? each : each + ": " + text.getValue());
                    text.focus();
                  })));
      add(chips);
    }
    add(text);
    Button act =
        Buttons.primary(
            verb,
            event -> {
              if (text.getValue().isBlank()) {
                text.setErrorMessage("Write a few words first.");
                text.setInvalid(true);
                text.focus();
              } else {
                action.accept(text.getValue());
                close();
              }
            });
    text.setManualValidation(true);
    text.addValueChangeListener(event -> text.setInvalid(false));
    getFooter().add(Buttons.quiet("Cancel", event -> close()), act);
  }
}
