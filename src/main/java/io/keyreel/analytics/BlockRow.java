package io.keyreel.analytics;

import java.util.UUID;

/** What one object is like on the frames of a block, while it is being added up. */
final class BlockRow {
  static final int SIZES = 7;
  private static final int[] BOUNDS = {1_000, 3_000, 10_000, 30_000, 100_000, 300_000};

  final UUID track;
  final String classId;
  int drawn;
  int corrected;
  int accepted;
  int proposed;
  int interpolated;
  int occluded;
  int truncated;
  int areas;
  long area;
  final int[] sizes = new int[SIZES];
  int pairs;
  long flicker;

  BlockRow(UUID track, String classId) {
    this.track = track;
    this.classId = classId;
  }

  /** A shape's share of the frame, in millionths. */
  void size(int share) {
    areas++;
    area += share;
    int bin = 0;
    while (bin < BOUNDS.length && share >= BOUNDS[bin]) {
      bin++;
    }
    sizes[bin]++;
  }

  boolean isEmpty() {
    return drawn + corrected + accepted + proposed + interpolated == 0;
  }
}
