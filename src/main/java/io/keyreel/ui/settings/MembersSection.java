package io.keyreel.ui.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.keyreel.access.Member;
import io.keyreel.access.Projects;
import io.keyreel.access.Role;
import io.keyreel.access.User;
import io.keyreel.kernel.Page;
import io.keyreel.ui.base.Buttons;
import io.keyreel.ui.base.Confirm;
import io.keyreel.ui.base.Desk;
import io.keyreel.ui.base.Icons;
import io.keyreel.ui.base.Notices;
import io.keyreel.ui.base.Section;
import java.util.Locale;
import java.util.UUID;

/** Who is in the project, and as what. */
final class MembersSection extends Section {
  private static final int STEP = 12;

  private final UUID project;
  private final Projects projects;
  private final Desk desk;
  private final boolean edits;
  private final Div list = new Div();
  private final TextField search = new TextField();
  private int shown = STEP;

  MembersSection(UUID project, Projects projects, Desk desk, boolean edits) {
    super(
        "Members",
        "Each role may do what those before it may: labelers draw, reviewers check and approve,"
            + " leads assign, upload and export, admins invite and delete.");
    this.project = project;
    this.projects = projects;
    this.desk = desk;
    this.edits = edits;
    list.addClassName("kr-list");
    search.setPlaceholder("Search by name or e-mail");
    search.setAriaLabel("Search members by name or e-mail");
    search.setPrefixComponent(Icons.SEARCH.make());
    search.setClearButtonVisible(true);
    search.setWidth("320px");
    search.setValueChangeMode(ValueChangeMode.LAZY);
    search.addValueChangeListener(event -> fill());
    add(search, list);
    if (edits) {
      add(new Div(Buttons.plain("Invite a person", Icons.PLUS, event -> invite())));
    }
    fill();
  }

  private void invite() {
    new InviteDialog(project, projects, desk, this::fill).open();
  }

  private void fill() {
    Page<Member> page = projects.members(project, search.getValue().strip(), shown, desk.me());
    list.removeAll();
    page.items().forEach(member -> list.add(row(member)));
    search.setVisible(!search.isEmpty() || page.total() > STEP);
    if (page.items().isEmpty()) {
      Span nobody = new Span("No member matches; search for less.");
      nobody.addClassName("kr-muted");
      list.add(nobody);
    }
    if (page.total() > page.items().size()) {
      list.add(
          Buttons.more(() -> {
            shown += STEP;
            fill();
          }));
    }
  }

  private Component row(Member member) {
    User user = member.user();
    boolean waits = user.name().equals(user.email());
    Span name = new Span(waits ? "Invited" : user.name());
    name.addClassName("kr-strong");
    Span email = new Span(user.email());
    email.addClassNames("kr-muted", "kr-small");
    Div names = new Div(name, email);
    names.addClassNames("kr-stack", "kr-grow");
    email.getElement().setAttribute("title", user.email());
    Select<Role> role = roles();
    role.setAriaLabel("Role of " + user.name());
    role.setValue(member.role());
    role.setReadOnly(!edits);
    role.addValueChangeListener(event -> change(user, event.getValue()));
    Div row = new Div(new Avatar(user.name()), names, role);
    if (edits) {
      row.add(Buttons.icon(Icons.TRASH, "Remove " + user.name(), event -> askRemove(user)));
    }
    row.addClassName("kr-list-row");
    return row;
  }

  static Select<Role> roles() {
    Select<Role> role = new Select<>();
    role.setItems(Role.values());
    role.setItemLabelGenerator(MembersSection::label);
    role.setWidth("144px");
    return role;
  }

  /** What somebody of the role may do, for who chooses it. */
  static String explain(Role role) {
    return switch (role) {
      case LABELER -> "Takes tasks, draws, submits.";
      case REVIEWER -> "And reviews what others drew: accepts, sends back, approves.";
      case LEAD -> "And uploads, assigns, exports, edits classes and settings.";
      case ADMIN -> "And invites people, changes roles and deletes recordings.";
    };
  }

  private static String label(Role role) {
    return switch (role) {
      case LABELER -> "Labeler";
      case REVIEWER -> "Reviewer";
      case LEAD -> "Lead";
      case ADMIN -> "Admin";
    };
  }

  private void change(User user, Role role) {
    try {
      projects.setRole(project, user.id(), role, desk.me());
      Notices.done(user.name() + " is now " + label(role).toLowerCase(Locale.ROOT) + ".");
    } finally {
      fill();
    }
  }

  private void askRemove(User user) {
    Confirm.danger(
        "Remove " + user.name() + " from the project?",
        "Their work stays. They no longer see the project.",
        "Remove",
        () -> {
          projects.remove(project, user.id(), desk.me());
          fill();
        });
  }
}
