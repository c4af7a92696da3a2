package io.keyreel.assist.segment;

import java.util.Arrays;

/** Ways through a scene that cost what stands in between. */
final class Geodesic {
  private Geodesic() {}

  /**
   * The cost to each region from the nearest source, through allowed regions alone; endless where
   * there is no way.
   */
  static float[] from(Scene scene, int[] sources, boolean[] allowed) {
    Regions regions = scene.regions();
    float[] cost = new float[scene.count()];
    Arrays.fill(cost, Float.POSITIVE_INFINITY);
    Heap heap = new Heap(scene.count());
    for (int source : sources) {
      cost[source] = 0;
      heap.add(source, 0);
    }
    while (heap.size > 0) {
      int at = heap.take();
      for (int s = regions.start()[at]; s < regions.start()[at + 1]; s++) {
        int to = regions.neighbour()[s];
        if (!allowed[to]) {
          continue;
        }
        float way = cost[at] + 0.12f + scene.wall()[s] * scene.wall()[s];
        if (way < cost[to]) {
          cost[to] = way;
          heap.add(to, way);
        }
      }
    }
    return cost;
  }

  /** Nodes by cost; a node stands in it once. */
  private static final class Heap {
    private final int[] nodes;
    private final float[] costs;
    private final int[] place;
    private int size;

    Heap(int most) {
      nodes = new int[most];
      costs = new float[most];
      place = new int[most];
      Arrays.fill(place, -1);
    }

    void add(int node, float cost) {
      int i = place[node] >= 0 ? place[node] : size++;
      while (i > 0 && costs[(i - 1) / 2] > cost) {
        set(i, nodes[(i - 1) / 2], costs[(i - 1) / 2]);
        i = (i - 1) / 2;
      }
      set(i, node, cost);
    }

    int take() {
      int top = nodes[0];
      place[top] = -1;
      int node = nodes[--size];
      float cost = costs[size];
      if (size == 0) {
        return top;
      }
      int i = 0;
      for (int child = 1; child < size; child = 2 * i + 1) {
        if (child + 1 < size && costs[child + 1] < costs[child]) {
          child++;
        }
        if (costs[child] >= cost) {
          break;
        }
        set(i, nodes[child], costs[child]);
        i = child;
      }
      set(i, node, cost);
      return top;
    }

    private void set(int i, int node, float cost) {
      nodes[i] = node;
      costs[i] = cost;
      place[node] = i;
    }
  }
}
