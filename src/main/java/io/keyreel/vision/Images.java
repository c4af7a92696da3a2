package io.keyreel.vision;

import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/** Scaling and colour. */
public final class Images {
  private Images() {}

  /** Scales by area when shrinking, bilinearly when growing. */
  public static Image resize(Image image, int width, int height) {
    if (width == image.width() && height == image.height()) {
      return image;
    }
    int how = width < image.width() ? opencv_imgproc.INTER_AREA : opencv_imgproc.INTER_LINEAR;
    try (Mat from = Mats.of(image);
        Mat to = new Mat();
        Size size = new Size(width, height)) {
      opencv_imgproc.resize(from, to, size, 0, 0, how);
      return Mats.image(to);
    }
  }

  /** Shrinks to at most {@code lines} rows, keeping the aspect; never grows. */
  public static Image shrink(Image image, int lines) {
    if (image.height() <= lines) {
      return image;
    }
    int width = Math.max(1, (int) Math.round((double) image.width() * lines / image.height()));
    return resize(image, width, lines);
  }

  public static Image gray(Image bgr) {
    return convert(bgr, opencv_imgproc.COLOR_BGR2GRAY);
  }

  /** CIE L*a*b*, each channel 0 to 255. */
  public static Image lab(Image bgr) {
    return convert(bgr, opencv_imgproc.COLOR_BGR2Lab);
  }

  public static Image crop(Image image, int x, int y, int width, int height) {
    int channels = image.channels();
    byte[] data = new byte[width * height * channels];
    for (int row = 0; row < height; row++) {
      System.arraycopy(
          image.data(),
          ((y + row) * image.width() + x) * channels,
          data,
          row * width * channels,
          width * channels);
    }
    return new Image(width, height, channels, data);
  }

  private static Image convert(Image image, int code) {
    if (image.channels() == 1) {
      return image;
    }
    try (Mat from = Mats.of(image);
        Mat to = new Mat()) {
      opencv_imgproc.cvtColor(from, to, code);
      return Mats.image(to);
    }
  }
}
