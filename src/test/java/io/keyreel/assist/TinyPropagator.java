package io.keyreel.assist;

import io.keyreel.geometry.Mask;
import io.keyreel.kernel.Cancellation;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;

/**
 * An engine whose mask of a frame is what the keyframes beside it cover together, in chunks of
 * three frames. A test can step in before each chunk of a track.
 */
@TestComponent
class TinyPropagator implements Propagator {
  static final int CHUNK = 3;

  /** Called before a chunk goes out. */
  interface Step {
    void before(int chunk, FrameRange frames, Cancellation cancellation) throws Exception;
  }

  private final Map<UUID, Step> steps = new ConcurrentHashMap<>();
  private final Map<UUID, AtomicInteger> counts = new ConcurrentHashMap<>();
  private final Map<UUID, AtomicInteger> frames = new ConcurrentHashMap<>();

  @Override
  public String name() {
    return "tiny";
  }

  void before(UUID track, Step step) {
    steps.put(track, step);
  }

  /** How many frames it has made of a track, those among them that were made again. */
  int framesOf(UUID track) {
    return frames.getOrDefault(track, new AtomicInteger()).get();
  }

  static Mask between(Mask left, Mask right) {
    return left.or(right);
  }

  @Override
  public void propagate(
      PropagationRequest request, ChunkSink sink, Progress progress, Cancellation cancellation) {
    for (TrackKeyframes track : request.tracks()) {
      List<FrameResult> results = new ArrayList<>();
      int first = 0;
      for (int frame = request.range().from(); frame < request.range().to(); frame++) {
        FrameResult result = result(track.masks(), frame, request);
        if (result != null) {
          first = results.isEmpty() ? frame : first;
          results.add(result);
        }
        if (results.size() == CHUNK || result == null) {
          send(track.track(), first, results, sink, cancellation);
        }
      }
      send(track.track(), first, results, sink, cancellation);
    }
  }

  private void send(
      UUID track, int first, List<FrameResult> results, ChunkSink sink, Cancellation cancellation) {
    if (results.isEmpty()) {
      return;
    }
    cancellation.check();
    FrameRange range = new FrameRange(first, first + results.size());
    frames.computeIfAbsent(track, t -> new AtomicInteger()).addAndGet(results.size());
    int count = counts.computeIfAbsent(track, t -> new AtomicInteger()).incrementAndGet();
    Step step = steps.get(track);
    if (step != null) {
      try {
        step.before(count, range, cancellation);
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
    sink.accept(new PropagatedChunk(track, range, results));
    results.clear();
  }

  private static FrameResult result(
      NavigableMap<Integer, Mask> masks, int frame, PropagationRequest request) {
    int shot =
        request.shotStarts().stream().filter(s -> s <= frame).max(Integer::compare).orElse(0);
    int end =
        request.shotStarts().stream()
            .filter(s -> s > frame)
            .min(Integer::compare)
            .orElse(Integer.MAX_VALUE);
    Map.Entry<Integer, Mask> left = masks.floorEntry(frame);
    Map.Entry<Integer, Mask> right = masks.ceilingEntry(frame);
    boolean hasLeft = left != null && left.getKey() >= shot;
    boolean hasRight = right != null && right.getKey() < end;
    if (masks.containsKey(frame) || !hasLeft && !hasRight) {
      return null;
    }
    Mask mask =
        between(
            hasLeft ? left.getValue() : right.getValue(),
            hasRight ? right.getValue() : left.getValue());
    return new FrameResult(mask, 0.9, Visibility.VISIBLE);
  }
}
