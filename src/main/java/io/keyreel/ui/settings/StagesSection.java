package io.keyreel.ui.settings;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.keyreel.ui.base.Icons;
import io.keyreel.ui.base.Section;
import io.keyreel.workflow.Stage;
import io.keyreel.workflow.Workflow;

/** The steps that each task goes through. */
final class StagesSection extends Section {
  StagesSection(Workflow workflow) {
    super("Stages", "Every recording becomes a task that goes through these steps.");
    Div row = new Div();
    row.addClassName("kr-row");
    for (Stage stage : workflow.stages()) {
      if (stage != workflow.first()) {
        row.add(Icons.CHEVRON_RIGHT.make());
      }
      Span chip = new Span(stage.name());
      chip.addClassName("kr-chip");
      row.add(chip);
    }
    add(row);
  }
}
