package io.keyreel.assist;

import io.keyreel.geometry.Mask;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.UserError;
import io.keyreel.vision.FrameSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What to carry where.
 *
 * @param tracks the objects; those that share pixels of an image compete for them
 * @param range the frames to fill; keyframes outside it (in the same shot) still lead
 * @param shotStarts first frames of shots; nothing is carried over one
 * @param earlier what the same work has made of frames in front of the range, before it was stopped
 */
public record PropagationRequest(
    FrameSource frames,
    List<TrackKeyframes> tracks,
    FrameRange range,
    List<Integer> shotStarts,
    Earlier earlier) {

  /** Results that an engine gave before it was stopped. */
  @FunctionalInterface
  public interface Earlier {
    Earlier NOTHING = (track, frame) -> null;

    @Nullable FrameResult of(UUID track, int frame);
  }

  public PropagationRequest(
      FrameSource frames, List<TrackKeyframes> tracks, FrameRange range, List<Integer> shotStarts) {
    this(frames, tracks, range, shotStarts, Earlier.NOTHING);
  }

  public PropagationRequest {
    tracks = List.copyOf(tracks);
    shotStarts = shotStarts.stream().sorted().distinct().toList();
    if (range.to() > frames.frameCount()) {
      throw new UserError.Invalid(
          "Frames %d to %d were asked for, but the video has %d; choose frames it has."
              .formatted(range.from(), range.to() - 1, frames.frameCount()));
    }
    for (TrackKeyframes track : tracks) {
      track.masks().forEach((frame, mask) -> check(frame, mask, frames));
    }
  }

  private static void check(int frame, Mask mask, FrameSource frames) {
    if (frame < 0 || frame >= frames.frameCount()) {
      throw new UserError.Invalid(
          "A keyframe lies on frame %d, but the video has %d frames."
              .formatted(frame, frames.frameCount()));
    }
    if (mask.width() != frames.width() || mask.height() != frames.height()) {
      throw new UserError.Invalid(
          "The mask of frame %d has %d by %d pixels, but the video has %d by %d; use the video's size."
              .formatted(frame, mask.width(), mask.height(), frames.width(), frames.height()));
    }
  }
}
