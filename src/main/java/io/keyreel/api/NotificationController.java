package io.keyreel.api;

import io.keyreel.access.CurrentUser;
import io.keyreel.workflow.Notification;
import io.keyreel.workflow.Notifications;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the person who asks was told. */
@RestController
@RequestMapping("/api/v1/me/notifications")
class NotificationController {
  private final Notifications notifications;
  private final CurrentUser me;

  NotificationController(Notifications notifications, CurrentUser me) {
    this.notifications = notifications;
    this.me = me;
  }

  @Entry(Entry.For.SELF)
  @GetMapping
  List<Notification> notifications() {
    return notifications.of(me.require());
  }

  @Entry(Entry.For.SELF)
  @PostMapping("/{notification}/read")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void read(@PathVariable UUID notification) {
    notifications.read(notification, me.require());
  }

  @Entry(Entry.For.SELF)
  @PostMapping("/read")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void readAll() {
    notifications.readAll(me.require());
  }
}
