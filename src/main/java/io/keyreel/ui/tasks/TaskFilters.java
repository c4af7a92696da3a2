package io.keyreel.ui.tasks;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.keyreel.ui.base.Icons;
import io.keyreel.workflow.Stage;
import io.keyreel.workflow.TaskQuery;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What to narrow the tasks to; it can be kept under a name. */
final class TaskFilters extends Div {
  private static final int TYPING_MS = 250;
  private static final String YES = "yes";

  private final TextField text = new TextField();
  private final Select<String> stage = new Select<>();
  private final Select<String> state = new Select<>();
  private final TextField tag = new TextField();
  private final Checkbox mine = new Checkbox("Only mine");
  private final Checkbox overdue = new Checkbox("Overdue");
  private final Runnable changed;
  private boolean quiet;

  TaskFilters(List<Stage> stages, Runnable changed) {
    this.changed = changed;
    addClassName("kr-row");
    text.setPlaceholder("Recording or number");
    text.setAriaLabel("Recording or number");
    text.setPrefixComponent(Icons.SEARCH.make());
    text.setWidth("224px");
    typed(text);
    tag.setPlaceholder("Tag");
    tag.setAriaLabel("Tag");
    tag.setWidth("120px");
    typed(tag);
    stage.setAriaLabel("Stage");
    stage.setWidth("160px");
    stage.setItems(Stream.concat(Stream.of(""), stages.stream().map(Stage::id)).toList());
    stage.setItemLabelGenerator(id -> name(stages, id));
    stage.setValue("");
    stage.addValueChangeListener(event -> tell());
    state.setAriaLabel("State");
    state.setWidth("136px");
    state.setItems("", "OPEN", "IN_PROGRESS", "APPROVED");
    state.setItemLabelGenerator(TaskFilters::stateName);
    state.setValue("");
    state.addValueChangeListener(event -> tell());
    mine.addValueChangeListener(event -> tell());
    overdue.addValueChangeListener(event -> tell());
    add(text, stage, state, tag, mine, overdue);
  }

  TaskQuery query(UUID me, Instant now) {
    return new TaskQuery(
        orNull(stage.getValue()),
        orNull(state.getValue()),
        mine.getValue() ? me : null,
        null,
        orNull(text.getValue()),
        orNull(tag.getValue()),
        overdue.getValue() ? now : null,
        TaskQuery.Order.NUMBER,
        0,
        1);
  }

  boolean narrows() {
    return !kept().isEmpty();
  }

  /** What is set, by name. */
  Map<String, String> kept() {
    Map<String, String> kept = new HashMap<>();
    kept.put("text", text.getValue());
    kept.put("stage", orEmpty(stage.getValue()));
    kept.put("state", orEmpty(state.getValue()));
    kept.put("tag", tag.getValue());
    kept.put("mine", mine.getValue() ? YES : "");
    kept.put("overdue", overdue.getValue() ? YES : "");
    kept.values().removeIf(String::isBlank);
    return kept;
  }

  void set(Map<String, String> kept) {
    quiet = true;
    text.setValue(kept.getOrDefault("text", ""));
    stage.setValue(kept.getOrDefault("stage", ""));
    state.setValue(kept.getOrDefault("state", ""));
    tag.setValue(kept.getOrDefault("tag", ""));
    mine.setValue(kept.containsKey("mine"));
    overdue.setValue(kept.containsKey("overdue"));
    quiet = false;
    tell();
  }

  private void typed(TextField field) {
    field.setClearButtonVisible(true);
    field.setValueChangeMode(ValueChangeMode.LAZY);
    field.setValueChangeTimeout(TYPING_MS);
    field.addValueChangeListener(event -> tell());
  }

  private void tell() {
    if (!quiet) {
      changed.run();
    }
  }

  private static String name(List<Stage> stages, String id) {
    return stages.stream()
        .filter(each -> each.id().equals(id))
        .map(Stage::name)
        .findFirst()
        .orElse("All stages");
  }

  private static String stateName(String code) {
    return switch (code) {
      case "OPEN" -> "Waiting";
      case "IN_PROGRESS" -> "In work";
      case "APPROVED" -> "Approved";
      default -> "All states";
    };
  }

  private static @Nullable String orNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
