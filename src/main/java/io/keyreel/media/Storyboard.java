package io.keyreel.media;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A sheet of small pictures from all over a video. It follows from the video's size and length
 * alone.
 *
 * @param frames the numbers of the frames shown, row by row
 */
public record Storyboard(
    int columns, int rows, int tileWidth, int tileHeight, List<Integer> frames) {
  static final int MOST_TILES = 96;

  private static final int COLUMNS = 8;
  private static final double BOX_WIDTH = 160;
  private static final double BOX_HEIGHT = 120;

  static Storyboard of(int width, int height, int frameCount) {
    int stride = stride(frameCount);
    List<Integer> frames =
        IntStream.iterate(0, n -> n < frameCount, n -> n + stride).boxed().toList();
    double scale = Math.min(BOX_WIDTH / width, BOX_HEIGHT / height);
    int columns = Math.min(COLUMNS, frames.size());
    return new Storyboard(
        columns,
        Math.ceilDiv(frames.size(), columns),
        Math.max(1, (int) Math.round(width * scale)),
        Math.max(1, (int) Math.round(height * scale)),
        frames);
  }

  /** A power of two: so tiles can be thinned out while frames still come. */
  static int stride(int frameCount) {
    int stride = 1;
    while (Math.ceilDiv(frameCount, stride) > MOST_TILES) {
      stride *= 2;
    }
    return stride;
  }
}
