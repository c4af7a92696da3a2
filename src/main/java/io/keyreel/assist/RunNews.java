package io.keyreel.assist;

import io.keyreel.jobs.Broadcast;
import io.keyreel.labels.ChangeLog;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells watchers of a label set about its runs. */
@Component
class RunNews {
  private final RunStore store;
  private final ChangeLog log;
  private final Broadcast broadcast;

  RunNews(RunStore store, ChangeLog log, Broadcast broadcast) {
    this.store = store;
    this.log = log;
    this.broadcast = broadcast;
  }

  private record State(
      UUID id,
      long number,
      String state,
      double progress,
      @Nullable String error,
      long generation,
      List<UUID> tracks,
      int from,
      int to) {}

  /** Puts the run's state on record, in the caller's transaction. */
  void changed(UUID id) {
    Run run = store.find(id).orElseThrow();
    log.append(
        run.labelSet(),
        run.task(),
        "run",
        "run:" + id,
        new State(
            id,
            run.number(),
            run.state().name(),
            run.progress(),
            run.error(),
            run.generation(),
            run.tracks(),
            run.from(),
            run.to()),
        run.requestedBy());
  }

  /** Not durable: the next state on record says it anyway. */
  void progressed(UUID labelSet, UUID run, double progress) {
    broadcast.publish(
        "set:" + labelSet,
        String.format(
            Locale.ROOT,
            "{\"type\":\"progress\",\"run\":\"%s\",\"progress\":%.4f}",
            run,
            progress));
  }
}
