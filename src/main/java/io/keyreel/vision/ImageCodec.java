package io.keyreel.vision;

import io.keyreel.kernel.UserError;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;

/** Pictures as files: JPEG out; JPEG, PNG, WebP and what else OpenCV reads in. */
public final class ImageCodec {
  private static final int SAMPLING_444 = 0x111111;
  private static final int SAMPLING_420 = 0x221111;

  private ImageCodec() {}

  /**
   * @param quality 1 to 100
   * @param fullColour keep colour at full resolution (4:4:4) rather than a quarter (4:2:0)
   */
  public static byte[] jpeg(Image image, int quality, boolean fullColour) {
    try (Mat mat = Mats.of(image)) {
      return jpeg(mat, quality, fullColour);
    }
  }

  static byte[] jpeg(Mat mat, int quality, boolean fullColour) {
    int[] settings = {
      opencv_imgcodecs.IMWRITE_JPEG_QUALITY,
      quality,
      opencv_imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR,
      fullColour ? SAMPLING_444 : SAMPLING_420
    };
    try (IntPointer parameters = new IntPointer(settings);
        BytePointer encoded = new BytePointer()) {
      if (!opencv_imgcodecs.imencode(".jpg", mat, encoded, parameters)) {
        throw new IllegalStateException("JPEG encoding failed");
      }
      byte[] bytes = new byte[(int) encoded.limit()];
      encoded.get(bytes);
      return bytes;
    }
  }

  /** Decodes to BGR. */
  public static Image decode(byte[] file) {
    return decode(file, opencv_imgcodecs.IMREAD_COLOR);
  }

  public static Image decodeGray(byte[] file) {
    return decode(file, opencv_imgcodecs.IMREAD_GRAYSCALE);
  }

  private static Image decode(byte[] file, int flags) {
    if (file.length == 0) {
      throw new UserError.Invalid("A picture is empty (0 bytes); write it again.");
    }
    try (Mat bytes = Mats.of(file);
        Mat mat = opencv_imgcodecs.imdecode(bytes, flags)) {
      if (mat.empty()) {
        throw new UserError.Invalid("A picture cannot be decoded; give a whole JPEG or PNG file.");
      }
      return Mats.image(mat);
    } catch (RuntimeException e) {
      if (e instanceof UserError) {
        throw e;
      }
      throw new UserError.Invalid("A picture cannot be decoded; give a whole JPEG or PNG file.", e);
    }
  }
}
