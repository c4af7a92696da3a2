package io.keyreel.cli;

import io.keyreel.geometry.Mask;
import io.keyreel.geometry.PixelBox;
import io.keyreel.vision.Image;
import io.keyreel.vision.Images;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** Tells what makes the frames of one clip hard, from the truth and the pictures. */
final class Slicing {
  private static final double SHOWING = 0.6;
  private static final double FAST = 0.02;
  private static final double BLURRED = 0.5;

  private final ClipFolder clip;
  private final NavigableSet<Integer> keyframes;
  private final List<Integer> cuts;
  private final Map<Integer, Map<Integer, Double>> sharpness = new HashMap<>();

  Slicing(ClipFolder clip, List<Integer> keyframes, List<Integer> cuts) {
    this.clip = clip;
    this.keyframes = new TreeSet<>(keyframes);
    this.cuts = cuts;
    for (int t = 0; t < clip.frames().frameCount(); t++) {
      Image gray = Images.gray(clip.frames().frame(t));
      Map<Integer, Double> of = new HashMap<>();
      for (int object : clip.truth().objects()) {
        of.put(object, sharpness(gray, clip.truth(t, object)));
      }
      sharpness.put(t, of);
    }
  }

  Set<Slice> of(int frame, int object) {
    Set<Slice> slices = EnumSet.of(resolution());
    Mask truth = clip.truth(frame, object);
    int before = keyframe(keyframes.floor(frame), frame);
    int after = keyframe(keyframes.ceiling(frame), frame);
    double expected = Math.min(clip.truth(before, object).area(), clip.truth(after, object).area());
    if (truth.area() < SHOWING * expected) {
      slices.add(Slice.OCCLUDED);
    }
    if (cuts.stream().anyMatch(c -> c > before && c <= after)) {
      slices.add(Slice.CUT);
    }
    if (!truth.isEmpty()) {
      double share = (double) truth.area() / truth.width() / truth.height();
      slices.add(share < 0.01 ? Slice.SMALL : share < 0.1 ? Slice.MIDDLING : Slice.LARGE);
      if (speed(frame, object) > FAST) {
        slices.add(Slice.FAST);
      }
      if (sharp(frame, object) < BLURRED * usual(object)) {
        slices.add(Slice.BLURRED);
      }
    }
    return slices;
  }

  private static int keyframe(@org.jspecify.annotations.Nullable Integer found, int frame) {
    return found == null ? frame : found;
  }

  private Slice resolution() {
    int lines = Math.min(clip.frames().width(), clip.frames().height());
    return lines < 300
        ? Slice.LOW_RESOLUTION
        : lines <= 600 ? Slice.STANDARD : Slice.HIGH_RESOLUTION;
  }

  private double speed(int frame, int object) {
    Mask here = clip.truth(frame, object);
    Mask there = clip.truth(Math.max(0, frame - 1), object);
    if (there.isEmpty()) {
      return 0;
    }
    PixelBox a = here.bounds();
    PixelBox b = there.bounds();
    double dx = a.x() + a.width() / 2.0 - b.x() - b.width() / 2.0;
    double dy = a.y() + a.height() / 2.0 - b.y() - b.height() / 2.0;
    return Math.hypot(dx, dy) / Math.hypot(here.width(), here.height());
  }

  private double sharp(int frame, int object) {
    return sharpness.getOrDefault(frame, Map.of()).getOrDefault(object, 0.0);
  }

  private double usual(int object) {
    double[] all =
        sharpness.values().stream()
            .mapToDouble(of -> of.getOrDefault(object, 0.0))
            .filter(s -> s > 0)
            .sorted()
            .toArray();
    return all.length == 0 ? 0 : all[all.length / 2];
  }

  /** Mean of the strongest gradients inside an object. */
  private static double sharpness(Image gray, Mask mask) {
    int[] histogram = new int[512];
    int[] count = {0};
    int width = gray.width();
    mask.forEachRowRun((y, from, to) -> {
      for (int x = Math.max(1, from); y > 0 && x < to; x++) {
        int i = y * width + x;
        int here = gray.data()[i] & 0xff;
        int gradient =
            Math.abs(here - (gray.data()[i - 1] & 0xff))
                + Math.abs(here - (gray.data()[i - width] & 0xff));
        histogram[gradient]++;
        count[0]++;
      }
    });
    int top = Math.max(1, count[0] / 20);
    long sum = 0;
    int taken = 0;
    for (int g = histogram.length - 1; g > 0 && taken < top; g--) {
      sum += (long) g * histogram[g];
      taken += histogram[g];
    }
    return count[0] == 0 ? 0 : (double) sum / Math.max(1, taken);
  }
}
