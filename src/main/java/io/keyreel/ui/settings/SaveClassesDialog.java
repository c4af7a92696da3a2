package io.keyreel.ui.settings;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.keyreel.labels.OntologyClass;
import io.keyreel.labels.OntologyEffect;
import io.keyreel.ui.base.Buttons;
import io.keyreel.ui.base.Icons;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a change of live classes does to labels that are there; asks what tracks should become. */
final class SaveClassesDialog extends Dialog {
  private static final String NONE = "";

  private final Function<Map<String, String>, List<OntologyEffect>> preview;
  private final Map<String, String> successors = new HashMap<>();
  private final Div effects = new Div();
  private final Button save;

  SaveClassesDialog(
      List<OntologyClass> removed,
      List<OntologyClass> left,
      Function<Map<String, String>, List<OntologyEffect>> preview,
      Consumer<Map<String, String>> action) {
    this.preview = preview;
    setHeaderTitle("These classes are in use");
    setWidth("560px");
    Div form = new Div();
    form.addClassName("kr-form");
    removed.forEach(each -> form.add(successor(each, left)));
    effects.addClassNames("kr-cut-preview");
    effects.getElement().setAttribute("role", "status");
    form.add(effects);
    add(form);
    save =
        Buttons.primary(
            "Save classes",
            event -> {
              action.accept(successors);
              close();
            });
    getFooter().add(Buttons.quiet("Cancel", event -> close()), save);
    look();
  }

  private Select<String> successor(OntologyClass gone, List<OntologyClass> left) {
    Select<String> select = new Select<>();
    select.setLabel("Tracks of " + gone.name() + " become");
    select.setItems(Stream.concat(Stream.of(NONE), left.stream().map(OntologyClass::id)).toList());
    select.setItemLabelGenerator(id ->
        left.stream()
            .filter(each -> each.id().equals(id))
            .map(OntologyClass::name)
            .findFirst()
            .orElse("Choose a class"));
    select.setValue(NONE);
    select.addValueChangeListener(event -> {
      if (NONE.equals(event.getValue())) {
        successors.remove(gone.id());
      } else {
        successors.put(gone.id(), event.getValue());
      }
      look();
    });
    return select;
  }

  private void look() {
    List<OntologyEffect> found = preview.apply(successors);
    effects.removeAll();
    found.forEach(effect -> effects.add(line(effect)));
    save.setEnabled(found.stream().noneMatch(OntologyEffect::blocks));
  }

  private static Div line(OntologyEffect effect) {
    Span text = new Span(effect.message());
    Div line = new Div((effect.blocks() ? Icons.WARNING : Icons.INFO).make(), text);
    line.addClassNames("kr-row", "kr-nowrap", effect.blocks() ? "kr-low" : "kr-muted");
    return line;
  }
}
