package io.keyreel.ui.review;

import io.keyreel.geometry.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a row of the queue shows of its span.
 *
 * @param values confidence a frame, with some frames before and after the span; null at keyframes
 * @param first the frame of the first value
 */
record Picture(List<Still> stills, List<@Nullable Float> values, int first, double threshold) {
  /** One frame of the filmstrip. */
  record Still(int frame, @Nullable Shape shape, @Nullable Float confidence) {}
}
