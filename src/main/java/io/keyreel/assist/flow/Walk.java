package io.keyreel.assist.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Goes along a stretch link by link, and looks around at each wanted frame. */
final class Walk {
  private static final int BATCH = 6;
  private static final int BLOCK = 12;

  private final Scene scene;
  private final Stretch stretch;
  private final Map<UUID, SoftMask> masks = new HashMap<>();

  /** What to do at a frame, given the link to the keyframe and the keyframe's masks. */
  @FunctionalInterface
  interface Look<T> {
    T at(int frame, Link link, Map<UUID, SoftMask> masks);
  }

  Walk(Scene scene, Stretch stretch) {
    this.scene = scene;
    this.stretch = stretch;
    for (Lead lead : stretch.leads()) {
      Anchor anchor = lead.at(stretch.keyframe(), stretch.forward());
      if (anchor != null) {
        masks.put(lead.track(), SoftMask.of(scene.view().soften(anchor.mask())));
      }
    }
  }

  /** Walks, and gives what was seen by frame. Looks in batches, so that few links are in memory. */
  <T> Map<Integer, T> look(Look<T> look, Workers workers) {
    Map<Integer, T> seen = new HashMap<>();
    List<Integer> frames = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    Link link = Link.identity(scene.view().width(), scene.view().height());
    int step = stretch.forward() ? 1 : -1;
    for (int t = stretch.keyframe() + step; t != stretch.last() + step; t += step) {
      if (Math.abs(t - stretch.keyframe()) % BLOCK == 1) {
        prepare(t, workers);
      }
      link =
          stretch.forward()
              ? link.extend(scene.toPrevious(t), scene.toNext(t - 1))
              : link.extend(scene.toNext(t), scene.toPrevious(t + 1));
      if (stretch.wanted().containsKey(t)) {
        frames.add(t);
        links.add(link);
      }
      if (links.size() == BATCH || t == stretch.last()) {
        List<T> batch =
            workers.map(frames.size(), i -> look.at(frames.get(i), links.get(i), masks));
        for (int i = 0; i < batch.size(); i++) {
          seen.put(frames.get(i), batch.get(i));
        }
        frames.clear();
        links.clear();
      }
    }
    return seen;
  }

  /** Makes the flows of the next frames on all workers, once those behind are of no more use. */
  private void prepare(int next, Workers workers) {
    scene.tidy();
    int left = Math.abs(stretch.last() - next) + 1;
    int step = stretch.forward() ? 1 : -1;
    workers.each(
        2 * Math.min(BLOCK, left),
        i -> {
          int t = next + i / 2 * step;
          boolean toward = i % 2 == 0;
          if (stretch.forward() == toward) {
            scene.toPrevious(stretch.forward() ? t : t + 1);
          } else {
            scene.toNext(stretch.forward() ? t - 1 : t);
          }
        });
  }
}
