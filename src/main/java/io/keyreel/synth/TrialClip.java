package io.keyreel.synth;

import io.keyreel.vision.FrameSource;
import io.keyreel.vision.Image;
import io.keyreel.vision.ImageCodec;
import io.keyreel.vision.LabelImage;
import java.util.ArrayList;
import java.util.List;

/** A generated clip that tries one thing, in memory, with exact truth. */
public final class TrialClip implements FrameSource {
  private static final int LINES = 126;
  private static final int TINY_LINES = 120;
  private static final int POOR = 8;
  private static final int FADE = 8;

  private final Trial trial;
  private final List<Image> frames = new ArrayList<>();
  private final List<LabelImage> labels = new ArrayList<>();
  private final int objects;

  private TrialClip(Trial trial, ClipSpec spec) {
    this.trial = trial;
    long seed = spec.seed();
    SynthClip first = new TrialCast(spec, seed * 5 + 2).play(trial, false);
    SynthClip second = new TrialCast(spec, seed * 5 + 3).play(trial, true);
    objects = first.objectNames().size();
    for (int t = 0; t < trial.frames(); t++) {
      SynthClip from = t >= middle() && hasTwoShots() ? second : first;
      frames.add(distort(from.frame(t), t, seed));
      labels.add(from.labels(t));
    }
  }

  public static TrialClip of(Trial trial, long seed) {
    return trial == Trial.TINY
        ? new TrialClip(trial, new ClipSpec(seed, 160, TINY_LINES, trial.frames()))
        : of(trial, seed, LINES);
  }

  /** A finer one, 16 to 9. */
  public static TrialClip of(Trial trial, long seed, int lines) {
    return new TrialClip(trial, new ClipSpec(seed, lines * 16 / 9, lines, trial.frames()));
  }

  private boolean hasTwoShots() {
    return trial == Trial.CUT || trial == Trial.FADE;
  }

  private int middle() {
    return trial.frames() / 2;
  }

  /** The first frames of its shots but the first. */
  public List<Integer> cuts() {
    return hasTwoShots() ? List.of(middle()) : List.of();
  }

  public int objects() {
    return objects;
  }

  public LabelImage labels(int number) {
    return labels.get(number);
  }

  private Image distort(Image frame, int t, long seed) {
    return switch (trial) {
      case EXPOSURE -> gain(frame, 0.65 + 0.7 * share(t * 31L + seed));
      case FADE -> gain(frame, Math.min(1, (Math.abs(t + 0.5 - middle()) - 0.5) / FADE));
      case COMPRESSION -> ImageCodec.decode(ImageCodec.jpeg(frame, POOR, false));
      default -> frame;
    };
  }

  /** 0 to 1, by chance but always the same. */
  private static double share(long number) {
    return ((number * 6364136223846793005L + 1442695040888963407L) >>> 40) / (double) (1 << 24);
  }

  private static Image gain(Image frame, double gain) {
    byte[] data = new byte[frame.data().length];
    for (int i = 0; i < data.length; i++) {
      data[i] = (byte) Math.min(255, Math.round((frame.data()[i] & 0xff) * gain));
    }
    return new Image(frame.width(), frame.height(), 3, data);
  }

  @Override
  public int width() {
    return frames.getFirst().width();
  }

  @Override
  public int height() {
    return frames.getFirst().height();
  }

  @Override
  public int frameCount() {
    return frames.size();
  }

  @Override
  public Image frame(int number) {
    return frames.get(number);
  }
}
