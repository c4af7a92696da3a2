package io.keyreel.workflow;

import io.keyreel.access.User;
import io.keyreel.jobs.Broadcast;
import io.keyreel.kernel.Ids;
import io.keyreel.kernel.UserError;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What people are told in person: kept until read, and shown at once to those who are there. */
@Service
public class Notifications {
  private static final int LONGEST = 1000;
  private static final int MOST = 200;

  private final NotificationStore store;
  private final Broadcast broadcast;
  private final JsonMapper json;
  private final InstantSource clock;

  Notifications(
      NotificationStore store, Broadcast broadcast, JsonMapper json, InstantSource clock) {
    this.store = store;
    this.broadcast = broadcast;
    this.json = json;
    this.clock = clock;
  }

  /** The newest first. */
  public List<Notification> of(User user) {
    return newest(user, MOST);
  }

  /** As many of the newest. */
  public List<Notification> newest(User user, int limit) {
    return store.of(user.id(), limit);
  }

  public int unread(User user) {
    return store.unread(user.id());
  }

  @Transactional
  public void read(UUID id, User user) {
    if (!store.read(id, user.id(), clock.instant())) {
      throw new UserError.NotFound("There is no such notification of yours.");
    }
  }

  @Transactional
  public void readAll(User user) {
    store.readAll(user.id(), clock.instant());
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void tell(UUID user, Task task, String kind, String body) {
    String text = Excerpt.of(body, LONGEST);
    Notification notification =
        new Notification(Ids.next(), kind, text, task.project(), task.id(), clock.instant(), null);
    store.insert(user, notification);
    broadcast.publish("user:" + user, json.writeValueAsString(News.of(notification)));
  }

  /** The same, said once: what of this kind is unread still says the newest word. */
  @Transactional(propagation = Propagation.MANDATORY)
  void tellOnce(UUID user, Task task, String kind, String body) {
    if (!store.reword(user, task.id(), kind, Excerpt.of(body, LONGEST))) {
      tell(user, task, kind, body);
    }
  }

  /** On the wire, told from other word to the same person by its type. */
  private record News(
      String type, UUID id, String kind, String body, @Nullable UUID project, @Nullable UUID task) {
    static News of(Notification n) {
      return new News("notification", n.id(), n.kind(), n.body(), n.project(), n.task());
    }
  }
}
