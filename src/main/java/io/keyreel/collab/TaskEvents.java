package io.keyreel.collab;

import io.keyreel.access.SignedIn;
import io.keyreel.jobs.Broadcast;
import io.keyreel.jobs.Subscription;
import io.keyreel.workflow.Task;
import io.keyreel.workflow.Tasks;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Opens the live events of a task to those who may see it. */
@Service
public class TaskEvents {
  private final Tasks tasks;
  private final ChangeReplay changes;
  private final Presence presence;
  private final ListenRights rights;
  private final Broadcast broadcast;
  private final InstantSource clock;

  TaskEvents(
      Tasks tasks,
      ChangeReplay changes,
      Presence presence,
      ListenRights rights,
      Broadcast broadcast,
      InstantSource clock) {
    this.tasks = tasks;
    this.changes = changes;
    this.presence = presence;
    this.rights = rights;
    this.broadcast = broadcast;
    this.clock = clock;
  }

  /**
   * Replays what was committed after a change, then follows.
   *
   * @param after the number of the last change the listener knows; absent to hear only new ones
   */
  public Feed open(UUID task, @Nullable Long after, SignedIn who) {
    Task watched = tasks.find(task, who.user());
    TaskMailbox mailbox = new TaskMailbox();
    TaskFeed.Sources sources =
        new TaskFeed.Sources(
            changes.from(watched.labelSet(), after),
            () -> presence.at(task),
            () -> rights.hold(who, watched.project()));
    // Subscribed before the first look: what is committed in between is looked up twice, not lost.
    List<Subscription> subscriptions =
        List.of(
            broadcast.subscribe("set:" + watched.labelSet(), mailbox::ofSet),
            broadcast.subscribe(Presence.topic(task), mailbox::ofPeople));
    return new TaskFeed(mailbox, sources, subscriptions, clock);
  }
}
