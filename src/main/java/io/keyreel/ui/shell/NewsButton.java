package io.keyreel.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import io.keyreel.access.User;
import io.keyreel.ui.base.Buttons;
import io.keyreel.ui.base.Desk;
import io.keyreel.ui.base.Icons;
import io.keyreel.ui.base.Routes;
import io.keyreel.workflow.Notification;
import io.keyreel.workflow.Notifications;
import java.util.List;
import java.util.UUID;

/** Word to this person: what came back, was assigned, approved or remarked. */
final class NewsButton extends Div {
  private static final int STEP = 20;

  private final Desk desk;
  private final Notifications notifications;
  private final Button button = new Button(Icons.BELL.make());
  private final Popover popover = new Popover();
  private final Button read = Buttons.quiet("Mark all read", event -> readAll());
  private final Div list = new Div();
  private int shown = STEP;

  NewsButton(Desk desk, Notifications notifications) {
    this.desk = desk;
    this.notifications = notifications;
    addClassName("kr-dot");
    button.addThemeVariants(ButtonVariant.TERTIARY);
    button.setTooltipText("Notifications");
    Div head = new Div(new H3("Notifications"), read);
    head.addClassName("kr-panel-head");
    Div panel = new Div(head, list);
    panel.addClassName("kr-panel");
    popover.add(panel);
    popover.setTarget(button);
    popover.setAriaLabel("Notifications");
    popover.addOpenedChangeListener(event -> {
      shown = STEP;
      fill();
    });
    add(button, popover);
    desk.watchMe(this, this::refresh);
    refresh();
  }

  private void refresh() {
    int unread = notifications.unread(desk.me());
    if (unread > 0) {
      getElement().setAttribute("data-count", unread > 99 ? "99+" : String.valueOf(unread));
    } else {
      getElement().removeAttribute("data-count");
    }
    button.setAriaLabel("Notifications, " + unread + " unread");
    if (popover.isOpened()) {
      fill();
    }
  }

  private void fill() {
    List<Notification> all = notifications.newest(desk.me(), shown + 1);
    list.removeAll();
    read.setVisible(!all.isEmpty());
    if (all.isEmpty()) {
      Span nothing = new Span("Nothing yet. Returned and assigned tasks and notes show up here.");
      nothing.addClassName("kr-muted");
      Div line = new Div(nothing);
      line.addClassName("kr-panel-item");
      list.add(line);
    }
    all.stream().limit(shown).forEach(each -> list.add(row(each)));
    if (all.size() > shown) {
      list.add(
          Buttons.more(() -> {
            shown += STEP;
            fill();
          }));
    }
  }

  private Component row(Notification each) {
    Span body = new Span(each.body());
    body.addClassName("kr-wide");
    Span time = new Span(title(each.kind()) + " · " + desk.ago(each.createdAt()));
    time.addClassNames("kr-muted", "kr-small", "kr-wide");
    Div row = new Div(body, time);
    row.addClassName("kr-panel-item");
    row.setClassName("kr-unread", each.readAt() == null);
    row.getElement().setAttribute("role", "button").setAttribute("tabindex", "0");
    row.addClickListener(event -> open(each));
    return row;
  }

  private static String title(String kind) {
    return switch (kind) {
      case "returned" -> "Returned to you";
      case "late" -> "Late edits";
      case "reopened" -> "Reopened";
      case "approved" -> "Approved";
      case "assigned" -> "Assigned to you";
      case "note" -> "Note";
      case "reply" -> "Reply";
      default -> "News";
    };
  }

  private void open(Notification each) {
    User me = desk.me();
    if (each.readAt() == null) {
      notifications.read(each.id(), me);
    }
    refresh();
    UUID task = each.task();
    if (task != null) {
      popover.close();
      Routes.open(Routes.annotate(task));
    }
  }

  private void readAll() {
    notifications.readAll(desk.me());
    refresh();
    fill();
  }
}
