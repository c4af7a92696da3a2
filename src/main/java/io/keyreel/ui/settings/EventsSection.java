package io.keyreel.ui.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.textfield.TextField;
import io.keyreel.labels.ClipClass;
import io.keyreel.labels.EventClass;
import io.keyreel.labels.Ontologies;
import io.keyreel.labels.Ontology;
import io.keyreel.labels.OntologyClass;
import io.keyreel.ui.base.Buttons;
import io.keyreel.ui.base.Desk;
import io.keyreel.ui.base.Formats;
import io.keyreel.ui.base.Icons;
import io.keyreel.ui.base.Notices;
import io.keyreel.ui.base.Section;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** What intervals on the timeline and whole clips can be. */
final class EventsSection extends Section {
  private final UUID project;
  private final Ontologies ontologies;
  private final Desk desk;
  private final boolean edits;
  private final List<ClassDraft> events = new ArrayList<>();
  private final List<ClassDraft> clips = new ArrayList<>();
  private final Div eventList = new Div();
  private final Div clipList = new Div();
  private final Button save = Buttons.primary("Save events and tags", event -> save());
  private Ontology saved;

  EventsSection(UUID project, Ontologies ontologies, Desk desk, boolean edits) {
    super("Events and clip tags", "Events are intervals on the timeline; tags are of whole clips.");
    this.project = project;
    this.ontologies = ontologies;
    this.desk = desk;
    this.edits = edits;
    saved = ontologies.current(project);
    eventList.addClassName("kr-list");
    clipList.addClassName("kr-list");
    add(new H3("Events"), eventList);
    addButton("Add event", events);
    add(new H3("Clip tags"), clipList);
    addButton("Add tag", clips);
    save.setVisible(edits);
    add(new Div(save));
    reload();
  }

  private void addButton(String label, List<ClassDraft> drafts) {
    if (edits) {
      add(
          new Div(
              Buttons.plain(
                  label,
                  Icons.PLUS,
                  event -> {
                    drafts.add(ClassDraft.after(drafts));
                    touched();
                  })));
    }
  }

  private void reload() {
    saved = ontologies.current(project);
    events.clear();
    clips.clear();
    saved.events().forEach(each -> events.add(ClassDraft.of(each)));
    saved.clips().forEach(each -> clips.add(ClassDraft.of(each)));
    fill();
    save.setEnabled(false);
  }

  private void touched() {
    save.setEnabled(true);
    fill();
  }

  private void fill() {
    fill(eventList, events, true);
    fill(clipList, clips, false);
  }

  private void fill(Div list, List<ClassDraft> drafts, boolean colours) {
    list.removeAll();
    list.setVisible(!drafts.isEmpty());
    drafts.forEach(draft -> list.add(row(draft, drafts, colours)));
  }

  private Component row(ClassDraft draft, List<ClassDraft> drafts, boolean colours) {
    TextField name = new TextField();
    name.setAriaLabel("Name");
    name.setPlaceholder("Name");
    name.setValue(draft.name);
    name.setReadOnly(!edits);
    name.addClassName("kr-grow");
    name.addValueChangeListener(event -> {
      draft.name = event.getValue();
      save.setEnabled(true);
    });
    Div row = new Div();
    row.addClassName("kr-list-row");
    if (colours) {
      ColorInput color = new ColorInput(draft.color, "Colour of " + draft.name);
      color.onChange(value -> {
        draft.color = value;
        save.setEnabled(true);
      });
      row.add(color);
    }
    row.add(name);
    if (edits && colours) {
      int n = draft.attributes.size();
      row.add(
          Buttons.quiet(
              n == 0 ? "Add attributes" : Formats.count(n, "attribute", "attributes"),
              event -> new AttributesDialog(draft, this::touched).open()));
    }
    if (edits) {
      row.add(
          Buttons.icon(
              Icons.TRASH,
              "Remove " + draft.name,
              event -> {
                drafts.remove(draft);
                touched();
              }));
    }
    return row;
  }

  private void save() {
    Set<String> taken = ids(events);
    List<EventClass> nextEvents =
        events.stream().map(draft -> draft.toClass(taken)).map(EventsSection::event).toList();
    Set<String> tags = ids(clips);
    List<ClipClass> nextClips =
        clips.stream()
            .map(draft -> draft.toClass(tags))
            .map(each -> new ClipClass(each.id(), each.name()))
            .toList();
    Ontology now = ontologies.current(project);
    ontologies.save(
        project, new Ontology(now.version(), now.classes(), nextEvents, nextClips), desk.me());
    reload();
    Notices.done("Events and tags are saved as version " + saved.version() + ".");
  }

  private static Set<String> ids(List<ClassDraft> drafts) {
    Set<String> ids = new HashSet<>();
    drafts.stream().map(draft -> draft.id).filter(Objects::nonNull).forEach(ids::add);
    return ids;
  }

  private static EventClass event(OntologyClass each) {
    return new EventClass(each.id(), each.name(), each.color(), each.attributes());
  }
}
