package io.keyreel.cli;

import io.keyreel.geometry.Mask;
import io.keyreel.vision.Image;
import io.keyreel.vision.ImageCodec;
import io.keyreel.vision.Images;
import java.util.Map;
import java.util.TreeMap;

/**
 * A frame beside the same frame with the truth and with an engine's masks painted in.
 *
 * @param jpegs by caption
 */
record ContactSheet(int frame, Map<String, byte[]> jpegs) {
  static final ContactSheet NONE = new ContactSheet(0, Map.of());

  private static final int LINES = 200;
  private static final int QUALITY = 80;
  private static final int[][] COLOURS = {
    {40, 110, 255}, {60, 200, 60}, {230, 120, 30}, {200, 60, 200}, {30, 200, 220}
  };

  static ContactSheet of(
      int frame, Image picture, Map<Integer, Mask> truth, Map<Integer, Mask> found) {
    Map<String, byte[]> jpegs = new TreeMap<>();
    jpegs.put("1 picture", jpeg(picture));
    jpegs.put("2 truth", jpeg(paint(picture, truth)));
    jpegs.put("3 engine", jpeg(paint(picture, found)));
    return new ContactSheet(frame, jpegs);
  }

  private static byte[] jpeg(Image image) {
    return ImageCodec.jpeg(Images.shrink(image, LINES), QUALITY, false);
  }

  private static Image paint(Image picture, Map<Integer, Mask> masks) {
    byte[] data = picture.data().clone();
    masks.forEach((object, mask) -> {
      int[] colour = COLOURS[object % COLOURS.length];
      mask.forEachRun((from, to) -> {
        for (int i = from; i < to; i++) {
          for (int c = 0; c < 3; c++) {
            data[3 * i + c] = (byte) (((data[3 * i + c] & 0xff) + colour[c]) / 2);
          }
        }
      });
    });
    return new Image(picture.width(), picture.height(), 3, data);
  }
}
