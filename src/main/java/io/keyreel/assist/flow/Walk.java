package io.keyreel.assist.flow;

import io.keyreel.assist.TrackKeyframes;
import io.keyreel.geometry.Mask;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntPredicate;

/** From a keyframe through the frames on one side of it, link by link, gathering evidence. */
final class Walk {
  private static final int BATCH = 6;

  private final Scene scene;
  private final int keyframe;
  private final Map<UUID, SoftMask> masks = new HashMap<>();

  Walk(Scene scene, int keyframe, List<TrackKeyframes> tracks) {
    this.scene = scene;
    this.keyframe = keyframe;
    for (TrackKeyframes track : tracks) {
      Mask drawn = track.masks().get(keyframe);
      if (drawn != null) {
        masks.put(track.track(), SoftMask.of(scene.view().soften(drawn)));
      }
    }
  }

  /**
   * Walks to frame {@code last}.
   *
   * @param wanted the frames to gather evidence for
   */
  Map<Integer, Evidence> to(int last, IntPredicate wanted, Workers workers, Runnable frameDone) {
    Map<Integer, Evidence> found = new HashMap<>();
    List<Integer> frames = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    Link link = Link.identity(scene.view().width(), scene.view().height());
    int step = last > keyframe ? 1 : -1;
    for (int t = keyframe + step; t != last + step; t += step) {
      link =
          step > 0
              ? link.extend(scene.toPrevious(t), scene.toNext(t - 1))
              : link.extend(scene.toNext(t), scene.toPrevious(t + 1));
      if (wanted.test(t)) {
        frames.add(t);
        links.add(link);
      }
      if (links.size() == BATCH || t == last) {
        gather(frames, links, workers, found, frameDone);
        frames.clear();
        links.clear();
      }
    }
    return found;
  }

  private void gather(
      List<Integer> frames,
      List<Link> links,
      Workers workers,
      Map<Integer, Evidence> into,
      Runnable frameDone) {
    List<Evidence> evidence =
        workers.map(
            frames.size(),
            i -> {
              Evidence e = Evidence.gather(scene, frames.get(i), keyframe, links.get(i), masks);
              frameDone.run();
              return e;
            });
    for (int i = 0; i < frames.size(); i++) {
      into.put(frames.get(i), evidence.get(i));
    }
  }
}
