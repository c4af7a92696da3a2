package io.keyreel.assist.segment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Regions joined two by two, those with least between them first, until all are one.
 *
 * @param parent by node; regions come first, the root is its own parent
 */
@SuppressWarnings("ArrayRecordComponent")
record MergeTree(int[] parent, int[] left, int[] right, long[] area, int leaves) {
  private record Seam(float wall, int a, int b) implements Comparable<Seam> {
    @Override
    public int compareTo(Seam other) {
      int by = Float.compare(wall, other.wall);
      by = by != 0 ? by : Integer.compare(a, other.a);
      return by != 0 ? by : Integer.compare(b, other.b);
    }
  }

  static MergeTree of(Regions regions, float[] wall) {
    return new Builder(regions, wall).build();
  }

  /** The regions below a node. */
  void mark(int node, boolean[] into) {
    List<Integer> open = new ArrayList<>(List.of(node));
    while (!open.isEmpty()) {
      int next = open.removeLast();
      if (next < leaves) {
        into[next] = true;
      } else {
        open.add(left[next]);
        open.add(right[next]);
      }
    }
  }

  /** The nodes above a region, each at least a fifth larger than the one before, smallest first. */
  List<Integer> above(int region, long most) {
    List<Integer> nodes = new ArrayList<>();
    long last = 0;
    for (int node = region; area[node] <= most; node = parent[node]) {
      if (area[node] > 1.2 * last) {
        nodes.add(node);
        last = area[node];
      }
      if (parent[node] == node) {
        break;
      }
    }
    return nodes;
  }

  private static final class Builder {
    private final int n;
    private final int[] parent;
    private final int[] left;
    private final int[] right;
    private final long[] area;
    private final List<Map<Integer, float[]>> borders = new ArrayList<>();
    private final PriorityQueue<Seam> seams = new PriorityQueue<>();

    Builder(Regions regions, float[] wall) {
      n = regions.count();
      parent = new int[2 * n - 1];
      left = new int[2 * n - 1];
      right = new int[2 * n - 1];
      area = new long[2 * n - 1];
      for (int i = 0; i < 2 * n - 1; i++) {
        parent[i] = i;
        borders.add(null);
      }
      for (int i = 0; i < n; i++) {
        area[i] = regions.area()[i];
        Map<Integer, float[]> mine = new HashMap<>();
        for (int s = regions.start()[i]; s < regions.start()[i + 1]; s++) {
          mine.put(
              regions.neighbour()[s],
              new float[] {regions.length()[s], regions.length()[s] * wall[s]});
        }
        borders.set(i, mine);
      }
      for (int i = 0; i < n; i++) {
        int low = i;
        borders
            .get(i)
            .forEach((j, border) -> {
              if (low < j) {
                offer(low, j, border);
              }
            });
      }
    }

    private void offer(int a, int b, float[] border) {
      // Small ones join sooner: what is large and still apart is apart for a reason.
      double small = Math.pow(Math.min(area[a], area[b]), 0.35);
      seams.add(new Seam((float) (border[1] / border[0] * small), a, b));
    }

    MergeTree build() {
      int made = n;
      while (made < 2 * n - 1) {
        Seam seam = seams.remove();
        if (parent[seam.a] == seam.a && parent[seam.b] == seam.b) {
          join(seam.a, seam.b, made++);
        }
      }
      return new MergeTree(parent, left, right, area, n);
    }

    private void join(int a, int b, int into) {
      parent[a] = into;
      parent[b] = into;
      left[into] = a;
      right[into] = b;
      area[into] = area[a] + area[b];
      Map<Integer, float[]> mine = borders.get(a);
      borders
          .get(b)
          .forEach((other, border) -> {
            float[] sum = mine.computeIfAbsent(other, _ -> new float[2]);
            sum[0] += border[0];
            sum[1] += border[1];
          });
      mine.remove(a);
      mine.remove(b);
      borders.set(into, mine);
      borders.set(a, null);
      borders.set(b, null);
      mine.forEach((other, border) -> {
        Map<Integer, float[]> theirs = borders.get(other);
        theirs.remove(a);
        theirs.remove(b);
        theirs.put(into, border);
        offer(Math.min(other, into), Math.max(other, into), border);
      });
    }
  }
}
