package io.keyreel.jobs;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Short messages from any node to all nodes, in the order of their commits. Nothing durable: what
 * is sent while a node has lost the database does not reach it. Its listeners get {@link #RESYNC}
 * instead when the connection is back, and look for themselves.
 */
public class Broadcast implements SmartLifecycle {
  /** Handed to every listener after a gap in which messages may have been missed. */
  public static final String RESYNC = "{\"type\":\"resync\"}";

  private static final Logger LOG = LoggerFactory.getLogger(Broadcast.class);
  private static final int LONGEST_BYTES = 7_500;
  private static final int WAIT_MILLIS = 5_000;
  private static final int PAUSE_MILLIS = 500;

  private final BroadcastStore store;
  private final Map<String, List<Consumer<String>>> listeners = new ConcurrentHashMap<>();
  private volatile @Nullable Thread thread;

  Broadcast(BroadcastStore store) {
    this.store = store;
  }

  /** Sends a message; inside a transaction it goes out after the commit, or never. */
  public void publish(String topic, String json) {
    int bytes = (topic + json).getBytes(StandardCharsets.UTF_8).length;
    if (bytes > LONGEST_BYTES) {
      throw new IllegalArgumentException(
          "a message of %d bytes on %s is too long; send an id and let listeners look it up"
              .formatted(bytes, topic));
    }
    store.publish(topic + "\n" + json);
  }

  /** Listeners share one thread: they take the message and go. */
  public Subscription subscribe(String topic, Consumer<String> listener) {
    listeners.computeIfAbsent(topic, t -> new CopyOnWriteArrayList<>()).add(listener);
    return () ->
        listeners.computeIfPresent(
            topic,
            (t, list) -> {
              list.remove(listener);
              return list.isEmpty() ? null : list;
            });
  }

  @Override
  public void start() {
    BroadcastStore.Listening first = store.listen();
    Thread listener =
        Thread.ofPlatform().name("keyreel-listen").daemon().unstarted(() -> listen(first));
    // Known before it runs: a listener that finds itself unknown would stop at once.
    thread = listener;
    listener.start();
  }

  private void listen(BroadcastStore.Listening first) {
    BroadcastStore.@Nullable Listening listening = first;
    while (isRunning()) {
      try {
        if (listening == null) {
          listening = store.listen();
          listeners.values().forEach(list -> deliver(list, RESYNC));
        }
        listening.next(WAIT_MILLIS).forEach(this::dispatch);
      } catch (RuntimeException e) {
        if (isRunning()) {
          LOG.warn("Lost the database's messages, connecting anew: {}", e.getMessage());
        }
        close(listening);
        listening = null;
        pause();
      }
    }
    close(listening);
  }

  private void dispatch(String message) {
    int end = message.indexOf('\n');
    deliver(
        listeners.getOrDefault(message.substring(0, end), List.of()), message.substring(end + 1));
  }

  private static void deliver(List<Consumer<String>> listeners, String json) {
    for (Consumer<String> listener : listeners) {
      try {
        listener.accept(json);
      } catch (RuntimeException e) {
        LOG.warn("A listener failed on {}", json, e);
      }
    }
  }

  private static void close(BroadcastStore.@Nullable Listening listening) {
    if (listening != null) {
      listening.close();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void stop() {
    Thread running = thread;
    thread = null;
    if (running != null) {
      running.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  /** Before everything that listens or works, and after it at the end. */
  @Override
  public int getPhase() {
    return -1000;
  }
}
