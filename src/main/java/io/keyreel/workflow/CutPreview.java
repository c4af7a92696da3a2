package io.keyreel.workflow;

import io.keyreel.kernel.FrameRange;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What cutting would make, or has made.
 *
 * @param tasks how many there are afterwards of the recordings that are cut
 * @param replaced how many tasks nobody has begun give way
 */
public record CutPreview(int tasks, int replaced, int skipped, List<VideoCut> videos) {

  /**
   * One recording.
   *
   * @param skipped why it is left as it is; absent when it is cut
   */
  public record VideoCut(
      UUID video, String name, List<FrameRange> tasks, int replaced, @Nullable String skipped) {}

  static CutPreview of(List<VideoCut> videos) {
    return new CutPreview(
        videos.stream().mapToInt(each -> each.tasks().size()).sum(),
        videos.stream().mapToInt(VideoCut::replaced).sum(),
        (int) videos.stream().filter(each -> each.skipped() != null).count(),
        List.copyOf(videos));
  }
}
