package io.keyreel.workflow;

import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.UserError;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A remark to pin.
 *
 * @param to one past the last frame it is about
 * @param track what it is about, if anything
 * @param x where, in pixels of the frame, together with {@code y}
 */
public record NewNote(
    int from,
    int to,
    @Nullable UUID track,
    @Nullable Double x,
    @Nullable Double y,
    @Nullable String body) {

  FrameRange frames() {
    return new FrameRange(from, to);
  }

  String text() {
    return text(body);
  }

  void check(Task task) {
    FrameRange frames = frames();
    if (frames.from() < task.frames().from() || frames.to() > task.frames().to()) {
      throw new UserError.Invalid(
          "Frames %d to %d are not all in task %d; pin the note to frames %d to %d."
              .formatted(
                  from, to - 1, task.number(), task.frames().from(), task.frames().to() - 1));
    }
    if ((x == null) != (y == null)
        || (x != null && !Double.isFinite(x))
        || (y != null && !Double.isFinite(y))) {
      throw new UserError.Invalid("A point needs both x and y in pixels; give both or none.");
    }
  }

  static String text(@Nullable String body) {
    String text = body == null ? "" : body.strip();
    if (text.isEmpty() || text.length() > 4000) {
      throw new UserError.Invalid("A note needs a text of 1 to 4000 characters.");
    }
    return text;
  }
}
