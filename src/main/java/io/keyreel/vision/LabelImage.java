package io.keyreel.vision;

import io.keyreel.geometry.Mask;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One object id a pixel, 0 for the background.
 *
 * @param labels one byte (0 to 255) a pixel, row-major; shared, not copied
 */
@SuppressWarnings("ArrayRecordComponent")
public record LabelImage(int width, int height, byte[] labels) {
  /** Paints masks one over the other, in the order of the map. */
  public static LabelImage of(int width, int height, Map<Integer, Mask> masks) {
    byte[] labels = new byte[width * height];
    masks.forEach((id, mask) ->
        mask.forEachRun((from, to) -> java.util.Arrays.fill(labels, from, to, id.byteValue())));
    return new LabelImage(width, height, labels);
  }

  public Mask mask(int id) {
    return Mask.ofLabels(width, height, labels, id);
  }

  public SortedSet<Integer> ids() {
    SortedSet<Integer> ids = new TreeSet<>();
    for (byte label : labels) {
      if (label != 0) {
        ids.add(label & 0xff);
      }
    }
    return ids;
  }
}
