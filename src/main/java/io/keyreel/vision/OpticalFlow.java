package io.keyreel.vision;

import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_video.DISOpticalFlow;
import org.jspecify.annotations.Nullable;

/** Dense flow by inverse search (DIS). One instance serves one thread at a time. */
public final class OpticalFlow implements AutoCloseable {
  /** Milliseconds for 854×480 on one core: 5, 9 and 40. */
  public enum Preset {
    ULTRAFAST(DISOpticalFlow.PRESET_ULTRAFAST),
    FAST(DISOpticalFlow.PRESET_FAST),
    MEDIUM(DISOpticalFlow.PRESET_MEDIUM);

    private final int code;

    Preset(int code) {
      this.code = code;
    }
  }

  private final DISOpticalFlow flow;

  public OpticalFlow(Preset preset) {
    opencv_core.setNumThreads(1);
    flow = DISOpticalFlow.create(preset.code);
  }

  /** The flow from grey picture {@code from} to grey picture {@code to} of the same size. */
  public Flow between(Image from, Image to) {
    return between(from, to, null);
  }

  /**
   * @param start a guess to begin with
   */
  public Flow between(Image from, Image to, @Nullable Flow start) {
    try (Mat a = Mats.of(from);
        Mat b = Mats.of(to);
        Mat result =
            start == null
                ? new Mat()
                : Mats.of(start.vectors(), start.width(), start.height(), 2)) {
      flow.calc(a, b, result);
      return new Flow(from.width(), from.height(), Mats.floats(result));
    }
  }

  @Override
  public void close() {
    flow.close();
  }
}
