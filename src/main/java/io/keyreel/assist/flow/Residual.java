package io.keyreel.assist.flow;

/** How badly a picture, fetched from a keyframe along vectors, resembles a frame. */
final class Residual {
  /** Given to pixels that come from outside the keyframe's picture. */
  static final float UNKNOWN = 40;

  private static final float CEILING = 60;
  private static final int RADIUS = 4;

  private Residual() {}

  /** Mean absolute difference in L*a*b* over 9×9 pixels, per pixel. */
  static float[] of(WorkFrame frame, WorkFrame keyframe, float[] vectors) {
    int width = frame.lab().width();
    int height = frame.lab().height();
    byte[] here = frame.lab().data();
    byte[] there = keyframe.lab().data();
    float[] difference = new float[width * height];
    int stride = 3 * width;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int i = y * width + x;
        float sx = x + vectors[2 * i];
        float sy = y + vectors[2 * i + 1];
        if (sx < -1 || sy < -1 || sx > width || sy > height) {
          difference[i] = UNKNOWN;
          continue;
        }
        sx = Math.clamp(sx, 0, width - 1);
        sy = Math.clamp(sy, 0, height - 1);
        int x0 = Math.min((int) sx, width - 2);
        int y0 = Math.min((int) sy, height - 2);
        float fx = sx - x0;
        float fy = sy - y0;
        float w00 = (1 - fx) * (1 - fy);
        float w01 = fx * (1 - fy);
        float w10 = (1 - fx) * fy;
        float w11 = fx * fy;
        int p = y0 * stride + 3 * x0;
        int q = p + stride;
        int o = 3 * i;
        float sum = 0;
        for (int c = 0; c < 3; c++) {
          float value =
              w00 * (there[p + c] & 0xff)
                  + w01 * (there[p + 3 + c] & 0xff)
                  + w10 * (there[q + c] & 0xff)
                  + w11 * (there[q + 3 + c] & 0xff);
          sum += Math.abs(value - (here[o + c] & 0xff));
        }
        difference[i] = Math.min(CEILING, sum);
      }
    }
    return BoxBlur.mean(difference, width, height, RADIUS);
  }
}
