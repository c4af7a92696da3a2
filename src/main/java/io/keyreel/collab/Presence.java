package io.keyreel.collab;

import io.keyreel.access.User;
import io.keyreel.jobs.Broadcast;
import io.keyreel.kernel.UserError;
import io.keyreel.workflow.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is at which frame of a task. Whoever is not heard of for a while has left. */
@Service
public class Presence {
  private static final Duration LIFE = Duration.ofSeconds(15);

  private final PresenceStore store;
  private final Tasks tasks;
  private final Broadcast broadcast;
  private final InstantSource clock;

  Presence(PresenceStore store, Tasks tasks, Broadcast broadcast, InstantSource clock) {
    this.store = store;
    this.tasks = tasks;
    this.broadcast = broadcast;
    this.clock = clock;
  }

  @Transactional
  public void here(UUID task, int frame, @Nullable UUID track, User by) {
    tasks.find(task, by);
    if (frame < 0) {
      throw new UserError.Invalid("Frames are counted from 0; send the frame that is shown.");
    }
    Instant now = clock.instant();
    store.removeBefore(task, now.minus(LIFE));
    store.put(task, by.id(), frame, track, now);
    tell(task);
  }

  @Transactional
  public void left(UUID task, User by) {
    tasks.find(task, by);
    if (store.remove(task, by.id())) {
      tell(task);
    }
  }

  List<Person> at(UUID task) {
    return store.since(task, clock.instant().minus(LIFE));
  }

  private void tell(UUID task) {
    broadcast.publish(topic(task), "{}");
  }

  static String topic(UUID task) {
    return "presence:" + task;
  }
}
