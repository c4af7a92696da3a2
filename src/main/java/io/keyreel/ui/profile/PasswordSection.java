package io.keyreel.ui.profile;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import io.keyreel.access.CurrentUser;
import io.keyreel.access.SignIns;
import io.keyreel.ui.base.Buttons;
import io.keyreel.ui.base.Notices;
import io.keyreel.ui.base.Section;

/** Changing the password ends all other sign-ins. */
final class PasswordSection extends Section {
  private final CurrentUser currentUser;
  private final SignIns signIns;
  private final PasswordField present = new PasswordField("Present password");
  private final PasswordField next = new PasswordField("New password");

  PasswordSection(CurrentUser currentUser, SignIns signIns) {
    super("Password", "Changing it signs you out everywhere else.");
    this.currentUser = currentUser;
    this.signIns = signIns;
    present.getElement().setAttribute("autocomplete", "current-password");
    next.getElement().setAttribute("autocomplete", "new-password");
    Div row = new Div(present, next, Buttons.plain("Change password", event -> change()));
    row.addClassNames("kr-row", "kr-baseline");
    add(row);
  }

  private void change() {
    signIns.changePassword(currentUser.signedIn(), present.getValue(), next.getValue());
    present.clear();
    next.clear();
    Notices.done("The password is changed.");
  }
}
