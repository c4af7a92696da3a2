package io.keyreel.ui.tasks;

import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Div;
import io.keyreel.ui.base.Buttons;
import io.keyreel.ui.base.Desk;
import io.keyreel.ui.base.Icons;
import io.keyreel.ui.base.Notices;
import io.keyreel.ui.base.ReasonDialog;
import io.keyreel.workflow.SavedFilter;
import io.keyreel.workflow.SavedFilters;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The filters that this person keeps: one click to use, one to keep another. */
final class KeptFilters extends Div {
  private final UUID project;
  private final SavedFilters store;
  private final Desk desk;
  private final TaskFilters filters;

  KeptFilters(UUID project, SavedFilters store, Desk desk, TaskFilters filters) {
    this.project = project;
    this.store = store;
    this.desk = desk;
    this.filters = filters;
    var button = Buttons.plain("Filters", Icons.CHEVRON_DOWN, event -> {});
    ContextMenu menu = new ContextMenu(button);
    menu.setOpenOnClick(true);
    menu.addOpenedChangeListener(event -> {
      if (event.isOpened()) {
        fill(menu);
      }
    });
    fill(menu);
    add(button);
  }

  private void fill(ContextMenu menu) {
    menu.removeAll();
    List<SavedFilter> kept = store.of(project, desk.me());
    for (SavedFilter each : kept) {
      menu.addItem(each.name(), event -> filters.set(each.filter()));
    }
    if (!kept.isEmpty()) {
      menu.addSeparator();
    }
    menu.addItem("Keep these filters…", event -> keep());
    menu.addItem("Clear filters", event -> filters.set(Map.of()));
    for (SavedFilter each : kept) {
      menu.addItem("Forget “" + each.name() + "”", event -> forget(each));
    }
  }

  private void keep() {
    new ReasonDialog(
            "Keep these filters",
            "A name, such as “Night shots to review”",
            "Keep",
            name -> {
              store.save(project, new SavedFilter(name, filters.kept()), desk.me());
              Notices.done("Kept as “" + name + "”.");
            })
        .open();
  }

  private void forget(SavedFilter filter) {
    store.remove(project, filter.name(), desk.me());
    Notices.done("“" + filter.name() + "” is forgotten.");
  }
}
