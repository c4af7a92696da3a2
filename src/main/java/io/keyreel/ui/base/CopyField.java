package io.keyreel.ui.base;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;

/** A text to take along: read-only, with a button that copies it. */
public final class CopyField extends TextField {
  public CopyField(String label, String text) {
    setLabel(label);
    setValue(text);
    setReadOnly(true);
    setWidthFull();
    setAutoselect(true);
    Button copy =
        Buttons.icon(Icons.COPY, "Copy", event -> Notices.done("Copied to the clipboard."));
    copy.getElement()
        .executeJs(
            "this.addEventListener('click', () => navigator.clipboard?.writeText($0.value))",
            getElement());
    setSuffixComponent(copy);
  }
}
