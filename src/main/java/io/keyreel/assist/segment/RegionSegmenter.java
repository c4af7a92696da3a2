package io.keyreel.assist.segment;

import io.keyreel.assist.Segmenter;
import io.keyreel.vision.FrameSource;
import io.keyreel.vision.Image;
import io.keyreel.vision.Images;

/** The segmenter that needs nothing learnt from photographs. */
public final class RegionSegmenter implements Segmenter {
  static final int MOST_PIXELS = 854 * 480;
  private static final int STEP = 10;

  private final Judge judge;

  public RegionSegmenter() {
    this(Judge.fitted());
  }

  RegionSegmenter(Judge judge) {
    this.judge = judge;
  }

  @Override
  public String name() {
    return "regions";
  }

  @Override
  public OpenedFrame open(FrameSource frames, int frame) {
    return new CloseLook(CloseLook.pair(frames, frame), judge);
  }

  static Scene scene(FrameSource frames, int frame) {
    Image picture = frames.frame(frame);
    double scale = Math.min(1, Math.sqrt((double) MOST_PIXELS / picture.pixels()));
    Image small =
        Images.resize(
            picture,
            Math.max(1, (int) (picture.width() * scale)),
            Math.max(1, (int) (picture.height() * scale)));
    return Scene.of(frames, frame, small, STEP);
  }
}
