package io.keyreel.ui.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.keyreel.labels.Attribute;
import io.keyreel.ui.base.Buttons;
import io.keyreel.ui.base.Icons;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is to be told about objects of a class. */
final class AttributesDialog extends Dialog {
  private static final Map<String, String> SCOPES =
      Map.of("track", "Whole track", "frame", "Changes over time");
  private static final Map<String, String> TYPES =
      Map.of("text", "Text", "select", "Choice", "checkbox", "Yes or no", "number", "Number");

  private final ClassDraft draft;
  private final Runnable changed;
  private final List<Row> rows = new ArrayList<>();
  private final Div list = new Div();

  AttributesDialog(ClassDraft draft, Runnable changed) {
    this.draft = draft;
    this.changed = changed;
    setHeaderTitle("Attributes of " + (draft.name.isBlank() ? "the new class" : draft.name));
    setWidth("880px");
    Paragraph advice =
        new Paragraph("Labelers fill these in per track, or at the frames where they change.");
    advice.addClassName("kr-muted");
    list.addClassName("kr-form");
    draft.attributes.forEach(attribute -> rows.add(new Row(attribute)));
    add(advice, list, Buttons.plain("Add attribute", Icons.PLUS, event -> append()));
    getFooter()
        .add(Buttons.quiet("Cancel", event -> close()), Buttons.primary("Apply", e -> apply()));
    fill();
  }

  private void append() {
    rows.add(new Row(null));
    fill();
  }

  private void fill() {
    list.removeAll();
    rows.forEach(row -> list.add(row.layout()));
  }

  private void apply() {
    Set<String> taken = new HashSet<>();
    draft.attributes.forEach(attribute -> taken.add(attribute.id()));
    draft.attributes =
        rows.stream().filter(row -> !row.name.isEmpty()).map(row -> row.attribute(taken)).toList();
    changed.run();
    close();
  }

  private final class Row {
    private final @Nullable String id;
    private final TextField name = new TextField("Name");
    private final Select<String> type = select("Type", TYPES);
    private final Select<String> scope = select("Told per", SCOPES);
    private final TextField values = new TextField("Choices, with commas between");
    private final Checkbox required = new Checkbox("Required");

    Row(@Nullable Attribute from) {
      id = from == null ? null : from.id();
      name.setValue(from == null ? "" : from.name());
      type.addValueChangeListener(event -> values.setVisible("select".equals(event.getValue())));
      values.setVisible(false);
      values.addClassName("kr-grow");
      type.setValue(from == null ? "text" : from.type());
      scope.setValue(from == null ? "track" : from.scope());
      List<String> choices =
          from == null ? List.of() : Objects.requireNonNullElse(from.values(), List.of());
      values.setValue(String.join(", ", choices));
      required.setValue(from != null && from.required());
    }

    Component layout() {
      Div row =
          new Div(
              name,
              type,
              scope,
              values,
              required,
              Buttons.icon(
                  Icons.TRASH,
                  "Remove attribute",
                  event -> {
                    rows.remove(this);
                    fill();
                  }));
      row.addClassNames("kr-row", "kr-baseline", "kr-nowrap");
      return row;
    }

    Attribute attribute(Set<String> taken) {
      String own = id == null ? ClassDraft.slug(name.getValue(), taken) : id;
      taken.add(own);
      List<String> choices =
          Arrays.stream(values.getValue().split(",", -1))
              .map(String::strip)
              .filter(value -> !value.isEmpty())
              .toList();
      return new Attribute(
          own,
          name.getValue().strip(),
          scope.getValue(),
          type.getValue(),
          choices,
          required.getValue());
    }
  }

  private static Select<String> select(String label, Map<String, String> labels) {
    Select<String> select = new Select<>();
    select.setLabel(label);
    select.setItems(labels.keySet().stream().sorted().toList());
    select.setItemLabelGenerator(value -> labels.getOrDefault(value, value));
    select.setWidth("168px");
    return select;
  }
}
