package io.keyreel.assist.flow;

import io.keyreel.geometry.Mask;
import io.keyreel.geometry.PixelBox;
import java.util.ArrayList;
import java.util.List;

/** What an object looked like in one frame, by cells: enough to look for it in others. */
final class Memory {
  private static final int MOST = 90;
  private static final float WORST = 4;
  private static final double MOST_UNLIKE = 0.7;

  private final int frame;
  private final Mask mask;
  private final List<float[]> cells;
  private final int columns;
  private final int rows;
  private final float middleX;
  private final float middleY;

  /**
   * Where an object may be.
   *
   * @param x y offset of the place from that in memory, in pixels of the small picture
   * @param scale how much larger it is there
   * @param likeness 0 to 1
   */
  record Place(double x, double y, double scale, double likeness) {}

  private Memory(int frame, Mask mask, List<float[]> cells, int columns, int rows) {
    this.frame = frame;
    this.mask = mask;
    this.cells = cells;
    this.columns = columns;
    this.rows = rows;
    PixelBox box = box(cells);
    this.middleX = box.x() + box.width() / 2f;
    this.middleY = box.y() + box.height() / 2f;
  }

  /**
   * @param coverage share of each cell's middle that the mask covers, by cell
   */
  static Memory of(int frame, Mask mask, Cells picture, boolean[] coverage) {
    List<float[]> all = new ArrayList<>();
    for (int i = 0; i < coverage.length; i++) {
      if (coverage[i]) {
        float[] cell = new float[Cells.DEPTH + 2];
        System.arraycopy(picture.values(), i * Cells.DEPTH, cell, 0, Cells.DEPTH);
        cell[Cells.DEPTH] = i % picture.columns();
        cell[Cells.DEPTH + 1] = (float) (i / picture.columns());
        all.add(cell);
      }
    }
    List<float[]> kept = new ArrayList<>();
    int step = Math.max(1, (all.size() + MOST - 1) / MOST);
    for (int i = 0; i < all.size(); i += step) {
      kept.add(all.get(i));
    }
    return new Memory(frame, mask, kept, picture.columns(), picture.rows());
  }

  int frame() {
    return frame;
  }

  Mask mask() {
    return mask;
  }

  boolean isEmpty() {
    return cells.isEmpty();
  }

  /** The likeliest place in a picture, leaving out cells that others hold. */
  Place find(Cells picture, boolean[] taken, double[] scales) {
    Place best = new Place(0, 0, 1, 0);
    for (double scale : scales) {
      for (int row = 0; row < rows; row++) {
        for (int column = 0; column < columns; column++) {
          double likeness = likeness(picture, taken, column - middleX, row - middleY, scale);
          if (likeness > best.likeness()) {
            best =
                new Place(
                    (column - middleX) * Cells.STEP, (row - middleY) * Cells.STEP, scale, likeness);
          }
        }
      }
    }
    return best;
  }

  private static PixelBox box(List<float[]> cells) {
    PixelBox box = PixelBox.EMPTY;
    for (float[] cell : cells) {
      box = box.union(new PixelBox((int) cell[Cells.DEPTH], (int) cell[Cells.DEPTH + 1], 1, 1));
    }
    return box;
  }

  private double likeness(
      Cells picture, boolean[] taken, float shiftX, float shiftY, double scale) {
    double sum = 0;
    for (int i = 0; i < cells.size(); i++) {
      float[] cell = cells.get(i);
      double fromMiddleX = cell[Cells.DEPTH] - middleX;
      double fromMiddleY = cell[Cells.DEPTH + 1] - middleY;
      int column = (int) Math.round(middleX + shiftX + fromMiddleX * scale);
      int row = (int) Math.round(middleY + shiftY + fromMiddleY * scale);
      boolean outside = column < 0 || row < 0 || column >= columns || row >= rows;
      if (outside || taken[row * columns + column]) {
        sum += 1;
      } else {
        sum += Math.min(1, difference(cell, picture.values(), picture.at(column, row)) / WORST);
      }
      if (sum > MOST_UNLIKE * cells.size()) {
        return 0;
      }
    }
    return 1 - sum / cells.size();
  }

  private static float difference(float[] cell, float[] values, int at) {
    float sum = 0;
    for (int c = 0; c < Cells.DEPTH; c++) {
      sum += Math.abs(cell[c] - values[at + c]);
    }
    return sum;
  }
}
