package io.keyreel.cli;

import io.keyreel.assist.PropagationRequest;
import io.keyreel.assist.TrackKeyframes;
import io.keyreel.geometry.Mask;
import io.keyreel.kernel.FrameRange;
import io.keyreel.synth.GeneratedClip;
import io.keyreel.vision.FrameSource;
import io.keyreel.vision.Image;
import io.keyreel.vision.LabelImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** A generated clip whose frames are painted once. */
final class PaintedClip implements FrameSource {
  private final List<Image> frames = new ArrayList<>();
  private final List<LabelImage> labels = new ArrayList<>();
  private final int objects;

  PaintedClip(GeneratedClip clip) {
    objects = clip.objectNames().size();
    for (int t = 0; t < clip.frameCount(); t++) {
      frames.add(clip.frame(t));
      labels.add(clip.labels(t));
    }
  }

  /** All frames asked for, all objects drawn every {@code distance} frames. */
  PropagationRequest request(int distance) {
    List<TrackKeyframes> tracks = new ArrayList<>();
    for (int object = 1; object <= objects; object++) {
      Map<Integer, Mask> drawn = new TreeMap<>();
      for (int t = 0; t < frames.size(); t += distance) {
        drawn.put(t, labels.get(t).mask(object));
      }
      tracks.add(new TrackKeyframes(new UUID(0, object), drawn));
    }
    return new PropagationRequest(this, tracks, new FrameRange(0, frames.size()), List.of());
  }

  Mask truth(UUID track, int frame) {
    return labels.get(frame).mask((int) track.getLeastSignificantBits());
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
