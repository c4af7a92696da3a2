package io.keyreel.ui.review;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import io.keyreel.access.Project;
import io.keyreel.ui.base.Buttons;
import io.keyreel.ui.base.Desk;
import io.keyreel.ui.base.EmptyState;
import io.keyreel.ui.base.Icons;
import io.keyreel.ui.base.PageHead;
import io.keyreel.ui.base.ProjectPage;
import io.keyreel.ui.base.Routes;
import io.keyreel.workflow.Task;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Doubtful spans of tasks under review, where a look pays most first; worked by keyboard. */
@Route(Routes.REVIEW)
@PermitAll
final class ReviewView extends ProjectPage {
  private static final int STEP = 12;

  /** So many of a long queue are at hand; the others follow as these are done. */
  private static final int READ = 120;

  private static final int AHEAD = 4;

  private final QueueReader reader;
  private final SpanActions actions;
  private final BulkActions bulk;
  private final Map<SpanKey, Integer> steady = new HashMap<>();
  private final Figures figures = new Figures();
  private final Select<String> track = new Select<>();
  private final Div bar = new Div(track, Keys.legend());
  private final Div list = new Div();
  private final Map<SpanKey, SpanRow> rows = new HashMap<>();
  private final Map<UUID, Registration> watched = new HashMap<>();
  private final Set<SpanKey> skipped = new HashSet<>();
  private List<SpanKey> order = List.of();
  private @Nullable SpanKey selected;
  private @Nullable Queue queue;
  private Button many = new Button();
  private int shown = STEP;

  ReviewView(Desk desk, QueueReader reader, SpanActions actions, BulkActions bulk) {
    super(desk, "Review");
    this.bulk = bulk;
    this.reader = reader;
    this.actions = actions;
    bar.addClassName("kr-review-bar");
    list.addClassName("kr-spans");
    track.setAriaLabel("Class");
    track.addValueChangeListener(event -> {
      if (event.isFromClient()) {
        draw();
      }
    });
  }

  private Keys shortcuts() {
    return new Keys(
        Map.of(
            "a",
            this::accept,
            "f",
            this::fix,
            "m",
            this::note,
            "s",
            this::skip,
            "j",
            () -> move(1),
            "k",
            () -> move(-1),
            "arrowdown",
            () -> move(1),
            "arrowup",
            () -> move(-1)));
  }

  @Override
  protected void show(Project project, QueryParameters query) {
    rows.clear();
    skipped.clear();
    steady.clear();
    selected = null;
    shown = STEP;
    many =
        Buttons.plain(
            "Accept in bulk…",
            Icons.CHECK,
            event -> new BulkDialog(project.id(), bulk, this::refresh).open());
    PageHead head = new PageHead("Review", many);
    head.setFacts("Doubtful spans of tasks under review, where a look pays most first");
    add(head, figures, bar, list, shortcuts());
    refresh();
  }

  @Override
  protected void refresh() {
    queue = inSteadyOrder(reader.read(project(), READ + skipped.size()));
    watch(queue);
    figures.show(queue.standing());
    String chosen = track.getValue();
    List<String> choices = queue.classChoices();
    track.setItems(choices);
    track.setItemLabelGenerator(queue::className);
    track.setValue(choices.contains(chosen) ? chosen : QueueReader.ANY);
    draw();
  }

  /** What is shown stays where it is; what came meanwhile follows behind. */
  private Queue inSteadyOrder(Queue read) {
    Map<SpanKey, Integer> places = new HashMap<>();
    read.items().forEach(item -> steady.putIfAbsent(item.key(), steady.size()));
    read.items().forEach(item -> places.put(item.key(), steady.get(item.key())));
    return read.sorted(Comparator.comparing(item -> places.get(item.key())));
  }

  /** What others accept or draw leaves this queue, too. */
  private void watch(Queue now) {
    Set<UUID> sets = now.work().values().stream().map(Task::labelSet).collect(Collectors.toSet());
    if (!sets.equals(watched.keySet())) {
      watched.values().forEach(Registration::remove);
      watched.clear();
      sets.forEach(set -> watched.put(set, desk().watchLabels(this, set, this::refresh)));
    }
  }

  private void draw() {
    Queue now = queue;
    if (now == null) {
      return;
    }
    String wanted = track.getValue();
    List<Queue.Item> items =
        now.items().stream()
            .filter(item -> QueueReader.ANY.equals(wanted) || item.inClass(wanted))
            .filter(item -> !skipped.contains(item.key()))
            .toList();
    figures.setVisible(now.standing().tasks() > 0);
    many.setVisible(!now.items().isEmpty());
    bar.setVisible(!now.items().isEmpty());
    list.removeAll();
    if (items.isEmpty()) {
      list.getElement().removeAttribute("role");
      order = List.of();
      selected = null;
      list.add(nothing(now));
      return;
    }
    list.getElement().setAttribute("role", "list");
    List<SpanKey> keys = new ArrayList<>();
    for (Queue.Item item : items.subList(0, Math.min(shown, items.size()))) {
      list.add(rows.computeIfAbsent(item.key(), key -> row(now, item)));
      keys.add(item.key());
    }
    if (items.size() > shown) {
      list.add(more(items.size()));
    }
    select(selected != null && keys.contains(selected) ? selected : next(keys), keys);
  }

  private SpanKey next(List<SpanKey> keys) {
    int at = selected == null ? 0 : order.indexOf(selected);
    return keys.get(Math.clamp(at, 0, keys.size() - 1));
  }

  private SpanRow row(Queue now, Queue.Item item) {
    SpanRow row = new SpanRow(reader.picture(now, item), item);
    row.onSelect(() -> select(item.key(), order));
    row.onAccept(() -> {
      select(item.key(), order);
      accept();
    });
    row.onFix(() -> actions.fix(item, row.worstFrame()));
    return row;
  }

  private void select(SpanKey key, List<SpanKey> keys) {
    selected = key;
    order = keys;
    rows.forEach((each, row) -> row.setSelected(each.equals(key)));
    lease(keys.subList(keys.indexOf(key), Math.min(keys.size(), keys.indexOf(key) + AHEAD)));
  }

  /** This span and the next ones are this reviewer's for a while. */
  private void lease(List<SpanKey> keys) {
    actions.lease(
        project().id(),
        keys.stream()
            .map(rows::get)
            .filter(Objects::nonNull)
            .map(row -> row.item().span())
            .toList());
  }

  private void move(int by) {
    if (selected != null && !order.isEmpty()) {
      int at = Math.clamp(order.indexOf(selected) + (long) by, 0, order.size() - 1);
      select(order.get(at), order);
      if (at + AHEAD > order.size() && order.size() == shown) {
        shown += STEP;
        draw();
      }
      current().ifPresent(SpanRow::scroll);
    }
  }

  private Optional<SpanRow> current() {
    return Optional.ofNullable(selected).map(rows::get);
  }

  private void accept() {
    current()
        .ifPresent(row -> {
          actions.accept(row.item());
          skipped.add(row.item().key());
          draw();
        });
  }

  private void fix() {
    current().ifPresent(row -> actions.fix(row.item(), row.worstFrame()));
  }

  private void note() {
    current().ifPresent(row -> actions.note(row.item()));
  }

  private void skip() {
    current()
        .ifPresent(row -> {
          skipped.add(row.item().key());
          draw();
        });
  }

  private Div more(int all) {
    Div line =
        new Div(
            Buttons.plain(
                "Show more of " + all,
                event -> {
                  shown += STEP;
                  draw();
                }));
    line.addClassName("kr-center");
    line.getElement().setAttribute("role", "listitem");
    return line;
  }

  private EmptyState nothing(Queue now) {
    if (!skipped.isEmpty() && !now.items().isEmpty()) {
      return new EmptyState(
          Icons.CHECK,
          "Through with the pass",
          "All spans are accepted or skipped for now.",
          Buttons.plain(
              "Look at the skipped ones again",
              event -> {
                skipped.clear();
                refresh();
              }));
    }
    return now.standing().tasks() == 0
        ? new EmptyState(
            Icons.REVIEW,
            "Nothing is under review",
            "Submitted tasks come here with the spans the engine is least sure of.",
            Buttons.plain("Look at the tasks", e -> Routes.open(Routes.tasks(project().id()))))
        : new EmptyState(
            Icons.CHECK,
            "No doubtful span is left",
            "Everything under review is above the threshold or was looked at. Approve the tasks.",
            Buttons.plain("Look at the tasks", e -> Routes.open(Routes.tasks(project().id()))));
  }
}
