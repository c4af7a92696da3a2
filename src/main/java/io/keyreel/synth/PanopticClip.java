package io.keyreel.synth;

import io.keyreel.vision.Image;
import io.keyreel.vision.LabelImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A generated clip whose truth has the landscape, too: first the objects, then one layer for each
 * kind of stuff. Only what stands in front of everything belongs to nothing.
 */
public final class PanopticClip implements GeneratedClip {
  private final SynthClip clip;

  private PanopticClip(SynthClip clip) {
    this.clip = clip;
  }

  public static PanopticClip of(ClipSpec spec) {
    return new PanopticClip(ClipGenerator.generate(spec));
  }

  /** How many of the names are things; the rest are stuff. */
  public int things() {
    return clip.objectNames().size();
  }

  @Override
  public List<String> objectNames() {
    List<String> names = new ArrayList<>(clip.objectNames());
    Arrays.stream(Stuff.values()).map(Stuff::key).forEach(names::add);
    return names;
  }

  @Override
  public LabelImage labels(int number) {
    LabelImage things = clip.labels(number);
    Stuff[] stuff = clip.stuff(number);
    byte[] labels = things.labels().clone();
    for (int i = 0; i < labels.length; i++) {
      Stuff here = stuff[i];
      if (labels[i] == 0 && here != null) {
        labels[i] = (byte) (things() + 1 + here.ordinal());
      }
    }
    return new LabelImage(width(), height(), labels);
  }

  @Override
  public int width() {
    return clip.width();
  }

  @Override
  public int height() {
    return clip.height();
  }

  @Override
  public int frameCount() {
    return clip.frameCount();
  }

  @Override
  public Image frame(int number) {
    return clip.frame(number);
  }
}
