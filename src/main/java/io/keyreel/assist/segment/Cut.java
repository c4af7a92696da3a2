package io.keyreel.assist.segment;

import java.util.ArrayDeque;
import java.util.Deque;

/** Cuts a scene in two, along its walls and as its regions lean. */
final class Cut {
  private static final float FIXED = 1e6f;
  private static final float STIFF = 5f;

  private Cut() {}

  /**
   * @param lean by region, positive for being in
   * @param fixed by region: 1 in, -1 out, 0 free
   */
  static boolean[] of(Scene scene, float[] lean, byte[] fixed) {
    Regions regions = scene.regions();
    float unit = (float) scene.step() * scene.step();
    MaxFlow flow = new MaxFlow(scene.count(), regions.neighbour().length / 2);
    for (int i = 0; i < scene.count(); i++) {
      flow.tie(i, fixed[i] != 0 ? fixed[i] * FIXED : lean[i] * regions.area()[i] / unit);
      for (int s = regions.start()[i]; s < regions.start()[i + 1]; s++) {
        int j = regions.neighbour()[s];
        if (i < j) {
          flow.join(i, j, stiffness(regions.length()[s] / scene.step(), scene.wall()[s]));
        }
      }
    }
    return flow.cut();
  }

  private static float stiffness(float length, float wall) {
    return STIFF * length * (float) Math.exp(-1.3f * wall * wall) + 0.05f * length;
  }

  /** The part of a set that hangs together with some regions. */
  static boolean[] around(Scene scene, boolean[] set, int[] some) {
    Regions regions = scene.regions();
    boolean[] part = new boolean[set.length];
    Deque<Integer> open = new ArrayDeque<>();
    for (int region : some) {
      if (set[region] && !part[region]) {
        part[region] = true;
        open.add(region);
      }
    }
    while (!open.isEmpty()) {
      int at = open.remove();
      for (int s = regions.start()[at]; s < regions.start()[at + 1]; s++) {
        int to = regions.neighbour()[s];
        if (set[to] && !part[to]) {
          part[to] = true;
          open.add(to);
        }
      }
    }
    return part;
  }
}
