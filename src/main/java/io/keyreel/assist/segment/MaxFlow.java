package io.keyreel.assist.segment;

import java.util.Arrays;

/**
 * The cheapest cut of a graph between two ends, by growing a tree from each (Boykov and
 * Kolmogorov). Edges come in pairs: {@code e} and {@code e ^ 1} are the two ways of one.
 */
final class MaxFlow {
  private static final int FREE = 0;
  private static final int ROOT = -1;
  private static final int ORPHAN = -2;

  private final int nodes;
  private final int[] first;
  private final float[] rest;
  private final int[] to;
  private final int[] next;
  private final float[] room;
  private int edges = 2;

  private final int[] parent;
  private final int[] stamp;
  private final int[] depth;
  private final boolean[] sink;
  private final boolean[] queued;
  private final int[] queue;
  private int head;
  private int waiting;
  private int[] orphans = new int[256];
  private int orphanCount;
  private int now;

  MaxFlow(int nodes, int pairs) {
    this.nodes = nodes;
    first = new int[nodes];
    rest = new float[nodes];
    to = new int[2 * pairs + 2];
    next = new int[2 * pairs + 2];
    room = new float[2 * pairs + 2];
    parent = new int[nodes];
    stamp = new int[nodes];
    depth = new int[nodes];
    sink = new boolean[nodes];
    queued = new boolean[nodes];
    queue = new int[nodes];
  }

  /** Positive ties the node to the source, negative to the sink. */
  void tie(int node, float weight) {
    rest[node] += weight;
  }

  void join(int a, int b, float weight) {
    link(a, b, weight);
    link(b, a, weight);
  }

  private void link(int from, int into, float weight) {
    to[edges] = into;
    room[edges] = weight;
    next[edges] = first[from];
    first[from] = edges++;
  }

  /** Which nodes stay with the source. */
  boolean[] cut() {
    plant();
    for (int bridge = grow(); bridge != 0; bridge = grow()) {
      push(bridge);
      now++;
      while (orphanCount > 0) {
        adopt(orphans[--orphanCount]);
      }
    }
    boolean[] source = new boolean[nodes];
    for (int i = 0; i < nodes; i++) {
      source[i] = parent[i] != FREE && !sink[i];
    }
    return source;
  }

  private void plant() {
    Arrays.fill(parent, FREE);
    for (int i = 0; i < nodes; i++) {
      if (rest[i] != 0) {
        parent[i] = ROOT;
        depth[i] = 1;
        sink[i] = rest[i] < 0;
        enqueue(i);
      }
    }
  }

  private void enqueue(int node) {
    if (!queued[node]) {
      queued[node] = true;
      int tail = head + waiting++;
      queue[tail >= nodes ? tail - nodes : tail] = node;
    }
  }

  /** The edge, in the direction from source to sink, where the trees meet; 0 when they do not. */
  private int grow() {
    while (waiting > 0) {
      int v = queue[head];
      if (parent[v] != FREE) {
        int way = sink[v] ? 1 : 0;
        for (int e = first[v]; e != 0; e = next[e]) {
          if (room[e ^ way] <= 0) {
            continue;
          }
          int u = to[e];
          if (parent[u] == FREE) {
            sink[u] = sink[v];
            hang(u, e ^ 1, v);
            enqueue(u);
          } else if (sink[u] != sink[v]) {
            return e ^ way;
          } else if (depth[u] > depth[v] + 1 && stamp[u] <= stamp[v]) {
            hang(u, e ^ 1, v);
          }
        }
      }
      queued[v] = false;
      waiting--;
      head = head + 1 == nodes ? 0 : head + 1;
    }
    return 0;
  }

  private void hang(int node, int edge, int under) {
    parent[node] = edge;
    stamp[node] = stamp[under];
    depth[node] = depth[under] + 1;
  }

  private void push(int bridge) {
    float least = room[bridge];
    for (int side = 0; side < 2; side++) {
      int v = to[bridge ^ 1 ^ side];
      for (; parent[v] > 0; v = to[parent[v]]) {
        least = Math.min(least, room[parent[v] ^ 1 ^ side]);
      }
      least = Math.min(least, Math.abs(rest[v]));
    }
    room[bridge] -= least;
    room[bridge ^ 1] += least;
    for (int side = 0; side < 2; side++) {
      int v = to[bridge ^ 1 ^ side];
      while (parent[v] > 0) {
        int down = parent[v] ^ 1 ^ side;
        room[down ^ 1] += least;
        room[down] -= least;
        int up = to[parent[v]];
        if (room[down] <= 0) {
          orphan(v);
        }
        v = up;
      }
      rest[v] += side == 0 ? -least : least;
      if (side == 0 ? rest[v] <= 0 : rest[v] >= 0) {
        rest[v] = 0;
        orphan(v);
      }
    }
  }

  private void orphan(int node) {
    parent[node] = ORPHAN;
    if (orphanCount == orphans.length) {
      orphans = Arrays.copyOf(orphans, 2 * orphanCount);
    }
    orphans[orphanCount++] = node;
  }

  private void adopt(int node) {
    int way = sink[node] ? 0 : 1;
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int e = first[node]; e != 0; e = next[e]) {
      int u = to[e];
      if (room[e ^ way] > 0 && sink[u] == sink[node] && parent[u] != FREE) {
        int far = rootDistance(u);
        if (far < least) {
          least = far;
          best = e;
        }
      }
    }
    if (best != 0) {
      parent[node] = best;
      stamp[node] = now;
      depth[node] = least + 1;
    } else {
      abandon(node, way);
    }
  }

  /** Steps to the root, remembered on the way; the largest number when it hangs on an orphan. */
  private int rootDistance(int node) {
    int steps = 0;
    int u = node;
    while (stamp[u] != now) {
      if (parent[u] == ORPHAN) {
        return Integer.MAX_VALUE;
      }
      if (parent[u] == ROOT) {
        stamp[u] = now;
        depth[u] = 1;
        break;
      }
      steps++;
      u = to[parent[u]];
    }
    int far = steps + depth[u];
    int left = far;
    for (u = node; stamp[u] != now; u = to[parent[u]]) {
      stamp[u] = now;
      depth[u] = left--;
    }
    return far;
  }

  private void abandon(int node, int way) {
    parent[node] = FREE;
    stamp[node] = 0;
    for (int e = first[node]; e != 0; e = next[e]) {
      int u = to[e];
      if (parent[u] == FREE || sink[u] != sink[node]) {
        continue;
      }
      if (room[e ^ way] > 0) {
        enqueue(u);
      }
      if (parent[u] > 0 && to[parent[u]] == node) {
        orphan(u);
      }
    }
  }
}
