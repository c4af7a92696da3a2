package io.keyreel.media;

import io.keyreel.media.decode.MediaInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came out of a recording.
 *
 * @param sha256 of the original file
 */
@SuppressWarnings("ArrayRecordComponent")
record Ingested(
    MediaInfo info,
    byte[] sha256,
    List<PackRow> packs,
    List<Shot> shots,
    Energy energy,
    @Nullable String warning) {
  int frameCount() {
    return packs.stream().mapToInt(PackRow::count).sum();
  }

  long durationMicros() {
    FrameTimes first = packs.getFirst().times();
    FrameTimes last = packs.getLast().times();
    int end = last.count() - 1;
    return info.timeBase().micros(last.pts()[end] + last.durations()[end] - first.pts()[0]);
  }
}
