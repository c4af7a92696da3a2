package io.keyreel.workflow;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.UserError;
import io.keyreel.media.Shot;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a recording is cut into tasks.
 *
 * @param frames a task's length; with shots, the least length, below which neighbours are joined
 * @param overlap frames that a task shares with the next one
 * @param every with samples, how far apart their first frames lie
 */
public record Cut(
    By by, @Nullable Integer frames, @Nullable Integer overlap, @Nullable Integer every) {
  private static final int LONGEST = 1_000_000;

  /** Where tasks begin and end. */
  public enum By {
    @JsonProperty("whole")
    WHOLE,
    @JsonProperty("shots")
    SHOTS,
    @JsonProperty("length")
    LENGTH,
    @JsonProperty("samples")
    SAMPLES
  }

  public static final Cut WHOLE = new Cut(By.WHOLE, null, null, null);

  public Cut {
    if (by == null) {
      throw new UserError.Invalid("Say how to cut: whole, shots, length or samples.");
    }
    require(frames, "length");
    require(every, "distance");
    if (overlap != null && overlap < 0) {
      throw new UserError.Invalid("Tasks cannot overlap by less than no frame.");
    }
    if ((by == By.LENGTH || by == By.SAMPLES) && frames == null) {
      throw new UserError.Invalid("Say how many frames a task should have.");
    }
    if (by == By.LENGTH && overlap != null && frames != null && overlap * 2 > frames) {
      throw new UserError.Invalid(
          "An overlap of %d frames is more than half of %d; make it smaller or the tasks longer."
              .formatted(overlap, frames));
    }
    if (by == By.SAMPLES && (every == null || frames == null || every < frames)) {
      throw new UserError.Invalid(
          "Samples must lie at least as far apart as they are long; give a larger distance.");
    }
  }

  /** In order of frames; together they cover the recording, unless it is sampled. */
  List<FrameRange> of(int frameCount, List<Shot> shots) {
    return switch (by) {
      case WHOLE -> List.of(new FrameRange(0, frameCount));
      case SHOTS -> byShots(frameCount, shots);
      case LENGTH -> byLength(frameCount);
      case SAMPLES -> samples(frameCount);
    };
  }

  private List<FrameRange> byShots(int frameCount, List<Shot> shots) {
    int least = frames == null ? 1 : frames;
    List<FrameRange> parts = new ArrayList<>();
    int from = 0;
    for (Shot shot : shots) {
      int to = Math.min(shot.frames().to(), frameCount);
      if (to - from >= least) {
        parts.add(new FrameRange(from, to));
        from = to;
      }
    }
    if (from < frameCount) {
      join(parts, from, frameCount, least);
    }
    return parts;
  }

  private List<FrameRange> byLength(int frameCount) {
    int length = length();
    int step = length - (overlap == null ? 0 : overlap);
    List<FrameRange> parts = new ArrayList<>();
    for (int from = 0; from < frameCount; from += step) {
      int to = Math.min(from + length, frameCount);
      if (to == frameCount) {
        join(parts, from, to, Math.max(1, length / 4));
        break;
      }
      parts.add(new FrameRange(from, to));
    }
    return parts;
  }

  private List<FrameRange> samples(int frameCount) {
    int step = every == null ? length() : every;
    List<FrameRange> parts = new ArrayList<>();
    for (int from = 0; from < frameCount; from += step) {
      parts.add(new FrameRange(from, Math.min(from + length(), frameCount)));
    }
    return parts;
  }

  private int length() {
    return frames == null ? 1 : frames;
  }

  /** A rest too short for a task of its own goes with the one before. */
  private static void join(List<FrameRange> parts, int from, int to, int least) {
    if (to - from < least && !parts.isEmpty()) {
      FrameRange last = parts.removeLast();
      parts.add(new FrameRange(last.from(), to));
    } else {
      parts.add(new FrameRange(from, to));
    }
  }

  private static void require(@Nullable Integer value, String what) {
    if (value != null && (value < 1 || value > LONGEST)) {
      throw new UserError.Invalid(
          "The %s must lie between 1 and %d frames.".formatted(what, LONGEST));
    }
  }
}
