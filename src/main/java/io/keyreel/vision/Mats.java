package io.keyreel.vision;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/** Java arrays to OpenCV's matrices and back. Whoever gets a matrix closes it. */
final class Mats {
  static {
    opencv_core.setNumThreads(1);
    opencv_core.setUseOptimized(true);
  }

  private Mats() {}

  /** Sets OpenCV up, where its matrices are used without these helpers. */
  static void prepare() {
    // Loading this class has done it.
  }

  static Mat of(Image image) {
    Mat mat = new Mat(image.height(), image.width(), opencv_core.CV_MAKETYPE(0, image.channels()));
    try (BytePointer data = mat.data()) {
      data.put(image.data(), 0, image.data().length);
    }
    return mat;
  }

  static Mat of(byte[] bytes) {
    Mat mat = new Mat(1, bytes.length, opencv_core.CV_8UC1);
    try (BytePointer data = mat.data()) {
      data.put(bytes, 0, bytes.length);
    }
    return mat;
  }

  static Image image(Mat mat) {
    byte[] bytes = new byte[mat.rows() * mat.cols() * mat.channels()];
    try (BytePointer data = mat.data()) {
      data.get(bytes, 0, bytes.length);
    }
    return new Image(mat.cols(), mat.rows(), mat.channels(), bytes);
  }

  static Mat of(float[] values, int width, int height, int channels) {
    Mat mat = new Mat(height, width, opencv_core.CV_MAKETYPE(opencv_core.CV_32F, channels));
    try (FloatPointer data = new FloatPointer(mat.data())) {
      data.put(values, 0, values.length);
    }
    return mat;
  }

  static float[] floats(Mat mat) {
    float[] values = new float[mat.rows() * mat.cols() * mat.channels()];
    FloatBuffer buffer = mat.createBuffer();
    buffer.get(values);
    return values;
  }
}
