package io.keyreel.ui.settings;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import io.keyreel.access.Invitation;
import io.keyreel.access.Projects;
import io.keyreel.access.Role;
import io.keyreel.ui.base.Buttons;
import io.keyreel.ui.base.CopyField;
import io.keyreel.ui.base.Desk;
import io.keyreel.ui.base.Notices;
import java.util.UUID;

/** An address and a role; then a one-time link to hand over. */
final class InviteDialog extends Dialog {
  private final UUID project;
  private final Projects projects;
  private final Desk desk;
  private final Runnable changed;
  private final EmailField email = new EmailField("E-mail");
  private final TextField name = new TextField("Name (they can change it)");
  private final Select<Role> role = MembersSection.roles();

  InviteDialog(UUID project, Projects projects, Desk desk, Runnable changed) {
    this.project = project;
    this.projects = projects;
    this.desk = desk;
    this.changed = changed;
    setHeaderTitle("Invite a person");
    setWidth("480px");
    email.setAutofocus(true);
    email.setErrorMessage("Enter an e-mail address.");
    role.setLabel("Role");
    role.addValueChangeListener(
        event -> role.setHelperText(MembersSection.explain(event.getValue())));
    role.setValue(Role.LABELER);
    Div form = new Div(email, name, role);
    form.addClassName("kr-form");
    add(form);
    getFooter()
        .add(
            Buttons.quiet("Cancel", event -> close()),
            Buttons.primary("Invite", event -> invite()));
  }

  private void invite() {
    if (email.isEmpty() || email.isInvalid()) {
      email.setInvalid(true);
      return;
    }
    Invitation invitation =
        projects.invite(project, email.getValue(), name.getValue(), role.getValue(), desk.me());
    changed.run();
    String path = invitation.path();
    if (path == null) {
      close();
      Notices.done(invitation.member().user().name() + " finds the project in their list now.");
      return;
    }
    UI.getCurrent()
        .getPage()
        .fetchCurrentURL(url -> showLink(url.getProtocol() + "://" + url.getAuthority() + path));
  }

  private void showLink(String link) {
    removeAll();
    getFooter().removeAll();
    setHeaderTitle("Hand over this link");
    Paragraph text =
        new Paragraph(
            "Send it to "
                + email.getValue()
                + ". It works once, and asks for a name and password.");
    text.addClassName("kr-muted");
    add(text, new CopyField("One-time link", link));
    getFooter().add(Buttons.primary("Done", event -> close()));
  }
}
