package io.keyreel.ui.settings;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import io.keyreel.ui.base.Buttons;
import io.keyreel.ui.base.Desk;
import io.keyreel.ui.base.Notices;
import io.keyreel.ui.base.Section;
import io.keyreel.workflow.ReturnReasons;
import java.util.List;
import java.util.UUID;

/** Why work is returned here: reviewers choose one of these, or write their own. */
final class ReasonsSection extends Section {
  ReasonsSection(UUID project, ReturnReasons reasons, Desk desk, boolean edits) {
    super(
        "Reasons to return a task",
        "One a line. Reviewers are offered them, and the dashboards count by them.");
    TextArea text = new TextArea();
    text.setAriaLabel("Reasons to return a task, one a line");
    text.setValue(String.join("\n", reasons.of(project, desk.me())));
    text.setReadOnly(!edits);
    text.setMinRows(4);
    Div form = new Div(text);
    form.addClassName("kr-form");
    if (edits) {
      form.add(
          new Div(
              Buttons.primary(
                  "Save reasons",
                  event -> {
                    List<String> lines = text.getValue().lines().toList();
                    text.setValue(String.join("\n", reasons.save(project, lines, desk.me())));
                    Notices.done("The reasons are saved.");
                  })));
    }
    add(form);
  }
}
