package io.keyreel.assist.flow;

import io.keyreel.geometry.Mask;
import io.keyreel.geometry.MaskBuilder;
import io.keyreel.geometry.PixelBox;
import io.keyreel.vision.Image;
import io.keyreel.vision.Images;

/**
 * The window of the frame the engine works on, and its working size.
 *
 * @param box in pixels of the frame
 */
record View(int frameWidth, int frameHeight, PixelBox box, int width, int height) {
  private static final int LINES = 480;
  private static final double ROOM = 0.3;
  private static final int LEAST_ROOM = 48;
  private static final double MOST_GROWTH = 2;
  private static final double WORTHWHILE = 0.75;

  /** The whole frame, its short side at so many pixels. */
  static View lines(int frameWidth, int frameHeight, int lines) {
    return of(
        frameWidth,
        frameHeight,
        new PixelBox(0, 0, frameWidth, frameHeight),
        (double) lines / Math.min(frameWidth, frameHeight));
  }

  /**
   * A box of the frame with room around it, at the scale that shows the whole frame at 480 lines.
   */
  static View around(int frameWidth, int frameHeight, PixelBox box) {
    double scale = Math.min(MOST_GROWTH, (double) LINES / Math.min(frameWidth, frameHeight));
    int margin =
        (int) Math.round(Math.max(LEAST_ROOM / scale, ROOM * Math.max(box.width(), box.height())));
    PixelBox room = box.grow(margin, frameWidth, frameHeight);
    double share = (double) room.width() * room.height() / frameWidth / frameHeight;
    return room.isEmpty() || share > WORTHWHILE
        ? of(frameWidth, frameHeight, new PixelBox(0, 0, frameWidth, frameHeight), scale)
        : of(frameWidth, frameHeight, room, scale);
  }

  static View of(int frameWidth, int frameHeight, PixelBox box, double scale) {
    return new View(
        frameWidth,
        frameHeight,
        box,
        Math.max(32, (int) Math.round(box.width() * scale)),
        Math.max(32, (int) Math.round(box.height() * scale)));
  }

  WorkFrame prepare(Image frame) {
    Image window =
        box.width() == frameWidth && box.height() == frameHeight
            ? frame
            : Images.crop(frame, box.x(), box.y(), box.width(), box.height());
    Image scaled = Images.resize(window, width, height);
    return new WorkFrame(Images.gray(scaled), Images.lab(scaled));
  }

  /** The share of each working pixel that a mask covers, 0 to 255. */
  Image soften(Mask mask) {
    byte[] values = new byte[box.width() * box.height()];
    mask.crop(box.x(), box.y(), box.width(), box.height())
        .forEachRun((from, to) -> java.util.Arrays.fill(values, from, to, (byte) 255));
    return Images.resize(new Image(box.width(), box.height(), 1, values), width, height);
  }

  /** The full-resolution pixels where a working map, read between its pixels, is above 0. */
  Mask harden(SignedMap map) {
    MaskBuilder builder = new MaskBuilder(frameWidth, frameHeight);
    float scaleX = (float) width / box.width();
    float scaleY = (float) height / box.height();
    int left = (int) Math.max(0, Math.floor((map.box().x() - 1) / scaleX));
    int right = (int) Math.min(box.width(), Math.ceil((map.box().right() + 1) / scaleX));
    int top = (int) Math.max(0, Math.floor((map.box().y() - 1) / scaleY));
    int bottom = (int) Math.min(box.height(), Math.ceil((map.box().bottom() + 1) / scaleY));
    for (int y = top; y < bottom; y++) {
      float sy = Math.clamp((y + 0.5f) * scaleY - 0.5f, 0, height - 1);
      for (int x = left; x < right; x++) {
        float sx = Math.clamp((x + 0.5f) * scaleX - 0.5f, 0, width - 1);
        if (map.at(sx, sy) > 0) {
          builder.set(box.x() + x, box.y() + y);
        }
      }
    }
    return builder.build();
  }
}
