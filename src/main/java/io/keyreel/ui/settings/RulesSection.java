package io.keyreel.ui.settings;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.slider.IntegerSlider;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.keyreel.access.Project;
import io.keyreel.access.ProjectChange;
import io.keyreel.access.ProjectSettings;
import io.keyreel.access.Projects;
import io.keyreel.ui.base.Buttons;
import io.keyreel.ui.base.Desk;
import io.keyreel.ui.base.Formats;
import io.keyreel.ui.base.Notices;
import io.keyreel.ui.base.Section;
import java.util.List;
import java.util.stream.Stream;

/** Name, description, the engine, and from which confidence on nobody has to look. */
final class RulesSection extends Section {
  private static final int LEAST = 30;
  private static final int MOST = 99;

  private final Projects projects;
  private final Desk desk;
  private final TextField name = new TextField("Name");
  private final TextArea description = new TextArea("Description");
  private final IntegerSlider threshold = new IntegerSlider("Doubt threshold", LEAST, MOST);
  private final Span meaning = new Span();
  private final Select<String> engine = new Select<>("Engine");
  private Project project;

  RulesSection(Project project, Projects projects, Desk desk, boolean edits, List<String> engines) {
    super("Project", "What it is called, and when a frame asks for a look.");
    this.project = project;
    this.projects = projects;
    this.desk = desk;
    name.setReadOnly(!edits);
    engine.setItems(offered(engines, project.settings().engine()));
    engine.setHelperText("It carries masks from keyframe to keyframe; the next run uses it.");
    engine.setReadOnly(!edits);
    description.setReadOnly(!edits);
    description.setMinRows(2);
    threshold.setReadOnly(!edits);
    threshold.addValueChangeListener(event -> explain());
    meaning.addClassNames("kr-muted", "kr-small");
    Button save = Buttons.primary("Save project", event -> save());
    save.setVisible(edits);
    Div form = new Div(name, description, engine, threshold, meaning, new Div(save));
    form.addClassName("kr-form");
    add(form);
    fill();
  }

  /** With the project's own, which may have gone since it was chosen. */
  private static List<String> offered(List<String> engines, String chosen) {
    return Stream.concat(engines.stream(), Stream.of(chosen)).distinct().toList();
  }

  private void fill() {
    name.setValue(project.name());
    description.setValue(project.description());
    engine.setValue(project.settings().engine());
    int percent = (int) Math.round(project.settings().doubtThreshold() * 100);
    threshold.setValue(Math.clamp(percent, LEAST, MOST));
    explain();
  }

  private void explain() {
    meaning.setText(
        "A span is doubtful where the engine expects less than "
            + Formats.confidence(threshold.getValue() / 100.0)
            + " overlap with the truth. Higher: more to look at, less error left.");
  }

  private void save() {
    ProjectSettings settings = new ProjectSettings(engine.getValue(), threshold.getValue() / 100.0);
    project =
        projects.update(
            project.id(),
            new ProjectChange(project.version(), name.getValue(), description.getValue(), settings),
            desk.me());
    Notices.done("The project is saved.");
    fill();
  }
}
