package io.keyreel.ui.settings;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.keyreel.access.Member;
import io.keyreel.access.User;
import io.keyreel.ui.base.Buttons;
import io.keyreel.ui.base.Desk;
import io.keyreel.ui.base.Formats;
import io.keyreel.ui.base.Notices;
import io.keyreel.ui.base.Section;
import io.keyreel.workflow.SkillChange;
import io.keyreel.workflow.Skills;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Who is good at what, what tasks ask for, and both for several people at once. */
final class SkillsSection extends Section {
  /** So many rows stand without a scroll bar of their own. */
  private static final int FITS = 10;

  private final UUID project;
  private final Skills skills;
  private final Supplier<List<Member>> members;
  private final Desk desk;
  private final Div needs = new Div();
  private final Grid<User> grid = new Grid<>();
  private final Div bulk = new Div();
  private final Span chosen = new Span();
  private final Map<UUID, List<String>> known = new HashMap<>();
  private final Set<String> words = new LinkedHashSet<>();

  SkillsSection(UUID project, Skills skills, Supplier<List<Member>> members, Desk desk) {
    super(
        "Skills",
        "A task that asks for a skill goes to people who have it, and they are offered such tasks"
            + " first. Give tasks a skill in the list of tasks, or when they are made.");
    this.project = project;
    this.skills = skills;
    this.members = members;
    this.desk = desk;
    needs.addClassName("kr-row");
    grid.setPageSize(FITS);
    grid.setSelectionMode(Grid.SelectionMode.MULTI);
    grid.addColumn(User::name).setHeader("Person").setFlexGrow(1);
    grid.addComponentColumn(this::box).setHeader("Skills").setFlexGrow(2);
    grid.addSelectionListener(event -> choose(event.getAllSelectedItems()));
    bulk.addClassNames("kr-row", "kr-bulk");
    bulk.getElement().setAttribute("role", "toolbar").setAttribute("aria-label", "Chosen people");
    TextField word = new TextField();
    word.setAriaLabel("Skills, with commas between");
    word.setPlaceholder("night, wildlife");
    word.setValueChangeMode(ValueChangeMode.EAGER);
    chosen.addClassName("kr-strong");
    bulk.add(
        chosen,
        word,
        Buttons.plain("Add to them", event -> change(word, true)),
        Buttons.plain("Take from them", event -> change(word, false)));
    bulk.setVisible(false);
    add(needs, bulk, grid);
    fill();
  }

  private void fill() {
    List<User> people = members.get().stream().map(Member::user).toList();
    known.clear();
    known.putAll(skills.of(project, desk.me()));
    needs.removeAll();
    words.clear();
    for (Skills.Need need : skills.needs(project, desk.me())) {
      words.add(need.skill());
      needs.add(chip(need));
    }
    needs.setVisible(!words.isEmpty());
    grid.setItems(people);
    grid.setAllRowsVisible(people.size() <= FITS);
  }

  private static Span chip(Skills.Need need) {
    Span chip =
        new Span(
            "★ %s · %s, %s"
                .formatted(
                    need.skill(),
                    Formats.count(need.open(), "open task", "open tasks"),
                    need.people() == 0
                        ? "nobody has it"
                        : Formats.count(need.people(), "person", "people")));
    chip.addClassName("kr-chip");
    chip.setClassName("kr-low", need.people() == 0 && need.open() > 0);
    return chip;
  }

  private MultiSelectComboBox<String> box(User person) {
    MultiSelectComboBox<String> box = new MultiSelectComboBox<>();
    box.setAriaLabel("Skills of " + person.name());
    box.setWidthFull();
    box.setPlaceholder("None");
    box.setItems(words);
    box.setAllowCustomValue(true);
    box.setValue(known.getOrDefault(person.id(), List.of()));
    box.addCustomValueSetListener(event -> {
      Set<String> more = new LinkedHashSet<>(box.getValue());
      more.add(event.getDetail());
      save(person, more);
    });
    box.addValueChangeListener(event -> {
      if (event.isFromClient()) {
        save(person, event.getValue());
      }
    });
    return box;
  }

  private void save(User person, Set<String> wanted) {
    skills.save(project, person.id(), List.copyOf(wanted), desk.me());
    Notices.done("The skills of " + person.name() + " are saved.");
    fill();
  }

  private void choose(Set<User> people) {
    chosen.setText(Formats.count(people.size(), "person", "people") + " chosen");
    bulk.setVisible(!people.isEmpty());
  }

  private void change(TextField word, boolean add) {
    List<String> wanted = Arrays.stream(word.getValue().split(",", -1)).map(String::strip).toList();
    List<UUID> people = grid.getSelectedItems().stream().map(User::id).collect(Collectors.toList());
    skills.change(
        project,
        new SkillChange(people, add ? wanted : List.of(), add ? List.of() : wanted),
        desk.me());
    Notices.done(
        "The skills of " + Formats.count(people.size(), "person", "people") + " are saved.");
    word.clear();
    fill();
  }
}
