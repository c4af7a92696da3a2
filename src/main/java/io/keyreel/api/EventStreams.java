package io.keyreel.api;

import io.keyreel.collab.Feed;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/** Runs feeds into server-sent events, each on a thread of its own that costs nothing waiting. */
@Component
class EventStreams implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(EventStreams.class);
  private static final long FOR_EVER = 0;

  /** More than anybody has tabs; one script gone wild does not take the streams of all. */
  static final int MOST_OF_ONE = 32;

  /** Somebody listens too often at a time. */
  static final class TooMany extends RuntimeException {
    TooMany() {
      super(
          "You have %d live streams open, the most one person may; close some tabs or programs and try again."
              .formatted(MOST_OF_ONE));
    }
  }

  private final Map<Feed, UUID> open = new ConcurrentHashMap<>();
  private volatile boolean running;

  /** Refuses before anything is opened. */
  void requireRoom(UUID person) {
    if (open.values().stream().filter(person::equals).count() >= MOST_OF_ONE) {
      throw new TooMany();
    }
  }

  SseEmitter start(Feed feed, UUID person) {
    SseEmitter emitter = new SseEmitter(FOR_EVER);
    open.put(feed, person);
    emitter.onCompletion(feed::stop);
    emitter.onError(failure -> feed.stop());
    Thread.ofVirtual().name("events").start(() -> run(feed, emitter));
    if (!running) {
      feed.stop();
    }
    return emitter;
  }

  private void run(Feed feed, SseEmitter emitter) {
    try (feed) {
      feed.run((id, name, data) -> emitter.send(event(id, name, data)));
    } catch (IOException | IllegalStateException e) {
      LOG.debug("A listener left", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      // The listener comes back with the number of the last event it had.
      LOG.warn("A stream of events broke off: {}", e.getMessage());
    } finally {
      open.remove(feed);
      emitter.complete();
    }
  }

  private static SseEventBuilder event(@Nullable Long id, String name, Object data) {
    SseEventBuilder event = SseEmitter.event().name(name).data(data, MediaType.APPLICATION_JSON);
    return id == null ? event : event.id(Long.toString(id));
  }

  @Override
  public void start() {
    running = true;
  }

  /** Before the web server, which would wait for streams that never end by themselves. */
  @Override
  public void stop() {
    running = false;
    open.keySet().forEach(Feed::stop);
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
