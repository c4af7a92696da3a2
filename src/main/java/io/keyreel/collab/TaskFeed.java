package io.keyreel.collab;

import io.keyreel.jobs.Subscription;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Changes, progress and presence of one task for one listener. */
final class TaskFeed implements Feed {
  private static final Duration TICK = Duration.ofSeconds(5);

  /** What a feed looks at when there is news. */
  record Sources(
      ChangeReplay.Cursor changes, Supplier<List<Person>> people, BooleanSupplier mayListen) {}

  private static final String GONE =
      "The recording was deleted with its tasks and labels; go back to the list of tasks.";

  private final TaskMailbox mailbox;
  private final Sources sources;
  private final List<Subscription> subscriptions;
  private final InstantSource clock;
  private @Nullable List<Person> shown;

  TaskFeed(
      TaskMailbox mailbox, Sources sources, List<Subscription> subscriptions, InstantSource clock) {
    this.mailbox = mailbox;
    this.sources = sources;
    this.subscriptions = subscriptions;
    this.clock = clock;
  }

  @Override
  public void run(EventSink sink) throws IOException, InterruptedException {
    Instant next = clock.instant();
    while (true) {
      TaskMailbox.News news = mailbox.take(Duration.between(clock.instant(), next));
      boolean tick = !clock.instant().isBefore(next);
      if (news.stop() || (tick && !sources.mayListen.getAsBoolean())) {
        return;
      }
      if (news.gone()) {
        sink.send(null, "gone", Map.of("message", GONE));
        return;
      }
      if (news.changes()) {
        sources.changes.sendNew(sink);
      }
      for (JsonNode progress : news.progress()) {
        sink.send(null, "progress", progress);
      }
      if (news.people() || tick) {
        sendPeople(sink);
      }
      if (tick) {
        sink.send(null, "beat", Map.of("seq", sources.changes.last()));
        next = clock.instant().plus(TICK);
      }
    }
  }

  private void sendPeople(EventSink sink) throws IOException {
    List<Person> people = sources.people.get();
    if (!people.equals(shown)) {
      sink.send(null, "presence", Map.of("users", people));
      shown = people;
    }
  }

  @Override
  public void stop() {
    mailbox.stop();
  }

  @Override
  public void close() {
    subscriptions.forEach(Subscription::close);
  }
}
