package io.keyreel.cli;

import io.keyreel.geometry.Mask;
import io.keyreel.vision.Flow;
import io.keyreel.vision.FrameSource;
import io.keyreel.vision.Image;
import io.keyreel.vision.Images;
import io.keyreel.vision.OpticalFlow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * How much masks jump: the share of a mask that disagrees with the mask of the frame before,
 * brought over by optical flow at 240 lines.
 */
final class Flicker {
  private static final int WIDTH = 432;
  private static final int HEIGHT = 240;

  private final List<Flow> toPrevious = new ArrayList<>();

  Flicker(FrameSource frames) {
    try (OpticalFlow flow = new OpticalFlow(OpticalFlow.Preset.FAST)) {
      Image last = small(frames.frame(0));
      for (int t = 1; t < frames.frameCount(); t++) {
        Image next = small(frames.frame(t));
        toPrevious.add(flow.between(next, last));
        last = next;
      }
    }
  }

  private static Image small(Image frame) {
    return Images.gray(Images.resize(frame, WIDTH, HEIGHT));
  }

  /** The mean over the frames in which the object shows, there or in the one before. */
  double of(IntFunction<Mask> masks) {
    double sum = 0;
    int count = 0;
    boolean[] last = sample(masks.apply(0));
    for (int t = 1; t <= toPrevious.size(); t++) {
      boolean[] next = sample(masks.apply(t));
      int common = 0;
      int either = 0;
      float[] vectors = toPrevious.get(t - 1).vectors();
      for (int i = 0; i < next.length; i++) {
        int x = Math.clamp(Math.round(i % WIDTH + vectors[2 * i]), 0, WIDTH - 1);
        int y = Math.clamp(Math.round(i / WIDTH + vectors[2 * i + 1]), 0, HEIGHT - 1);
        boolean carried = last[y * WIDTH + x];
        common += carried && next[i] ? 1 : 0;
        either += carried || next[i] ? 1 : 0;
      }
      if (either > 0) {
        sum += 1 - (double) common / either;
        count++;
      }
      last = next;
    }
    return count == 0 ? 0 : sum / count;
  }

  private static boolean[] sample(Mask mask) {
    boolean[] values = new boolean[WIDTH * HEIGHT];
    for (int i = 0; i < values.length; i++) {
      values[i] = mask.get(i % WIDTH * mask.width() / WIDTH, i / WIDTH * mask.height() / HEIGHT);
    }
    return values;
  }
}
