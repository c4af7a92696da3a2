package io.keyreel.labels;

import io.keyreel.kernel.FrameRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which chunk reading shows on a frame: an accepted one (the last acceptance given decides), else
 * the one of the newest generation.
 */
final class Winners {
  private Winners() {}

  /** A chunk on the frames on which it wins. */
  record Piece(StoredChunk chunk, FrameRange frames, @Nullable Acceptance acceptance) {
    /** Where a frame of the piece stands in the arrays of its chunk. */
    int index(int frame) {
      return frame - chunk.frames().from();
    }
  }

  private record Row(UUID track, Slot slot) {}

  /**
   * The winning pieces inside a range, by track and in order of frames.
   *
   * @param chunks in order of generations
   * @param acceptances in the order in which they were given
   */
  static List<Piece> of(List<StoredChunk> chunks, List<Acceptance> acceptances, FrameRange range) {
    Map<Row, List<StoredChunk>> rows = new LinkedHashMap<>();
    for (StoredChunk chunk : chunks) {
      rows.computeIfAbsent(new Row(chunk.track(), chunk.slot()), row -> new ArrayList<>())
          .add(chunk);
    }
    List<Piece> pieces = new ArrayList<>();
    rows.values().forEach(row -> paint(row, acceptances, range, pieces));
    return pieces;
  }

  private static void paint(
      List<StoredChunk> chunks,
      List<Acceptance> acceptances,
      FrameRange range,
      List<Piece> pieces) {
    int[] winner = new int[range.length()];
    int[] accepted = new int[range.length()];
    for (int i = 0; i < chunks.size(); i++) {
      FrameRange frames = chunks.get(i).frames();
      fill(winner, range, frames.from(), frames.to(), i + 1);
    }
    for (int a = 0; a < acceptances.size(); a++) {
      Acceptance acceptance = acceptances.get(a);
      for (int i = 0; i < chunks.size(); i++) {
        if (matches(acceptance, chunks.get(i))) {
          FrameRange frames = chunks.get(i).frames();
          int from = Math.max(frames.from(), acceptance.from());
          int to = Math.min(frames.to(), acceptance.to());
          fill(winner, range, from, to, i + 1);
          fill(accepted, range, from, to, a + 1);
        }
      }
    }
    int from = 0;
    for (int i = 1; i <= winner.length; i++) {
      if (i == winner.length || winner[i] != winner[from] || accepted[i] != accepted[from]) {
        if (winner[from] > 0) {
          pieces.add(
              new Piece(
                  chunks.get(winner[from] - 1),
                  new FrameRange(range.from() + from, range.from() + i),
                  accepted[from] == 0 ? null : acceptances.get(accepted[from] - 1)));
        }
        from = i;
      }
    }
  }

  private static void fill(int[] row, FrameRange range, int from, int to, int value) {
    int start = Math.max(from, range.from());
    int end = Math.min(to, range.to());
    if (start < end) {
      Arrays.fill(row, start - range.from(), end - range.from(), value);
    }
  }

  static boolean isAccepted(StoredChunk chunk, List<Acceptance> acceptances) {
    return acceptances.stream().anyMatch(acceptance -> matches(acceptance, chunk));
  }

  private static boolean matches(Acceptance acceptance, StoredChunk chunk) {
    return acceptance.track().equals(chunk.track())
        && acceptance.run().equals(chunk.run())
        && acceptance.generation() == chunk.generation()
        && acceptance.from() < chunk.frames().to()
        && acceptance.to() > chunk.frames().from();
  }

  /** Whether chunks of newer generations lie above every frame of a chunk. */
  static boolean isCovered(StoredChunk chunk, List<StoredChunk> chunks) {
    int[] above = new int[chunk.frames().length()];
    for (StoredChunk other : chunks) {
      if (other.generation() > chunk.generation()
          && other.track().equals(chunk.track())
          && other.slot() == chunk.slot()) {
        fill(above, chunk.frames(), other.frames().from(), other.frames().to(), 1);
      }
    }
    return Arrays.stream(above).allMatch(frame -> frame == 1);
  }
}
