package io.keyreel.collab;

import io.keyreel.jobs.Broadcast;
import io.keyreel.jobs.Subscription;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Notifications and project news for one listener. */
final class OwnFeed implements Feed {
  private static final Duration TICK = Duration.ofSeconds(5);
  private static final int MOST_WAITING = 500;
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Item STOP = new Item("stop", Map.of());
  private static final Item RESYNC = new Item("resync", Map.of());

  private record Item(String name, Object data) {}

  private final Broadcast broadcast;
  private final Supplier<List<UUID>> projects;
  private final BooleanSupplier mayListen;
  private final InstantSource clock;
  private final Subscription own;
  private final Map<UUID, Subscription> followed = new HashMap<>();
  private final BlockingQueue<Item> waiting = new LinkedBlockingQueue<>();

  OwnFeed(
      Broadcast broadcast,
      UUID user,
      Supplier<List<UUID>> projects,
      BooleanSupplier mayListen,
      InstantSource clock) {
    this.broadcast = broadcast;
    this.projects = projects;
    this.mayListen = mayListen;
    this.clock = clock;
    this.own =
        broadcast.subscribe("user:" + user, message -> post(message, () -> notification(message)));
    follow();
  }

  @Override
  public void run(EventSink sink) throws IOException, InterruptedException {
    Instant next = clock.instant();
    while (true) {
      long wait = Duration.between(clock.instant(), next).toMillis();
      @Nullable Item item = waiting.poll(Math.max(0, wait), TimeUnit.MILLISECONDS);
      if (item == STOP) {
        return;
      }
      if (item != null) {
        sink.send(null, item.name, item.data);
      }
      if (!clock.instant().isBefore(next)) {
        if (!mayListen.getAsBoolean()) {
          return;
        }
        follow();
        sink.send(null, "beat", Map.of());
        next = clock.instant().plus(TICK);
      }
    }
  }

  /** Follows the projects the person is in now: they come and go. */
  private void follow() {
    List<UUID> now = projects.get();
    for (UUID project : now) {
      followed.computeIfAbsent(
          project,
          id ->
              broadcast.subscribe(
                  "project:" + id, message -> post(message, () -> news(id, message))));
    }
    followed
        .entrySet()
        .removeIf(entry -> {
          boolean gone = !now.contains(entry.getKey());
          if (gone) {
            entry.getValue().close();
          }
          return gone;
        });
  }

  private void post(String message, Supplier<Item> item) {
    if (waiting.size() >= MOST_WAITING) {
      waiting.clear();
      waiting.add(RESYNC);
    } else {
      waiting.add(message.equals(Broadcast.RESYNC) ? RESYNC : item.get());
    }
  }

  private static Item notification(String message) {
    return new Item("notification", JSON.readTree(message));
  }

  private static Item news(UUID project, String message) {
    return new Item("project", Map.of("project", project, "news", JSON.readTree(message)));
  }

  @Override
  public void stop() {
    waiting.add(STOP);
  }

  @Override
  public void close() {
    own.close();
    followed.values().forEach(Subscription::close);
  }
}
