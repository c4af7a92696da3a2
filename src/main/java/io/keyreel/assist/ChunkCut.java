package io.keyreel.assist;

import io.keyreel.geometry.Masks;
import io.keyreel.geometry.Shape;
import io.keyreel.kernel.FrameRange;
import io.keyreel.labels.Chunk;
import io.keyreel.labels.Slot;
import io.keyreel.labels.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an engine made, as labels keep it. */
final class ChunkCut {
  private ChunkCut() {}

  /** The part of a chunk on {@code frames}. */
  static Chunk of(
      Run run, Span gap, PropagatedChunk chunk, FrameRange frames, double doubtThreshold) {
    int start = frames.from() - chunk.frames().from();
    List<FrameResult> results = chunk.results().subList(start, start + frames.length());
    List<@Nullable Shape> shapes = new ArrayList<>(frames.length());
    List<io.keyreel.labels.Visibility> visibility = new ArrayList<>(frames.length());
    float[] confidence = new float[frames.length()];
    int doubtful = 0;
    for (int i = 0; i < confidence.length; i++) {
      FrameResult result = results.get(i);
      shapes.add(result.mask().isEmpty() ? null : Masks.toShape(result.mask()));
      visibility.add(visibility(result.visibility()));
      confidence[i] = (float) result.confidence();
      doubtful += result.confidence() < doubtThreshold ? 1 : 0;
    }
    return new Chunk(
        run.labelSet(),
        run.id(),
        gap,
        Slot.MASK,
        frames,
        run.generation(),
        run.engine(),
        shapes,
        confidence,
        visibility,
        doubtful);
  }

  private static io.keyreel.labels.Visibility visibility(Visibility seen) {
    return switch (seen) {
      case VISIBLE -> io.keyreel.labels.Visibility.VISIBLE;
      case OCCLUDED -> io.keyreel.labels.Visibility.OCCLUDED;
      case ABSENT -> io.keyreel.labels.Visibility.ABSENT;
    };
  }
}
