package io.keyreel.assist.flow;

/**
 * Asks of each pixel whose colour it wears: the object's or the background's, going by what is sure
 * nearby in the same frame.
 */
final class LocalColours {
  private static final int TILE = 32;
  private static final int TILES = Crop.SIDE / TILE;
  private static final int CELLS = 16;
  private static final int COLOURS = CELLS * CELLS * CELLS;
  private static final float FEW = 0.5f;

  private final byte[] planes;
  private final int[] cells = new int[Crop.AREA];

  LocalColours(byte[] planes) {
    this.planes = planes;
    for (int i = 0; i < Crop.AREA; i++) {
      cells[i] =
          ((planes[i] & 0xff) >> 4) * CELLS * CELLS
              + level(planes[Crop.AREA + i] & 0xff) * CELLS
              + level(planes[2 * Crop.AREA + i] & 0xff);
    }
  }

  private static int level(int value) {
    return Math.clamp((long) (value - 80) / 6, 0, CELLS - 1);
  }

  void write() {
    float[] inside = new float[TILES * TILES * COLOURS];
    float[] outside = new float[TILES * TILES * COLOURS];
    for (int i = 0; i < Crop.AREA; i++) {
      float p = (planes[Crop.BELIEF * Crop.AREA + i] & 0xff) / 255f;
      float sure = Math.abs(2 * p - 1);
      int at = tile(i) * COLOURS + cells[i];
      inside[at] += sure * p;
      outside[at] += sure * (1 - p);
    }
    float[] near = spread(inside);
    float[] away = spread(outside);
    for (int i = 0; i < Crop.AREA; i++) {
      planes[Crop.NEIGHBOURHOOD * Crop.AREA + i] = read(near, away, i);
    }
  }

  private static int tile(int pixel) {
    return pixel / Crop.SIDE / TILE * TILES + pixel % Crop.SIDE / TILE;
  }

  /** Between the middles of the four tiles around. */
  private byte read(float[] near, float[] away, int pixel) {
    float tx = Math.clamp((pixel % Crop.SIDE + 0.5f) / TILE - 0.5f, 0, TILES - 1.001f);
    float ty = Math.clamp((pixel / Crop.SIDE + 0.5f) / TILE - 0.5f, 0, TILES - 1.001f);
    int x = (int) tx;
    int y = (int) ty;
    float fx = tx - x;
    float fy = ty - y;
    int p = (y * TILES + x) * COLOURS + cells[pixel];
    int q = p + TILES * COLOURS;
    float in =
        (1 - fy) * ((1 - fx) * near[p] + fx * near[p + COLOURS])
            + fy * ((1 - fx) * near[q] + fx * near[q + COLOURS]);
    float out =
        (1 - fy) * ((1 - fx) * away[p] + fx * away[p + COLOURS])
            + fy * ((1 - fx) * away[q] + fx * away[q + COLOURS]);
    return (byte) Math.round(255 * (in + FEW) / (in + out + 2 * FEW));
  }

  /** Blurs over the three colour axes and the two of the picture. */
  private static float[] spread(float[] values) {
    float[] a = values;
    int stride = 1;
    for (int size : new int[] {CELLS, CELLS, CELLS, TILES, TILES}) {
      float[] next = new float[a.length];
      for (int i = 0; i < a.length; i++) {
        int at = i / stride % size;
        float low = at > 0 ? a[i - stride] : 0;
        float high = at < size - 1 ? a[i + stride] : 0;
        next[i] = 0.25f * low + 0.5f * a[i] + 0.25f * high;
      }
      a = next;
      stride *= size;
    }
    return a;
  }
}
