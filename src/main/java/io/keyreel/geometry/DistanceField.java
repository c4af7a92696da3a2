package io.keyreel.geometry;

import java.util.Arrays;

/** Exact squared distances from pixel centres to the nearest set pixel (Meijster's two passes). */
public final class DistanceField {
  private DistanceField() {}

  /** Squared distances, row-major; {@link Integer#MAX_VALUE} everywhere for an empty mask. */
  public static int[] squared(Mask mask) {
    int width = mask.width();
    int height = mask.height();
    int[] field = new int[width * height];
    if (mask.isEmpty()) {
      Arrays.fill(field, Integer.MAX_VALUE);
      return field;
    }
    int far = width + height;
    columns(mask, field, far);
    int[] row = new int[width];
    int[] centers = new int[width];
    int[] starts = new int[width];
    for (int y = 0; y < height; y++) {
      System.arraycopy(field, y * width, row, 0, width);
      lowerEnvelope(row, field, y * width, centers, starts);
    }
    return field;
  }

  /** Distance to the edge in pixels: positive inside, negative outside; 0.5 at the last pixel. */
  public static float[] signed(Mask mask) {
    int[] outside = squared(mask);
    int[] inside = squared(Mask.full(mask.width(), mask.height()).andNot(mask));
    float[] field = new float[outside.length];
    for (int i = 0; i < field.length; i++) {
      field[i] =
          outside[i] == 0
              ? (float) Math.sqrt(inside[i]) - 0.5f
              : 0.5f - (float) Math.sqrt(outside[i]);
    }
    return field;
  }

  private static void columns(Mask mask, int[] field, int far) {
    int width = mask.width();
    int height = mask.height();
    for (int x = 0; x < width; x++) {
      field[x] = mask.get(x) ? 0 : far;
    }
    for (int i = width; i < field.length; i++) {
      field[i] = mask.get(i) ? 0 : Math.min(far, field[i - width] + 1);
    }
    for (int i = (height - 1) * width - 1; i >= 0; i--) {
      field[i] = Math.min(field[i], field[i + width] + 1);
    }
  }

  private static void lowerEnvelope(int[] g, int[] out, int at, int[] centers, int[] starts) {
    int width = g.length;
    int q = 0;
    centers[0] = 0;
    starts[0] = 0;
    for (int u = 1; u < width; u++) {
      while (q >= 0 && value(g, starts[q], centers[q]) > value(g, starts[q], u)) {
        q--;
      }
      if (q < 0) {
        q = 0;
        centers[0] = u;
        starts[0] = 0;
      } else {
        int i = centers[q];
        long split =
            1
                + Math.floorDiv(
                    (long) u * u - (long) i * i + (long) g[u] * g[u] - (long) g[i] * g[i],
                    2L * (u - i));
        if (split < width) {
          q++;
          centers[q] = u;
          starts[q] = (int) split;
        }
      }
    }
    for (int u = width - 1; u >= 0; u--) {
      out[at + u] = (int) Math.min(Integer.MAX_VALUE, value(g, u, centers[q]));
      if (u == starts[q]) {
        q--;
      }
    }
  }

  private static long value(int[] g, int x, int center) {
    return (long) (x - center) * (x - center) + (long) g[center] * g[center];
  }
}
