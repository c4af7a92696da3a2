package io.keyreel.ui.exports;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.keyreel.access.Action;
import io.keyreel.access.Project;
import io.keyreel.access.Users;
import io.keyreel.exchange.Export;
import io.keyreel.exchange.Exports;
import io.keyreel.jobs.JobQueue;
import io.keyreel.kernel.Page;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Files of the project's labels: ask for one, watch it being made, take it along. */
@Route(Routes.EXPORTS)
@PermitAll
final class ExportsView extends ProjectPage {
  private static final int STEP = 25;

  private final Exports exports;
  private final JobQueue queue;
  private final Users users;
  private final Div list = new Div();
  private final Map<UUID, String> names = new HashMap<>();
  private @Nullable PageHead head;
  private int shown = STEP;

  ExportsView(Desk desk, Exports exports, JobQueue queue, Users users) {
    super(desk, "Exports");
    this.exports = exports;
    this.queue = queue;
    this.users = users;
    list.addClassName("kr-spans");
    list.getElement().setAttribute("aria-live", "polite");
  }

  @Override
  protected void show(Project project, QueryParameters query) {
    head =
        desk().may(project.id(), Action.EXPORT_CREATE)
            ? new PageHead("Exports", Buttons.primary("New export", Icons.PLUS, e -> ask()))
            : new PageHead("Exports");
    add(head, list);
    refresh();
  }

  private void ask() {
    new ExportDialog(project().id(), exports, desk(), this::refresh).open();
  }

  @Override
  protected boolean followsJobs() {
    return true;
  }

  @Override
  protected void refresh() {
    Page<Export> page = exports.newest(project().id(), shown, desk().me());
    List<Export> all = page.items();
    if (head != null) {
      head.setFacts(all.isEmpty() ? "" : Formats.count(page.total(), "export", "exports"));
    }
    list.removeAll();
    if (all.isEmpty()) {
      list.add(nothing());
    }
    boolean cancels = desk().may(project().id(), Action.JOB_CANCEL);
    all.forEach(
        export -> list.add(new ExportRow(export, who(export), desk(), stop(export, cancels))));
    if (page.total() > all.size()) {
      list.add(
          Buttons.more(() -> {
            shown += STEP;
            refresh();
          }));
    }
  }

  private EmptyState nothing() {
    String advice =
        "An export freezes the labels as a numbered snapshot and writes them as COCO,"
            + " YouTube-VIS, DAVIS or native files.";
    return desk().may(project().id(), Action.EXPORT_CREATE)
        ? new EmptyState(
            Icons.EXPORT,
            "No exports yet",
            advice,
            Buttons.plain("Make the first one", Icons.PLUS, e -> ask()))
        : new EmptyState(Icons.EXPORT, "No exports yet", advice + " A lead makes them; ask one.");
  }

  private @Nullable Runnable stop(Export export, boolean cancels) {
    UUID job = export.job();
    return cancels && job != null
        ? () -> {
          queue.cancel(job);
          refresh();
        }
        : null;
  }

  private String who(Export export) {
    return names.computeIfAbsent(export.author(), id -> users.find(id).name());
  }
}
