package io.keyreel.assist.flow;

import io.keyreel.assist.FrameResult;
import io.keyreel.assist.PropagatedChunk;
import io.keyreel.assist.PropagationRequest;
import io.keyreel.assist.Propagator;
import io.keyreel.assist.TrackKeyframes;
import io.keyreel.geometry.Mask;
import io.keyreel.kernel.Cancellation;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.Progress;
import io.keyreel.synth.ClipGenerator;
import io.keyreel.synth.ClipSpec;
import io.keyreel.synth.SynthClip;
import io.keyreel.vision.FrameSource;
import io.keyreel.vision.Image;
import io.keyreel.vision.LabelImage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** A generated clip in memory with its truth, and requests over it. */
final class Scenes implements FrameSource {
  private final SynthClip clip;
  private final List<Image> frames = new ArrayList<>();
  private final List<LabelImage> labels = new ArrayList<>();

  Scenes(long seed, int frameCount) {
    this(seed, frameCount, 240, 136);
  }

  Scenes(long seed, int frameCount, int width, int height) {
    clip = ClipGenerator.generate(new ClipSpec(seed, width, height, frameCount));
    for (int t = 0; t < frameCount; t++) {
      frames.add(clip.frame(t));
      labels.add(clip.labels(t));
    }
  }

  static UUID track(int object) {
    return new UUID(0, object);
  }

  int objects() {
    return clip.objectNames().size();
  }

  Mask truth(int object, int frame) {
    return labels.get(frame).mask(object);
  }

  TrackKeyframes keyframes(int object, Collection<Integer> at) {
    Map<Integer, Mask> masks = new TreeMap<>();
    at.forEach(t -> masks.put(t, truth(object, t)));
    return new TrackKeyframes(track(object), masks);
  }

  PropagationRequest request(Collection<Integer> at, List<Integer> shotStarts) {
    List<TrackKeyframes> tracks = new ArrayList<>();
    for (int object = 1; object <= objects(); object++) {
      tracks.add(keyframes(object, at));
    }
    return new PropagationRequest(this, tracks, new FrameRange(0, frameCount()), shotStarts);
  }

  static Map<UUID, SortedMap<Integer, FrameResult>> run(
      Propagator engine, PropagationRequest request) {
    Map<UUID, SortedMap<Integer, FrameResult>> results = new TreeMap<>();
    engine.propagate(request, chunk -> collect(chunk, results), Progress.NONE, Cancellation.NEVER);
    return results;
  }

  static void collect(PropagatedChunk chunk, Map<UUID, SortedMap<Integer, FrameResult>> results) {
    for (int i = 0; i < chunk.results().size(); i++) {
      results
          .computeIfAbsent(chunk.track(), t -> new TreeMap<>())
          .put(chunk.frames().from() + i, chunk.results().get(i));
    }
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
    return frames.size();
  }

  @Override
  public Image frame(int number) {
    return frames.get(number);
  }
}
