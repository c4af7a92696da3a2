package io.keyreel.ui.tasks;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import io.keyreel.access.Member;
import io.keyreel.access.User;
import io.keyreel.ui.base.Buttons;
import io.keyreel.workflow.Task;
import java.util.List;
import java.util.function.Consumer;

/** Gives a task to a member. */
final class AssignDialog extends Dialog {
  AssignDialog(Task task, List<Member> members, Consumer<User> assign) {
    setHeaderTitle("Assign task " + task.number());
    setWidth("400px");
    ComboBox<User> person = new ComboBox<>("Who should do it");
    person.setItems(members.stream().map(Member::user).toList());
    person.setItemLabelGenerator(User::name);
    person.setWidthFull();
    person.setAutofocus(true);
    add(person);
    Button give =
        Buttons.primary(
            "Assign",
            event -> {
              assign.accept(person.getValue());
              close();
            });
    give.setEnabled(false);
    person.addValueChangeListener(event -> give.setEnabled(event.getValue() != null));
    getFooter().add(Buttons.quiet("Cancel", event -> close()), give);
  }
}
