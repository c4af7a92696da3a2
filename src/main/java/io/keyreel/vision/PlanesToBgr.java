package io.keyreel.vision;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;

/**
 * Turns 4:2:0 pictures of one size into BGR. OpenCV knows BT.601 alone: other colours are brought
 * there first, a plane at a time, each in one pass over its bytes.
 */
final class PlanesToBgr implements AutoCloseable {
  private final int width;
  private final int height;
  private final Mat source;
  private final Mat converted;
  private final Mat half = new Mat();
  private final Mat wide = new Mat();

  PlanesToBgr(int width, int height) {
    this.width = width;
    this.height = height;
    this.source = new Mat(height * 3 / 2, width, opencv_core.CV_8UC1);
    this.converted = new Mat(height * 3 / 2, width, opencv_core.CV_8UC1);
  }

  /** Writes the picture to {@code bgr}; answers its luma, valid until the next call. */
  Mat convert(Planes planes, Mat bgr) {
    try (BytePointer data = source.data()) {
      data.put(planes.data(), 0, planes.data().length);
    }
    Mat bt601 = source;
    if (planes.colours() != ColourMatrix.BT601) {
      toBt601(planes.colours().inBt601());
      bt601 = converted;
    }
    opencv_imgproc.cvtColor(bt601, bgr, opencv_imgproc.COLOR_YUV2BGR_I420);
    return bt601.rowRange(0, height);
  }

  private void toBt601(double[][] step) {
    try (Mat u = chroma(source, 0);
        Mat v = chroma(source, 1);
        Mat toU = chroma(converted, 0);
        Mat toV = chroma(converted, 1)) {
      mix(u, step[0][1], v, step[1][1], toU);
      mix(u, step[0][2], v, step[1][2], toV);
      mix(u, step[0][0], v, step[1][0], half);
    }
    try (MatVector pair = new MatVector(half, half)) {
      opencv_core.merge(pair, wide);
    }
    try (Mat added = wide.reshape(1)) {
      add(added, 0);
      add(added, 1);
    }
  }

  /** Chroma is centred at 128. */
  private static void mix(Mat u, double ofU, Mat v, double ofV, Mat to) {
    opencv_core.addWeighted(u, ofU, v, ofV, 128 * (1 - ofU - ofV), to);
  }

  /** Adds to every second row of the luma. */
  private void add(Mat added, int row) {
    try (Mat from = rows(source, row);
        Mat to = rows(converted, row)) {
      opencv_core.addWeighted(from, 1, added, 1, -128, to);
    }
  }

  private Mat rows(Mat planes, int first) {
    try (BytePointer start = planes.data().position((long) first * width)) {
      return new Mat(height / 2, width, opencv_core.CV_8UC1, start, 2L * width);
    }
  }

  private Mat chroma(Mat planes, int number) {
    long at = (long) width * height + (long) number * (width / 2) * (height / 2);
    try (BytePointer start = planes.data().position(at)) {
      return new Mat(height / 2, width / 2, opencv_core.CV_8UC1, start, width / 2);
    }
  }

  @Override
  public void close() {
    source.close();
    converted.close();
    half.close();
    wide.close();
  }
}
