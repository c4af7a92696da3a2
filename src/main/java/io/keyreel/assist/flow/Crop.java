package io.keyreel.assist.flow;

import io.keyreel.geometry.PixelBox;
import io.keyreel.vision.Image;
import io.keyreel.vision.Images;
import org.jspecify.annotations.Nullable;

/**
 * What is known about an object in a frame, as small maps of one size: colour, hypotheses, doubts.
 *
 * @param box the part of the working picture that the maps show
 * @param planes {@link #PLANES} maps of {@link #SIDE}² bytes, one after the other
 */
@SuppressWarnings("ArrayRecordComponent")
record Crop(PixelBox box, byte[] planes) {
  static final int SIDE = 256;
  static final int AREA = SIDE * SIDE;

  /** Plane numbers. 0 to 2 are L*, a* and b*. */
  static final int BELIEF = 3;

  static final int BEFORE_CHAINED = 4;
  static final int BEFORE_STRAIGHT = 5;
  static final int AFTER_CHAINED = 6;
  static final int AFTER_STRAIGHT = 7;
  static final int BEFORE_COST = 8;
  static final int AFTER_COST = 9;
  static final int COLOUR = 10;
  static final int NEIGHBOURHOOD = 11;
  static final int NEAR = 12;
  static final int FAR = 13;
  static final int RIVALS = 14;
  static final int DISTANCE = 15;
  static final int NEARNESS = 16;
  static final int PLANES = 17;

  private static final float FAINT = 0.15f;
  private static final float GROWTH = 0.125f;
  private static final int MARGIN = 12;
  private static final int LEAST = 128;

  /** The box around an object with room, or null where there is none to speak of. */
  static @Nullable PixelBox around(Belief belief, int width, int height) {
    int left = Integer.MAX_VALUE;
    int top = Integer.MAX_VALUE;
    int right = -1;
    int bottom = -1;
    PixelBox box = belief.box();
    for (int i = 0; i < belief.values().length; i++) {
      if (belief.values()[i] >= FAINT) {
        int x = box.x() + i % box.width();
        int y = box.y() + i / box.width();
        left = Math.min(left, x);
        right = Math.max(right, x);
        top = Math.min(top, y);
        bottom = y;
      }
    }
    if (right < 0) {
      return null;
    }
    int across = right - left + 1;
    int down = bottom - top + 1;
    int side = Math.max(across, down);
    int wide = room(across, side, width);
    int high = room(down, side, height);
    return new PixelBox(
        Math.clamp(left - (wide - across) / 2, 0, width - wide),
        Math.clamp(top - (high - down) / 2, 0, height - high),
        wide,
        high);
  }

  /** Not stretched by more than 2 to 1, not grown by more than 2. */
  private static int room(int length, int side, int limit) {
    int roomy = Math.round(Math.max(length, side / 2) * (1 + 2 * GROWTH)) + 2 * MARGIN;
    return Math.min(limit, Math.max(LEAST, roomy));
  }

  /** A mask of the working picture as the maps show it. */
  byte[] show(SoftMask mask) {
    byte[] values = new byte[box.width() * box.height()];
    for (int i = 0; i < values.length; i++) {
      float value = mask.at(box.x() + i % box.width(), box.y() + i / box.width());
      values[i] = (byte) Math.round(255 * value);
    }
    return scaled(values, box);
  }

  static byte[] scaled(byte[] values, PixelBox box) {
    return Images.resize(new Image(box.width(), box.height(), 1, values), SIDE, SIDE).data();
  }
}
