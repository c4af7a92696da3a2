package io.keyreel.exchange;

import io.keyreel.kernel.FrameRange;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A video in a snapshot.
 *
 * @param folder its name as a folder: unlike any other of the snapshot, safe on every file system
 * @param timeBase numerator and denominator of the seconds a tick of a PTS lasts
 * @param ranges the frames that are in, in order, apart from each other
 * @param tracks those with at least one shape in these frames, by number
 */
record Clip(
    UUID video,
    String name,
    String folder,
    int width,
    int height,
    List<Integer> timeBase,
    List<FrameRange> ranges,
    List<ClipTrack> tracks) {

  record ClipTrack(
      UUID id,
      int number,
      String kind,
      @Nullable String classId,
      String name,
      Map<String, Object> attributes,
      int z) {

    /** Crowds and regions to ignore: areas that count neither for nor against. */
    boolean crowd() {
      return kind.equals("CROWD") || kind.equals("IGNORE");
    }
  }

  int frameCount() {
    return ranges.stream().mapToInt(FrameRange::length).sum();
  }

  /** The how-manieth of the exported frames {@code frame} is, from 0. */
  int position(int frame) {
    int before = 0;
    for (FrameRange range : ranges) {
      if (range.contains(frame)) {
        return before + frame - range.from();
      }
      before += range.length();
    }
    throw new IllegalArgumentException("frame " + frame + " is not exported");
  }

  List<Integer> frames() {
    return ranges.stream()
        .flatMap(range -> IntStream.range(range.from(), range.to()).boxed())
        .toList();
  }
}
