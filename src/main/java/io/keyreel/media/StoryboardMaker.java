package io.keyreel.media;

import io.keyreel.vision.Image;
import io.keyreel.vision.ImageCodec;
import java.util.ArrayList;
import java.util.List;

/** Collects the tiles of a storyboard while frames go by, not knowing how many will come. */
final class StoryboardMaker {
  private static final int QUALITY = 80;

  private final Storyboard shape;
  private final List<Image> tiles = new ArrayList<>();
  private volatile int stride = 1;

  StoryboardMaker(int width, int height) {
    shape = Storyboard.of(width, height, 1);
  }

  /** Whether a frame may get a tile; true may turn to false while frames go by. */
  boolean wants(int number) {
    return number % stride == 0;
  }

  /** Takes the next tile, of the storyboard's size. */
  void accept(int number, Image tile) {
    if (!wants(number)) {
      return;
    }
    if (tiles.size() == Storyboard.MOST_TILES) {
      thinOut();
      if (!wants(number)) {
        return;
      }
    }
    tiles.add(tile);
  }

  private void thinOut() {
    stride *= 2;
    for (int i = tiles.size() - 1; i > 0; i -= 2) {
      tiles.remove(i);
    }
  }

  byte[] jpeg(Storyboard board) {
    int width = board.columns() * board.tileWidth();
    byte[] sheet = new byte[width * board.rows() * board.tileHeight() * 3];
    for (int i = 0; i < tiles.size(); i++) {
      paste(tiles.get(i), sheet, width, i % board.columns(), i / board.columns());
    }
    Image picture = new Image(width, board.rows() * board.tileHeight(), 3, sheet);
    return ImageCodec.jpeg(picture, QUALITY, false);
  }

  private static void paste(Image tile, byte[] sheet, int sheetWidth, int column, int row) {
    int line = tile.width() * 3;
    for (int y = 0; y < tile.height(); y++) {
      int to = ((row * tile.height() + y) * sheetWidth + column * tile.width()) * 3;
      System.arraycopy(tile.data(), y * line, sheet, to, line);
    }
  }
}
