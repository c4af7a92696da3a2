package io.keyreel.assist;

import io.keyreel.kernel.Cancellation;
import io.keyreel.kernel.Progress;

/**
 * An engine that carries the masks of keyframes through the frames around them. The same request
 * gives the same masks on any machine and any number of threads.
 */
public interface Propagator {
  /** The name projects choose it by. */
  String name();

  /**
   * Fills every frame of the request's range that a keyframe reaches: between neighbouring
   * keyframes from both sides, before the first and after the last one of a shot from one. Chunks
   * go to the sink as they are ready, on the calling thread, of each track in order of frames.
   *
   * @throws java.util.concurrent.CancellationException soon after a stop was asked for; what the
   *     sink has taken by then is whole
   */
  void propagate(
      PropagationRequest request, ChunkSink sink, Progress progress, Cancellation cancellation);
}
