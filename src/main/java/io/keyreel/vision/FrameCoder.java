package io.keyreel.vision;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.jspecify.annotations.Nullable;

/**
 * Makes everything that is kept of a frame: a JPEG of it in full, a smaller one, and what looks for
 * shots sees of it. Keeps its working memory from frame to frame. One instance serves one thread at
 * a time, and frames of one size.
 */
public final class FrameCoder implements AutoCloseable {
  private static final double NARROW = 255.0 / 219;

  private final int width;
  private final int height;
  private final Mat bgr;
  private final Mat small = new Mat();
  private @Nullable PlanesToBgr planes;
  private boolean shrunk;
  private Mat luma = new Mat();

  public FrameCoder(int width, int height) {
    Mats.prepare();
    this.width = width;
    this.height = height;
    this.bgr = new Mat(height, width, opencv_core.CV_8UC3);
  }

  /** Takes the next frame. */
  public void load(Planes frame) {
    reset();
    if (planes == null) {
      planes = new PlanesToBgr(width, height);
    }
    luma = planes.convert(frame, bgr);
  }

  /** Takes the next frame, in BGR. */
  public void load(Image frame) {
    reset();
    luma = new Mat();
    try (BytePointer data = bgr.data()) {
      data.put(frame.data(), 0, frame.data().length);
    }
  }

  private void reset() {
    luma.close();
    shrunk = false;
  }

  /** The frame in BGR. */
  public Image bgr() {
    return Mats.image(bgr);
  }

  /** The frame as JPEG. */
  public byte[] full(int quality, boolean fullColour) {
    return ImageCodec.jpeg(bgr, quality, fullColour);
  }

  /** The frame as JPEG of this size. */
  public byte[] preview(int toWidth, int toHeight, int quality) {
    if (toWidth == width && toHeight == height) {
      return ImageCodec.jpeg(bgr, quality, false);
    }
    resize(bgr, small, toWidth, toHeight, opencv_imgproc.INTER_LINEAR);
    shrunk = true;
    return ImageCodec.jpeg(small, quality, false);
  }

  /** The frame in BGR, out of the preview where that is large enough. */
  public Image tile(int toWidth, int toHeight) {
    boolean enough = shrunk && small.cols() >= toWidth && small.rows() >= toHeight;
    try (Mat tile = new Mat()) {
      resize(enough ? small : bgr, tile, toWidth, toHeight, opencv_imgproc.INTER_AREA);
      return Mats.image(tile);
    }
  }

  /** The frame in grey. */
  public Image gray(int toWidth, int toHeight) {
    try (Mat tile = new Mat();
        Mat gray = new Mat()) {
      if (luma.empty()) {
        resize(shrunk ? small : bgr, tile, toWidth, toHeight, opencv_imgproc.INTER_AREA);
        opencv_imgproc.cvtColor(tile, gray, opencv_imgproc.COLOR_BGR2GRAY);
      } else {
        resize(luma, tile, toWidth, toHeight, opencv_imgproc.INTER_AREA);
        tile.convertTo(gray, opencv_core.CV_8U, NARROW, -16 * NARROW);
      }
      return Mats.image(gray);
    }
  }

  private static void resize(Mat from, Mat to, int width, int height, int how) {
    try (Size size = new Size(width, height)) {
      opencv_imgproc.resize(from, to, size, 0, 0, how);
    }
  }

  @Override
  public void close() {
    luma.close();
    bgr.close();
    small.close();
    if (planes != null) {
      planes.close();
    }
  }
}
