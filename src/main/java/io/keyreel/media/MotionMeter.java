package io.keyreel.media;

import io.keyreel.vision.Image;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Measures how much moves from frame to frame: the mean change of small grey pictures, less what
 * the light as a whole has changed.
 */
final class MotionMeter {
  private static final int CELL = 4;

  private final ByteArrayOutputStream levels = new ByteArrayOutputStream();
  private int @Nullable [] before;

  void accept(Image gray) {
    int[] now = cells(gray);
    levels.write(before == null ? 0 : Energy.level(Math.sqrt(change(before, now))));
    before = now;
  }

  byte[] levels() {
    return levels.toByteArray();
  }

  /** Means over small squares: noise of single pixels is no motion. */
  private static int[] cells(Image gray) {
    int across = gray.width() / CELL;
    int down = gray.height() / CELL;
    int[] cells = new int[across * down];
    for (int y = 0; y < down * CELL; y++) {
      for (int x = 0; x < across * CELL; x++) {
        cells[y / CELL * across + x / CELL] += gray.data()[y * gray.width() + x] & 0xff;
      }
    }
    return cells;
  }

  private static double change(int[] before, int[] now) {
    double light = 0;
    for (int i = 0; i < now.length; i++) {
      light += now[i] - before[i];
    }
    light /= now.length;
    double sum = 0;
    for (int i = 0; i < now.length; i++) {
      sum += Math.abs(now[i] - before[i] - light);
    }
    return sum / now.length / CELL / CELL / 255;
  }
}
