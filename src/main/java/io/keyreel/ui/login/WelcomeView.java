package io.keyreel.ui.login;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.keyreel.access.CurrentUser;
import io.keyreel.access.SignIns;
import io.keyreel.access.SignedIn;
import io.keyreel.ui.base.Buttons;
import io.keyreel.ui.base.Notices;
import io.keyreel.ui.base.Routes;
import jakarta.annotation.security.PermitAll;

/** After a one-time link: a name and a password, then in. */
@Route(value = Routes.WELCOME, autoLayout = false)
@PageTitle("Welcome – Keyreel")
@PermitAll
final class WelcomeView extends Div implements BeforeEnterObserver {
  private final CurrentUser currentUser;
  private final SignIns signIns;
  private final TextField name = new TextField("Your name");
  private final PasswordField password = new PasswordField("New password");
  private final PasswordField again = new PasswordField("The same password again");

  WelcomeView(CurrentUser currentUser, SignIns signIns) {
    this.currentUser = currentUser;
    this.signIns = signIns;
    addClassName("kr-door");
    String email = currentUser.require().email();
    name.setValue(currentUser.require().name().equals(email) ? "" : currentUser.require().name());
    name.setAutofocus(true);
    name.setAutocomplete(Autocomplete.NAME);
    password.setHelperText("10 characters or more; a few words are best.");
    password.getElement().setAttribute("autocomplete", "new-password");
    again.getElement().setAttribute("autocomplete", "new-password");
    Button enter = Buttons.primary("Save and enter", event -> save());
    enter.addClickShortcut(Key.ENTER);
    Paragraph who = new Paragraph("You came in by a one-time link for " + email + ".");
    who.addClassName("kr-muted");
    Div fields = new Div(new H2("Welcome to Keyreel"), who, name, password, again, enter);
    fields.addClassName("kr-welcome");
    Div side = new Div(fields);
    side.addClassName("kr-door-form");
    add(new Poster(), side);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (!currentUser.signedIn().maySetPassword()) {
      event.forwardTo(Routes.PROFILE);
    }
  }

  private void save() {
    again.setInvalid(!password.getValue().equals(again.getValue()));
    again.setErrorMessage("The two passwords differ; type the same twice.");
    if (again.isInvalid()) {
      return;
    }
    SignedIn me = currentUser.signedIn();
    signIns.welcome(me, name.getValue(), password.getValue());
    Notices.done("Saved. Next time, sign in as " + me.user().email() + ".");
    getUI().ifPresent(ui -> ui.getPage().setLocation("/"));
  }
}
