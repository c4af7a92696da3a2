package io.keyreel.assist;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.keyreel.geometry.Mask;
import io.keyreel.geometry.Masks;
import io.keyreel.geometry.Shape;
import io.keyreel.kernel.UserError;
import io.keyreel.vision.FrameSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person shows on a frame, to get a mask.
 *
 * @param prompts in the order they were given: the pixels of later ones win
 * @param prior what the object may look like, such as the mask that stands there
 */
public record SegmentRequest(
    @Nullable Integer frame, @Nullable List<Shown> prompts, @Nullable Shape prior) {
  private static final int MOST_PROMPTS = 200;
  private static final int MOST_CORNERS = 4000;

  /** A prompt as it travels: {@code point}, {@code box}, {@code scribble} or {@code mask}. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Point.class, name = "point"),
    @JsonSubTypes.Type(value = Box.class, name = "box"),
    @JsonSubTypes.Type(value = Scribble.class, name = "scribble"),
    @JsonSubTypes.Type(value = Rough.class, name = "mask")
  })
  public sealed interface Shown {}

  /**
   * @param in whether the pixel belongs to the object; true when not said
   */
  public record Point(double x, double y, @Nullable Boolean in) implements Shown {}

  public record Box(double x, double y, double width, double height) implements Shown {}

  /**
   * @param points x, y of each corner in turn
   * @param in whether its pixels belong to the object; true when not said
   */
  public record Scribble(@Nullable List<Double> points, @Nullable Boolean in) implements Shown {}

  public record Rough(@Nullable Shape mask) implements Shown {}

  int frameIn(FrameSource frames) {
    if (frame == null) {
      throw new UserError.Invalid("The frame is missing; give its number as \"frame\".");
    }
    if (frame < 0 || frame >= frames.frameCount()) {
      throw new UserError.Invalid(
          "There is no frame %d; the video has frames 0 to %d."
              .formatted(frame, frames.frameCount() - 1));
    }
    return frame;
  }

  List<Prompt> promptsOn(FrameSource frames) {
    return requirePrompts().stream().map(shown -> prompt(shown, frames)).toList();
  }

  List<Shown> requirePrompts() {
    if (prompts == null || prompts.isEmpty()) {
      throw new UserError.Invalid(
          "There is no prompt; give at least one point, box, scribble or mask.");
    }
    if (prompts.size() > MOST_PROMPTS) {
      throw new UserError.Invalid(
          "%d prompts are too many; give at most %d.".formatted(prompts.size(), MOST_PROMPTS));
    }
    return prompts;
  }

  @Nullable Mask priorOn(FrameSource frames) {
    Mask mask = prior == null ? null : Masks.of(prior, frames.width(), frames.height());
    return mask == null || mask.isEmpty() ? null : mask;
  }

  private static Prompt prompt(@Nullable Shown shown, FrameSource frames) {
    return switch (shown) {
      case null -> throw new UserError.Invalid("A prompt is null; leave it out.");
      case Point point -> point(point, frames);
      case Box box -> box(box, frames);
      case Scribble scribble -> scribble(scribble, frames);
      case Rough rough -> rough(rough, frames);
    };
  }

  private static Prompt point(Point point, FrameSource frames) {
    requireInside(point.x, point.y, frames);
    return new Prompt.Point(point.x, point.y, !Boolean.FALSE.equals(point.in));
  }

  private static Prompt box(Box box, FrameSource frames) {
    double left = Math.max(0, box.x);
    double top = Math.max(0, box.y);
    double right = Math.min(frames.width(), box.x + box.width);
    double bottom = Math.min(frames.height(), box.y + box.height);
    if (!(right - left >= 1 && bottom - top >= 1)) {
      throw new UserError.Invalid(
          "The box at (%s, %s) of %s by %s holds no pixel of the picture of %d by %d; draw it over the object."
              .formatted(box.x, box.y, box.width, box.height, frames.width(), frames.height()));
    }
    return new Prompt.Box(left, top, right - left, bottom - top);
  }

  private static Prompt scribble(Scribble scribble, FrameSource frames) {
    List<Double> points = scribble.points;
    if (points == null || points.isEmpty() || points.size() % 2 != 0) {
      throw new UserError.Invalid("A scribble needs the x and y of each of its corners in turn.");
    }
    if (points.size() > 2 * MOST_CORNERS) {
      throw new UserError.Invalid(
          "A scribble of %d corners is too long; give at most %d."
              .formatted(points.size() / 2, MOST_CORNERS));
    }
    for (int i = 0; i < points.size(); i += 2) {
      requireInside(points.get(i), points.get(i + 1), frames);
    }
    return new Prompt.Scribble(points, !Boolean.FALSE.equals(scribble.in));
  }

  private static Prompt rough(Rough rough, FrameSource frames) {
    Shape shape = rough.mask;
    Mask mask = shape == null ? null : Masks.of(shape, frames.width(), frames.height());
    if (mask == null || mask.isEmpty()) {
      throw new UserError.Invalid("A prompt has an empty mask; paint roughly where the object is.");
    }
    return new Prompt.RoughMask(mask);
  }

  private static void requireInside(@Nullable Double x, @Nullable Double y, FrameSource frames) {
    boolean inside =
        x != null && y != null && x >= 0 && y >= 0 && x <= frames.width() && y <= frames.height();
    if (!inside) {
      throw new UserError.Invalid(
          "The point (%s, %s) lies outside the picture of %d by %d pixels; click within it."
              .formatted(x, y, frames.width(), frames.height()));
    }
  }
}
