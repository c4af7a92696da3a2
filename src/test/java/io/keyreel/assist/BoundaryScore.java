package io.keyreel.assist;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Counts boundaries found within a few frames of a true one; each serves once. */
final class BoundaryScore {
  private int right;
  private int found;
  private int there;

  void add(Collection<Integer> truth, Collection<Integer> proposed, int tolerance) {
    List<Integer> left = new ArrayList<>(truth);
    for (int frame : proposed) {
      left.stream()
          .filter(t -> Math.abs(t - frame) <= tolerance)
          .findFirst()
          .ifPresent(t -> {
            left.remove(t);
            right++;
          });
    }
    found += proposed.size();
    there += truth.size();
  }

  double f1() {
    return 2.0 * right / (found + there);
  }

  @Override
  public String toString() {
    return "F1 %.3f, precision %.3f, recall %.3f of %d"
        .formatted(f1(), (double) right / found, (double) right / there, there);
  }
}
