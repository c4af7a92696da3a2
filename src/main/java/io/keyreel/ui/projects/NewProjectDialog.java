package io.keyreel.ui.projects;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.keyreel.access.NewProject;
import io.keyreel.access.Project;
import io.keyreel.labels.ProjectSetup;
import io.keyreel.labels.Template;
import io.keyreel.ui.base.Buttons;
import io.keyreel.ui.base.ClassChips;
import io.keyreel.ui.base.Desk;
import io.keyreel.ui.base.Notices;
import io.keyreel.ui.base.Routes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A name, a kind of footage, and the project stands. */
final class NewProjectDialog extends Dialog {
  private final Desk desk;
  private final ProjectSetup setup;
  private final TextField name = new TextField("Name");
  private final TextArea description = new TextArea("Description");
  private final Map<Template, NativeButton> choices = new LinkedHashMap<>();
  private final Div preview = new Div();
  private final Button create = Buttons.primary("Create project", event -> create());
  private Template chosen = Template.ALL.getFirst();

  NewProjectDialog(Desk desk, ProjectSetup setup) {
    this.desk = desk;
    this.setup = setup;
    setHeaderTitle("New project");
    setWidth("720px");
    name.setPlaceholder("Park and road");
    name.setMaxLength(120);
    name.setAutofocus(true);
    name.setValueChangeMode(ValueChangeMode.EAGER);
    name.addValueChangeListener(event -> create.setEnabled(!event.getValue().isBlank()));
    create.setEnabled(false);
    description.setPlaceholder("What is filmed, and what the labels are for");
    description.setMinRows(2);
    Span question = new Span("Start from");
    question.addClassName("kr-strong");
    preview.addClassName("kr-stack");
    Div form = new Div(name, description, question, templates(), preview);
    form.addClassName("kr-form");
    add(form);
    getFooter().add(Buttons.quiet("Cancel", event -> close()), create);
    choose(chosen);
  }

  private Div templates() {
    Div all = new Div();
    all.addClassName("kr-choices");
    all.getElement().setAttribute("role", "radiogroup");
    all.getElement().setAttribute("aria-label", "Template");
    for (Template template : Template.ALL) {
      Div tile = new Div(Tiles.icon(Optional.of(template)).make());
      tile.addClassName("kr-tile");
      Span title = new Span(template.name());
      title.addClassName("kr-strong");
      Span advice = new Span(template.advice());
      advice.addClassNames("kr-muted", "kr-small");
      Div words = new Div(title, advice);
      words.addClassName("kr-stack");
      NativeButton choice = new NativeButton("", event -> choose(template));
      choice.add(tile, words);
      choice.addClassName("kr-choice");
      choice.getElement().setAttribute("role", "radio");
      choices.put(template, choice);
      all.add(choice);
    }
    return all;
  }

  private void choose(Template template) {
    chosen = template;
    choices.forEach((each, button) ->
        button.getElement().setAttribute("aria-checked", String.valueOf(each == template)));
    preview.removeAll();
    Span label =
        new Span(
            template.classes().isEmpty()
                ? "No classes yet; you add them in the project’s settings."
                : "Classes you begin with; change them any time. Stages: Label → Review → Approved.");
    label.addClassNames("kr-muted", "kr-small");
    preview.add(label, new ClassChips(template.classes()));
  }

  private void create() {
    Project project =
        setup.create(
            new NewProject(name.getValue(), description.getValue(), chosen.id()), desk.me());
    close();
    Notices.done("“" + project.name() + "” is ready. Upload the first recordings.");
    Routes.open(Routes.library(project.id()));
  }
}
