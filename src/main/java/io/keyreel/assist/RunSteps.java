package io.keyreel.assist;

import io.keyreel.kernel.FrameRange;
import io.keyreel.labels.Chunk;
import io.keyreel.labels.LabelSets;
import io.keyreel.labels.Proposals;
import io.keyreel.labels.Span;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps of a run, each a transaction that holds the label set's row. A worker may die between
 * any two of them: the next one goes on from what the tables say.
 */
@Component
class RunSteps {
  private final RunStore store;
  private final LabelSets labelSets;
  private final Proposals proposals;
  private final RunNews news;
  private final InstantSource clock;

  RunSteps(
      RunStore store, LabelSets labelSets, Proposals proposals, RunNews news, InstantSource clock) {
    this.store = store;
    this.labelSets = labelSets;
    this.proposals = proposals;
    this.news = news;
    this.clock = clock;
  }

  /**
   * Begins the run, or takes it over from a worker that died: that one, should it still be alive,
   * is fenced off. Answers what is left to do.
   */
  @Transactional
  public List<Work> begin(Run run) {
    labelSets.lock(run.labelSet());
    if (store.begin(run.id())) {
      news.changed(run.id());
    }
    Map<Span, Long> held = new LinkedHashMap<>();
    List<RunSpan> open = store.openSpans(run.id());
    open.forEach(span -> held.put(span.gap(), span.fence()));
    Map<Span, Long> taken = proposals.reclaim(run.labelSet(), held);
    taken.forEach((gap, fence) -> store.setFence(run.id(), gap, fence));
    List<Work> works = new ArrayList<>();
    for (RunSpan span : open) {
      Long fence = taken.get(span.gap());
      if (fence == null) {
        store.overtake(run.id(), span);
      } else {
        RunSpan mine = new RunSpan(span.gap(), span.frames(), fence);
        FrameRange todo = todo(run.id(), mine);
        if (todo == null) {
          store.close(run.id(), mine);
        } else {
          works.add(new Work(mine, todo));
        }
      }
    }
    return works;
  }

  private @Nullable FrameRange todo(UUID run, RunSpan span) {
    int next = span.frames().from();
    for (FrameRange written : proposals.written(run, span.gap().track())) {
      if (written.contains(next)) {
        next = written.to();
      }
    }
    return next < span.frames().to() ? new FrameRange(next, span.frames().to()) : null;
  }

  /** Keeps a chunk; false when the span was taken from the run. */
  @Transactional
  public boolean write(Run run, RunSpan span, Chunk chunk) {
    labelSets.lock(run.labelSet());
    if (!proposals.write(chunk, span.fence())) {
      store.overtake(run.id(), span);
      return false;
    }
    store.advance(run.id(), span, chunk.frames().length());
    store.updateProgress(run.id());
    return true;
  }

  /** Notes that a span was taken from the run. */
  @Transactional
  public void lost(Run run, RunSpan span) {
    labelSets.lock(run.labelSet());
    store.overtake(run.id(), span);
  }

  /** Notes that the engine is through with a span. */
  @Transactional
  public void close(Run run, RunSpan span) {
    labelSets.lock(run.labelSet());
    store.close(run.id(), span);
  }

  /** Ends a run that has no open spans: done, or cancelled if all were taken from it. */
  @Transactional
  public void finish(Run run) {
    labelSets.lock(run.labelSet());
    boolean done = store.hasDone(run.id());
    end(
        run,
        done ? RunState.DONE : RunState.CANCELLED,
        done ? null : "Overtaken by newer keyframes or a newer run.");
    proposals.prune(run.labelSet(), new FrameRange(run.from(), run.to()));
  }

  /** Ends a run before its time: what it has left open, it can write no more. */
  @Transactional
  public void stop(Run run, RunState state, String reason) {
    labelSets.lock(run.labelSet());
    Map<Span, Long> held = new LinkedHashMap<>();
    store.openSpans(run.id()).forEach(span -> held.put(span.gap(), span.fence()));
    proposals.release(run.labelSet(), held);
    store.overtakeAll(run.id());
    end(run, state, reason);
  }

  private void end(Run run, RunState state, @Nullable String error) {
    if (store.finish(run.id(), state, error, clock.instant())) {
      news.changed(run.id());
    }
  }
}
