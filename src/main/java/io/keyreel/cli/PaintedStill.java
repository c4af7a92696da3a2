package io.keyreel.cli;

import io.keyreel.assist.segment.JudgeFit.Lesson;
import io.keyreel.geometry.Mask;
import io.keyreel.synth.ClipGenerator;
import io.keyreel.synth.ClipSpec;
import io.keyreel.synth.GeneratedClip;
import io.keyreel.synth.HardClip;
import io.keyreel.vision.FrameSource;
import io.keyreel.vision.Image;
import io.keyreel.vision.ImageCodec;
import io.keyreel.vision.LabelImage;
import java.util.List;

/** A frame of a generated clip and the one after it, as a camera's file has them. */
record PaintedStill(Image here, Image next) implements FrameSource {
  private static final int FRAMES = 40;
  private static final double SMALLEST = 0.0025;
  private static final double LARGEST = 0.6;

  /** One in three from a peaceful scene, in two sizes; objects that are neither specks nor most. */
  static Lesson lesson(long seed) {
    ClipSpec spec =
        seed % 2 == 0 ? new ClipSpec(seed, 640, 360, FRAMES) : new ClipSpec(seed, 854, 480, FRAMES);
    GeneratedClip clip = seed % 3 == 0 ? ClipGenerator.generate(spec) : HardClip.of(spec);
    int frame = 8 + (int) (seed * 7 % 24);
    LabelImage labels = clip.labels(frame);
    List<Mask> objects =
        labels.ids().stream().map(labels::mask).filter(PaintedStill::middling).toList();
    return new Lesson(
        new PaintedStill(filed(clip.frame(frame)), filed(clip.frame(frame + 1))), objects);
  }

  private static boolean middling(Mask mask) {
    double share = (double) mask.area() / (mask.width() * mask.height());
    return share > SMALLEST && share < LARGEST;
  }

  private static Image filed(Image image) {
    return ImageCodec.decode(ImageCodec.jpeg(image, 92, true));
  }

  @Override
  public int width() {
    return here.width();
  }

  @Override
  public int height() {
    return here.height();
  }

  @Override
  public int frameCount() {
    return 2;
  }

  @Override
  public Image frame(int number) {
    return number == 0 ? here : next;
  }
}
