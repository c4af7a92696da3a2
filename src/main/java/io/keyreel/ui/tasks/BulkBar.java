package io.keyreel.ui.tasks;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.keyreel.access.Member;
import io.keyreel.access.User;
import io.keyreel.ui.base.Buttons;
import io.keyreel.ui.base.Formats;
import io.keyreel.workflow.BulkChange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a lead can do with the chosen tasks at once. */
final class BulkBar extends Div {
  private final Supplier<List<Member>> members;
  private final Consumer<BulkChange> apply;
  private final Span chosen = new Span();
  private Set<UUID> tasks = Set.of();

  BulkBar(Supplier<List<Member>> members, Consumer<BulkChange> apply, Runnable clear) {
    this.members = members;
    this.apply = apply;
    addClassNames("kr-row", "kr-bulk");
    getElement().setAttribute("role", "toolbar").setAttribute("aria-label", "Chosen tasks");
    chosen.addClassName("kr-strong");
    add(
        chosen,
        Buttons.plain("Assign…", event -> assign()),
        Buttons.plain("Priority…", event -> priority()),
        Buttons.plain("Due…", event -> due()),
        Buttons.plain("Tags…", event -> tags()),
        Buttons.plain("Skill…", event -> skill()),
        Buttons.plain("Give back", event -> send(null, true, null, null, false, null, null, null)),
        Buttons.quiet("Choose none", event -> clear.run()));
    setVisible(false);
  }

  void show(Set<UUID> selected) {
    tasks = selected;
    chosen.setText(Formats.count(selected.size(), "task", "tasks") + " chosen");
    setVisible(!selected.isEmpty());
  }

  private void assign() {
    ComboBox<User> person = new ComboBox<>("Who should do them");
    person.setItems(members.get().stream().map(Member::user).toList());
    person.setItemLabelGenerator(User::name);
    ask(
        "Assign",
        person,
        () -> {
          if (person.getValue() != null) {
            send(person.getValue().id(), false, null, null, false, null, null, null);
          }
        });
  }

  private void priority() {
    IntegerField value = new IntegerField("Priority; larger comes first");
    value.setStepButtonsVisible(true);
    value.setValue(1);
    ask(
        "Set priority",
        value,
        () -> send(null, false, value.getValue(), null, false, null, null, null));
  }

  private void due() {
    DatePicker day = new DatePicker("Done by the end of this day; empty takes the date away");
    ask(
        "Set due date",
        day,
        () -> {
          LocalDate value = day.getValue();
          Instant at =
              value == null ? null : value.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
          send(null, false, null, at, at == null, null, null, null);
        });
  }

  private void tags() {
    TextField more = new TextField("Add tags");
    more.setPlaceholder("night, rain");
    TextField fewer = new TextField("Take tags away");
    ask(
        "Change tags",
        new Div(more, fewer),
        () ->
            send(
                null,
                false,
                null,
                null,
                false,
                words(more.getValue()),
                words(fewer.getValue()),
                null));
  }

  private void skill() {
    TextField skill = new TextField("Skill their holder needs; empty for none");
    ask(
        "Set skill",
        skill,
        () -> send(null, false, null, null, false, null, null, skill.getValue()));
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split(",")).filter(word -> !word.isBlank()).toList();
  }

  private void ask(String title, Component field, Runnable action) {
    Dialog dialog = new Dialog(title);
    dialog.setWidth("400px");
    Div form = new Div(field);
    form.addClassName("kr-form");
    dialog.add(form);
    dialog
        .getFooter()
        .add(
            Buttons.quiet("Cancel", event -> dialog.close()),
            Buttons.primary(
                title,
                event -> {
                  action.run();
                  dialog.close();
                }));
    dialog.open();
  }

  private void send(
      @Nullable UUID person,
      boolean release,
      @Nullable Integer priority,
      @Nullable Instant due,
      boolean noDue,
      @Nullable List<String> more,
      @Nullable List<String> fewer,
      @Nullable String skill) {
    apply.accept(
        new BulkChange(
            List.copyOf(tasks), person, release, priority, due, noDue, more, fewer, skill));
  }
}
