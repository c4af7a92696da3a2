package io.keyreel.ui.profile;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.keyreel.access.User;
import io.keyreel.access.Users;
import io.keyreel.ui.base.Buttons;
import io.keyreel.ui.base.Notices;
import io.keyreel.ui.base.Section;

/** The name that others see. */
final class NameSection extends Section {
  NameSection(User me, Users users) {
    super("Name", "Others see it beside your work and notes.");
    TextField name = new TextField("Name");
    name.setValue(users.find(me.id()).name());
    name.setWidth("320px");
    Div row =
        new Div(
            name,
            Buttons.plain(
                "Save name",
                event -> {
                  users.rename(me, name.getValue());
                  Notices.done("Your name is saved.");
                }));
    row.addClassNames("kr-row", "kr-baseline");
    add(row);
  }
}
