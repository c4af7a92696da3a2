package io.keyreel.collab;

import io.keyreel.access.Project;
import io.keyreel.access.Projects;
import io.keyreel.access.SignedIn;
import io.keyreel.jobs.Broadcast;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Opens what concerns a person: their notifications, and what moves in their projects. */
@Service
public class OwnEvents {
  private final Projects projects;
  private final ListenRights rights;
  private final Broadcast broadcast;
  private final InstantSource clock;

  OwnEvents(Projects projects, ListenRights rights, Broadcast broadcast, InstantSource clock) {
    this.projects = projects;
    this.rights = rights;
    this.broadcast = broadcast;
    this.clock = clock;
  }

  /** Follows from now on; what happened before is asked for elsewhere. */
  public Feed open(SignedIn who) {
    return new OwnFeed(
        broadcast, who.user().id(), () -> projectsOf(who), () -> rights.hold(who), clock);
  }

  private List<UUID> projectsOf(SignedIn who) {
    return projects.of(who.user()).stream().map(Project::id).toList();
  }
}
