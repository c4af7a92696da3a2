package io.keyreel.ui.library;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.keyreel.access.Action;
import io.keyreel.access.Project;
import io.keyreel.media.Video;
import io.keyreel.media.VideoQuery;
import io.keyreel.media.VideoState;
import io.keyreel.ui.base.Buttons;
import io.keyreel.ui.base.Desk;
import io.keyreel.ui.base.EmptyState;
import io.keyreel.ui.base.Formats;
import io.keyreel.ui.base.Icons;
import io.keyreel.ui.base.PageHead;
import io.keyreel.ui.base.ProjectPage;
import io.keyreel.ui.base.Routes;
import jakarta.annotation.security.PermitAll;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The recordings of a project: find them, look at them, add more. */
@Route(Routes.LIBRARY)
@PermitAll
final class LibraryView extends ProjectPage {
  private static final int STEP = 60;
  private static final int TYPING_MS = 250;

  private final Shelf shelf;
  private final TextField search = new TextField();
  private final Select<String> state = new Select<>();
  private final Div filters = new Div(search, state);
  private final Div body = new Div();
  private final Map<UUID, VideoCard> cards = new HashMap<>();
  private final Uploads uploads = new Uploads();
  private @Nullable PageHead head;
  private int shown = STEP;

  LibraryView(Desk desk, Shelf shelf) {
    super(desk, "Library");
    this.shelf = shelf;
    search.setPlaceholder("Search by name");
    search.setAriaLabel("Search by name");
    search.setPrefixComponent(Icons.SEARCH.make());
    search.setClearButtonVisible(true);
    search.setWidth("320px");
    search.setValueChangeMode(ValueChangeMode.LAZY);
    search.setValueChangeTimeout(TYPING_MS);
    search.addValueChangeListener(event -> refreshIfShown());
    filters.addClassName("kr-row");
    state.setAriaLabel("State");
    state.setItems("", "READY", "INGESTING", "REJECTED");
    state.setItemLabelGenerator(LibraryView::stateLabel);
    state.setValue("");
    state.addValueChangeListener(event -> refreshIfShown());
  }

  @Override
  protected void show(Project project, QueryParameters query) {
    cards.clear();
    shown = STEP;
    boolean uploads = desk().may(project.id(), Action.VIDEO_UPLOAD);
    head = uploads ? new PageHead("Library", uploadButton()) : new PageHead("Library");
    add(head, filters);
    if (uploads) {
      this.uploads.setProject(project.id());
      add(this.uploads);
    }
    add(body);
    refresh();
    query
        .getSingleParameter("video")
        .map(ProjectPage::id)
        .ifPresent(video -> shelf.open(project, video));
  }

  private Button uploadButton() {
    Button button = Buttons.primary("Upload recordings", Icons.UPLOAD, event -> {});
    uploads.openedBy(button);
    return button;
  }

  private void refreshIfShown() {
    if (head != null && body.isAttached()) {
      refresh();
    }
  }

  @Override
  protected boolean followsJobs() {
    return true;
  }

  @Override
  protected void refresh() {
    if (head == null) {
      return;
    }
    String wanted = state.getValue();
    VideoQuery query =
        new VideoQuery(
            search.isEmpty() ? null : search.getValue(),
            wanted == null || wanted.isEmpty() ? null : VideoState.valueOf(wanted),
            0,
            shown);
    Shelf.Row row = shelf.list(project(), query);
    head.setFacts(row.total() == 0 ? "" : Formats.count(row.total(), "recording", "recordings"));
    boolean asked = query.text() != null || query.state() != null;
    filters.setVisible(asked || row.total() > 0);
    body.removeAll();
    if (row.videos().isEmpty()) {
      body.add(asked ? noMatch() : nothing());
      return;
    }
    Div grid = new Div();
    grid.addClassName("kr-videos");
    row.videos().forEach(video -> grid.add(card(video, row)));
    body.add(grid);
    if (row.total() > row.videos().size()) {
      body.add(
          Buttons.more(() -> {
            shown += STEP;
            refresh();
          }));
    }
  }

  private Component card(Video video, Shelf.Row row) {
    VideoCard card =
        cards.computeIfAbsent(video.id(), id -> new VideoCard(() -> shelf.open(project(), id)));
    card.show(video, row.of(video));
    return card;
  }

  private static Component noMatch() {
    return new EmptyState(
        Icons.SEARCH, "No recording matches", "Search for less, or look at all states.");
  }

  private Component nothing() {
    return desk().may(project().id(), Action.VIDEO_UPLOAD)
        ? new EmptyState(
            Icons.LIBRARY,
            "No recordings yet",
            "Drop video files anywhere on this page, or choose them. Each is decoded once, frame"
                + " by frame, and becomes a task.",
            uploadButton())
        : new EmptyState(
            Icons.LIBRARY, "No recordings yet", "A lead of the project uploads them; ask one.");
  }

  private static String stateLabel(String value) {
    return switch (value) {
      case "READY" -> "Ready";
      case "INGESTING" -> "Being read";
      case "REJECTED" -> "Rejected";
      default -> "All states";
    };
  }
}
