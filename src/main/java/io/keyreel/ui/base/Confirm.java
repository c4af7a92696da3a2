package io.keyreel.ui.base;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** Asks once more before something that cannot be taken back. */
public final class Confirm {
  private Confirm() {}

  public static void danger(String question, String consequence, String verb, Runnable action) {
    ConfirmDialog dialog = new ConfirmDialog();
    dialog.setHeader(question);
    dialog.setText(consequence);
    dialog.setCancelable(true);
    dialog.setCancelText("Keep");
    dialog.setConfirmText(verb);
    dialog.setConfirmButtonTheme("primary error");
    dialog.addConfirmListener(event -> action.run());
    dialog.open();
  }
}
