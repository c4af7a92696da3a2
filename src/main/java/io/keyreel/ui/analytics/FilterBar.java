package io.keyreel.ui.analytics;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import io.keyreel.access.User;
import io.keyreel.analytics.Filter;
import io.keyreel.labels.OntologyClass;
import io.keyreel.workflow.Stage;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which days, whose work, which class and stage; on the assist board what a shape costs. */
final class FilterBar extends Div {
  private static final String OWN = "Own days";
  private static final List<String> SPANS =
      List.of("Last 7 days", "Last 14 days", "Last 28 days", "Last 90 days", "Last year", OWN);

  private final Select<String> span = new Select<>();
  private final DatePicker from = new DatePicker();
  private final DatePicker to = new DatePicker();
  private final ComboBox<User> person = new ComboBox<>();
  private final ComboBox<OntologyClass> classes = new ComboBox<>();
  private final ComboBox<Stage> stage = new ComboBox<>();
  private final NumberField draw = cost("Drawing a shape, s");
  private final NumberField correct = cost("Correcting one, s");
  private final NumberField accept = cost("Accepting a frame, s");
  private final Div costs = new Div(draw, correct, accept);
  private final LocalDate today;
  private final Runnable changed;

  FilterBar(LocalDate today, Runnable changed) {
    this.today = today;
    this.changed = changed;
    addClassNames("kr-row", "kr-analytics-filters");
    costs.addClassName("kr-row");
    span.setItems(SPANS);
    span.setAriaLabel("Days");
    span.setWidth("144px");
    from.setAriaLabel("First day, UTC");
    to.setAriaLabel("Last day, UTC");
    DatePicker.DatePickerI18n words = new DatePicker.DatePickerI18n().setDateFormat("yyyy-MM-dd");
    from.setI18n(words);
    to.setI18n(words);
    from.setWidth("144px");
    to.setWidth("144px");
    prepare(person, "Everybody", "Person");
    person.setItemLabelGenerator(User::name);
    prepare(classes, "Every class", "Class");
    classes.setItemLabelGenerator(OntologyClass::name);
    prepare(stage, "Every stage", "Stage");
    stage.setItemLabelGenerator(Stage::name);
    add(span, from, to, person, classes, stage, costs);
    span.addValueChangeListener(event -> {
      if (event.isFromClient()) {
        choose(event.getValue());
      }
    });
    from.addValueChangeListener(event -> daysChanged(event.isFromClient()));
    to.addValueChangeListener(event -> daysChanged(event.isFromClient()));
    person.addValueChangeListener(event -> told(event.isFromClient()));
    classes.addValueChangeListener(event -> told(event.isFromClient()));
    stage.addValueChangeListener(event -> told(event.isFromClient()));
    for (NumberField cost : List.of(draw, correct, accept)) {
      cost.addValueChangeListener(event -> told(event.isFromClient()));
    }
  }

  void offer(List<User> people, List<OntologyClass> known, List<Stage> stages) {
    person.setItems(people);
    classes.setItems(known);
    stage.setItems(stages);
  }

  void set(Filter filter) {
    from.setValue(filter.from());
    to.setValue(filter.to());
    span.setValue(spanOf(filter));
    showDays();
    person.setValue(find(person, filter.person(), User::id));
    classes.setValue(find(classes, filter.classId(), OntologyClass::id));
    stage.setValue(find(stage, filter.stage(), Stage::id));
    draw.setValue(filter.costs().draw());
    correct.setValue(filter.costs().correct());
    accept.setValue(filter.costs().accept());
  }

  void showCosts(boolean wanted) {
    costs.setVisible(wanted);
  }

  /** What is chosen; what cannot be is as it was by default. */
  Filter get() {
    LocalDate last = Objects.requireNonNullElse(to.getValue(), today);
    LocalDate first = Objects.requireNonNullElse(from.getValue(), last.minusDays(27));
    boolean turned = first.isAfter(last);
    Filter.Costs stated = Filter.Costs.STATED;
    return new Filter(
        turned ? last : first,
        turned ? first : last,
        id(person, User::id),
        id(classes, OntologyClass::id),
        id(stage, Stage::id),
        new Filter.Costs(
            seconds(draw, stated.draw()),
            seconds(correct, stated.correct()),
            seconds(accept, stated.accept())));
  }

  private void choose(String name) {
    int days =
        switch (name) {
          case "Last 7 days" -> 7;
          case "Last 14 days" -> 14;
          case "Last 28 days" -> 28;
          case "Last 90 days" -> 90;
          case "Last year" -> 365;
          default -> 0;
        };
    if (days > 0) {
      from.setValue(today.minusDays(days - 1L));
      to.setValue(today);
      changed.run();
    }
    showDays();
  }

  private String spanOf(Filter filter) {
    long days = filter.to().toEpochDay() - filter.from().toEpochDay() + 1;
    if (!filter.to().equals(today)) {
      return OWN;
    }
    return days == 365
        ? "Last year"
        : SPANS.contains("Last " + days + " days") ? "Last " + days + " days" : OWN;
  }

  private void showDays() {
    boolean own = OWN.equals(span.getValue());
    from.setVisible(own);
    to.setVisible(own);
  }

  private void daysChanged(boolean byPerson) {
    told(byPerson && from.getValue() != null && to.getValue() != null);
  }

  private void told(boolean byPerson) {
    if (byPerson) {
      changed.run();
    }
  }

  private static void prepare(ComboBox<?> box, String everything, String name) {
    box.setPlaceholder(everything);
    box.setAriaLabel(name);
    box.setClearButtonVisible(true);
    box.setWidth("168px");
  }

  private static NumberField cost(String label) {
    NumberField field = new NumberField();
    field.setAriaLabel(label);
    field.setTooltipText(label);
    field.setMin(0);
    field.setMax(3600);
    field.setStep(0.1);
    field.setWidth("136px");
    field.setPrefixComponent(new Span(label.split(" ")[0]));
    field.setSuffixComponent(new Span("s"));
    return field;
  }

  private static double seconds(NumberField field, double stated) {
    Double value = field.getValue();
    return value == null || value < 0 || value > 3600 ? stated : value;
  }

  private static <T, I> @Nullable I id(ComboBox<T> box, Function<T, I> id) {
    T value = box.getValue();
    return value == null ? null : id.apply(value);
  }

  private static <T, I> @Nullable T find(ComboBox<T> box, @Nullable I wanted, Function<T, I> id) {
    return box.getListDataView()
        .getItems()
        .filter(item -> id.apply(item).equals(wanted))
        .findFirst()
        .orElse(null);
  }

  static @Nullable UUID person(@Nullable String text) {
    try {
      return text == null ? null : UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
