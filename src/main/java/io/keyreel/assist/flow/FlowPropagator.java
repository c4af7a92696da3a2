package io.keyreel.assist.flow;

import io.keyreel.assist.ChunkSink;
import io.keyreel.assist.FrameResult;
import io.keyreel.assist.PropagatedChunk;
import io.keyreel.assist.PropagationRequest;
import io.keyreel.assist.Propagator;
import io.keyreel.assist.TrackKeyframes;
import io.keyreel.kernel.Cancellation;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** The built-in engine. */
public final class FlowPropagator implements Propagator {
  private final int threads;
  private final Observer observer;
  private final Refinement refinement;

  /** Sees what each result rests on. */
  @FunctionalInterface
  interface Observer {
    void saw(UUID track, int frame, Verdict verdict);
  }

  /** Uses every core of the machine. */
  public FlowPropagator() {
    this(Runtime.getRuntime().availableProcessors());
  }

  public FlowPropagator(int threads) {
    this(threads, (track, frame, verdict) -> {}, NetRefinement.shipped());
  }

  /** By optical flow alone, without the net. */
  public static FlowPropagator plain() {
    return new FlowPropagator(
        Runtime.getRuntime().availableProcessors(), (track, frame, verdict) -> {}, Refinement.NONE);
  }

  FlowPropagator(int threads, Observer observer, Refinement refinement) {
    this.threads = threads;
    this.observer = observer;
    this.refinement = refinement;
  }

  @Override
  public String name() {
    return "flow";
  }

  @Override
  public void propagate(
      PropagationRequest request, ChunkSink sink, Progress progress, Cancellation cancellation) {
    ChunkSink own = new BesideDrawn(request, sink);
    try (Workers workers = new Workers(threads, cancellation)) {
      List<ShotRun> shots =
          Window.shots(request).stream()
              .map(s -> new ShotRun(request, s, workers, refinement))
              .toList();
      int total = shots.stream().mapToInt(ShotRun::frames).sum();
      int before = 0;
      for (ShotRun shot : shots) {
        int done = before;
        before += shot.frames();
        shot.prepare();
        for (Window window : shot.windows()) {
          cancellation.check();
          emit(request, shot.run(window, share(progress, done, total, window)), own);
          done += window.frames().length();
          progress.report((double) done / total, "frame " + (window.frames().to() - 1));
        }
      }
    }
  }

  private static Runnable share(Progress progress, int done, int total, Window window) {
    AtomicInteger steps = new AtomicInteger();
    int expected = 2 * window.frames().length();
    return () -> {
      double part = Math.min(1.0, (double) steps.incrementAndGet() / expected);
      double fraction = (done + 0.98 * part * window.frames().length()) / total;
      progress.report(
          fraction, "frames %d to %d".formatted(window.frames().from(), window.frames().to() - 1));
    };
  }

  private void emit(
      PropagationRequest request, Map<UUID, SortedMap<Integer, Verdict>> results, ChunkSink sink) {
    for (TrackKeyframes track : request.tracks()) {
      SortedMap<Integer, Verdict> own = results.getOrDefault(track.track(), new TreeMap<>());
      emit(track.track(), own.tailMap(request.range().from()), sink);
    }
  }

  private void emit(UUID track, SortedMap<Integer, Verdict> results, ChunkSink sink) {
    List<FrameResult> run = new ArrayList<>();
    int start = -1;
    for (Map.Entry<Integer, Verdict> entry : results.entrySet()) {
      int frame = entry.getKey();
      if (start >= 0 && frame != start + run.size()) {
        sink.accept(new PropagatedChunk(track, new FrameRange(start, start + run.size()), run));
        run.clear();
        start = -1;
      }
      if (start < 0) {
        start = frame;
      }
      observer.saw(track, frame, entry.getValue());
      run.add(entry.getValue().result());
    }
    if (start >= 0) {
      sink.accept(new PropagatedChunk(track, new FrameRange(start, start + run.size()), run));
    }
  }
}
