package io.keyreel.ui.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.keyreel.labels.Ontologies;
import io.keyreel.labels.Ontology;
import io.keyreel.labels.OntologyClass;
import io.keyreel.labels.OntologyPlan;
import io.keyreel.ui.base.Buttons;
import io.keyreel.ui.base.ClassChips;
import io.keyreel.ui.base.Desk;
import io.keyreel.ui.base.Formats;
import io.keyreel.ui.base.Icons;
import io.keyreel.ui.base.Notices;
import io.keyreel.ui.base.Section;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** What can be labelled: each class with its colour, key and attributes. */
final class ClassesSection extends Section {
  private final UUID project;
  private final Ontologies ontologies;
  private final Desk desk;
  private final List<ClassDraft> drafts = new ArrayList<>();
  private final Div list = new Div();
  private final Button save = Buttons.primary("Save classes", event -> save());
  private final Span state = new Span();
  private Ontology saved;

  ClassesSection(UUID project, Ontologies ontologies, Desk desk, boolean edits) {
    super("Classes", "What can be labelled. The key picks the class in the annotator.");
    this.project = project;
    this.ontologies = ontologies;
    this.desk = desk;
    saved = ontologies.current(project);
    if (!edits) {
      add(new ClassChips(classes()));
      return;
    }
    list.addClassName("kr-list");
    state.addClassNames("kr-muted", "kr-small");
    Div row = new Div(Buttons.plain("Add class", Icons.PLUS, event -> append()), save, state);
    row.addClassName("kr-row");
    add(list, row);
    reload();
  }

  private List<OntologyClass> classes() {
    return Objects.requireNonNullElse(saved.classes(), List.of());
  }

  private void reload() {
    drafts.clear();
    classes().forEach(each -> drafts.add(ClassDraft.of(each)));
    fill();
    state.setText(saved.version() == 0 ? "Nothing saved yet" : "Version " + saved.version());
    save.setEnabled(false);
  }

  private void fill() {
    list.removeAll();
    list.setVisible(!drafts.isEmpty());
    drafts.forEach(draft -> list.add(row(draft)));
  }

  private void append() {
    drafts.add(ClassDraft.after(drafts));
    touched();
    fill();
  }

  private void touched() {
    save.setEnabled(true);
    state.setText("Not saved yet");
  }

  private Component row(ClassDraft draft) {
    ColorInput color = new ColorInput(draft.color, "Colour of " + draft.name);
    color.onChange(value -> {
      draft.color = value;
      touched();
    });
    TextField name = new TextField();
    name.setAriaLabel("Class name");
    name.setPlaceholder("Class name");
    name.setValue(draft.name);
    name.addClassName("kr-grow");
    name.addValueChangeListener(event -> {
      draft.name = event.getValue();
      touched();
    });
    Div row =
        new Div(
            color,
            name,
            kind(draft),
            key(draft),
            attributes(draft),
            skeleton(draft),
            remove(draft));
    row.addClassName("kr-list-row");
    return row;
  }

  private Select<String> kind(ClassDraft draft) {
    Select<String> kind = new Select<>();
    kind.setItems("thing", "stuff");
    kind.setItemLabelGenerator(value -> value.equals("thing") ? "Thing" : "Stuff");
    kind.setValue(draft.kind);
    kind.setAriaLabel("Kind");
    kind.setWidth("104px");
    kind.setTooltipText("Things are counted one by one; stuff, like grass, is not.");
    kind.addValueChangeListener(event -> {
      draft.kind = event.getValue();
      touched();
    });
    return kind;
  }

  private Select<String> key(ClassDraft draft) {
    Select<String> key = new Select<>();
    key.setItems("", "1", "2", "3", "4", "5", "6", "7", "8", "9", "0");
    key.setItemLabelGenerator(value -> value.isEmpty() ? "No key" : "Key " + value);
    key.setValue(Objects.requireNonNullElse(draft.key, ""));
    key.setAriaLabel("Key");
    key.setWidth("104px");
    key.addValueChangeListener(event -> {
      draft.key = event.getValue().isEmpty() ? null : event.getValue();
      touched();
    });
    return key;
  }

  private Button attributes(ClassDraft draft) {
    int n = draft.attributes.size();
    Button button =
        Buttons.quiet(
            n == 0 ? "Add attributes" : Formats.count(n, "attribute", "attributes"),
            event ->
                new AttributesDialog(
                        draft,
                        () -> {
                          touched();
                          fill();
                        })
                    .open());
    button.setWidth("128px");
    return button;
  }

  private Button skeleton(ClassDraft draft) {
    Button button =
        Buttons.quiet(
            draft.skeleton == null
                ? "Skeleton"
                : Formats.count(draft.skeleton.joints().size(), "joint", "joints"),
            event ->
                new SkeletonDialog(
                        draft,
                        () -> {
                          touched();
                          fill();
                        })
                    .open());
    button.setWidth("96px");
    return button;
  }

  private Button remove(ClassDraft draft) {
    return Buttons.icon(
        Icons.TRASH,
        "Remove " + draft.name,
        event -> {
          drafts.remove(draft);
          touched();
          fill();
        });
  }

  private void save() {
    Set<String> taken = new HashSet<>();
    drafts.stream().map(draft -> draft.id).filter(Objects::nonNull).forEach(taken::add);
    List<OntologyClass> next = drafts.stream().map(draft -> draft.toClass(taken)).toList();
    Ontology now = ontologies.current(project);
    Ontology base = now.classes().equals(saved.classes()) ? now : saved;
    Ontology wanted = new Ontology(base.version(), next, now.events(), now.clips());
    if (ontologies.preview(project, new OntologyPlan(wanted, Map.of()), desk.me()).isEmpty()) {
      save(wanted, Map.of());
      return;
    }
    new SaveClassesDialog(
            base.classes().stream().filter(each -> wanted.find(each.id()).isEmpty()).toList(),
            next,
            chosen -> ontologies.preview(project, new OntologyPlan(wanted, chosen), desk.me()),
            chosen -> save(wanted, chosen))
        .open();
  }

  private void save(Ontology wanted, Map<String, String> successors) {
    saved = ontologies.save(project, new OntologyPlan(wanted, successors), desk.me());
    reload();
    Notices.done("The classes are saved as version " + saved.version() + ".");
  }
}
