package io.keyreel.assist.flow;

import io.keyreel.geometry.PixelBox;
import org.jspecify.annotations.Nullable;

/**
 * How likely each pixel of a frame is to be one track's, inside a box; 0 outside.
 *
 * @param before what the keyframe in front sent, if any
 * @param after what the keyframe behind sent, if any
 * @param trust the better trust of the two sides, averaged over the object
 * @param mended what a refinement did to it, if one did
 */
@SuppressWarnings("ArrayRecordComponent")
record Belief(
    PixelBox box,
    float[] values,
    @Nullable SoftMask before,
    @Nullable SoftMask after,
    float trust,
    @Nullable Mended mended) {
  private static final float LEAST = 1e-9f;

  /**
   * What a refinement says of its own work.
   *
   * @param kept IoU of the object before and after
   * @param rating IoU it expects with the truth
   */
  record Mended(float kept, float rating) {}

  /**
   * What one anchor says.
   *
   * @param worth of the anchor itself
   */
  record Side(Evidence evidence, SoftMask mask, float worth) {}

  /**
   * Weighs both sides by nearness in time and trust.
   *
   * @param nearness 1 at the anchor in front, 0 at the one behind
   */
  static Belief of(int width, @Nullable Side before, @Nullable Side after, float nearness) {
    SoftMask a = before == null ? null : before.mask();
    SoftMask b = after == null ? null : after.mask();
    PixelBox box =
        (a == null ? PixelBox.EMPTY : a.box()).union(b == null ? PixelBox.EMPTY : b.box());
    float[] values = new float[box.width() * box.height()];
    float trust = 0;
    float mass = 0;
    for (int y = 0; y < box.height(); y++) {
      for (int x = 0; x < box.width(); x++) {
        int fx = x + box.x();
        int fy = y + box.y();
        int pixel = fy * width + fx;
        float trustA = before == null ? 0 : before.evidence().trust(pixel);
        float trustB = after == null ? 0 : after.evidence().trust(pixel);
        float weightA = before == null ? 0 : nearness * before.worth() * trustA + LEAST;
        float weightB = after == null ? 0 : (1 - nearness) * after.worth() * trustB + LEAST;
        float sum =
            (a == null ? 0 : weightA * a.at(fx, fy)) + (b == null ? 0 : weightB * b.at(fx, fy));
        float value = sum / (weightA + weightB);
        values[y * box.width() + x] = value;
        trust += value * Math.max(trustA, trustB);
        mass += value;
      }
    }
    return new Belief(box, values, a, b, mass == 0 ? 0 : trust / mass, null);
  }

  /** A mask that a person drew. */
  static Belief certain(SoftMask mask) {
    float[] values = new float[mask.values().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (mask.values()[i] & 0xff) / 255f;
    }
    return new Belief(mask.box(), values, mask, mask, 1, null);
  }

  float at(int x, int y) {
    int column = x - box.x();
    int row = y - box.y();
    return column < 0 || row < 0 || column >= box.width() || row >= box.height()
        ? 0
        : values[row * box.width() + column];
  }

  /** Read between the pixels. */
  float at(float x, float y) {
    int x0 = (int) Math.floor(x);
    int y0 = (int) Math.floor(y);
    float fx = x - x0;
    float fy = y - y0;
    float top = at(x0, y0) * (1 - fx) + at(x0 + 1, y0) * fx;
    float low = at(x0, y0 + 1) * (1 - fx) + at(x0 + 1, y0 + 1) * fx;
    return top * (1 - fy) + low * fy;
  }

  Belief with(PixelBox newBox, float[] newValues) {
    return new Belief(newBox, newValues, before, after, trust, mended);
  }

  Belief mended(PixelBox newBox, float[] newValues, float rating) {
    int common = 0;
    int either = 0;
    for (int i = 0; i < newValues.length; i++) {
      boolean was = at(newBox.x() + i % newBox.width(), newBox.y() + i / newBox.width()) > 0.5f;
      boolean is = newValues[i] > 0.5f;
      common += was && is ? 1 : 0;
      either += was || is ? 1 : 0;
    }
    float kept = either == 0 ? 1 : (float) common / either;
    return new Belief(newBox, newValues, before, after, trust, new Mended(kept, rating));
  }
}
