package io.keyreel.api;

import io.keyreel.access.Action;
import io.keyreel.access.CurrentUser;
import io.keyreel.access.User;
import io.keyreel.collab.OwnEvents;
import io.keyreel.collab.Presence;
import io.keyreel.collab.TaskEvents;
import io.keyreel.workflow.Leases;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Live events. A beat every five seconds says that the stream is alive. */
@RestController
@RequestMapping("/api/v1")
class EventsController {
  /**
   * Where somebody is in a task.
   *
   * @param pending edits that the browser keeps until the server has them
   */
  record Place(int frame, @Nullable UUID track, @Nullable Integer pending) {}

  private final TaskEvents taskEvents;
  private final OwnEvents ownEvents;
  private final Presence presence;
  private final EventStreams streams;
  private final Leases leases;
  private final CurrentUser me;

  EventsController(
      TaskEvents taskEvents,
      OwnEvents ownEvents,
      Presence presence,
      EventStreams streams,
      Leases leases,
      CurrentUser me) {
    this.leases = leases;
    this.taskEvents = taskEvents;
    this.ownEvents = ownEvents;
    this.presence = presence;
    this.streams = streams;
    this.me = me;
  }

  /** Replays what was committed after a change, then follows; a browser's retry leads. */
  @Entry(action = Action.TASK_VIEW)
  @GetMapping(path = "/tasks/{task}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter events(
      @PathVariable UUID task,
      @RequestParam(required = false) @Nullable Long after,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long last,
      HttpServletResponse response) {
    UUID person = me.require().id();
    streams.requireRoom(person);
    unbuffered(response);
    return streams.start(taskEvents.open(task, last == null ? after : last, me.signedIn()), person);
  }

  @Entry(action = Action.TASK_VIEW)
  @PostMapping("/tasks/{task}/presence")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void here(@PathVariable UUID task, @RequestBody Place place) {
    User user = me.require();
    presence.here(task, place.frame(), place.track(), user);
    leases.here(task, place.frame(), place.pending() == null ? 0 : place.pending(), user);
  }

  @Entry(action = Action.TASK_VIEW)
  @DeleteMapping("/tasks/{task}/presence")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void left(@PathVariable UUID task) {
    presence.left(task, me.require());
  }

  @Entry(Entry.For.SELF)
  @GetMapping(path = "/me/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter own(HttpServletResponse response) {
    UUID person = me.require().id();
    streams.requireRoom(person);
    unbuffered(response);
    return streams.start(ownEvents.open(me.signedIn()), person);
  }

  private static void unbuffered(HttpServletResponse response) {
    response.setHeader("X-Accel-Buffering", "no");
    response.setHeader("Cache-Control", "no-store");
  }
}
