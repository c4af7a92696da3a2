package io.keyreel.labels;

import java.util.List;

/**
 * The joints of a class and how they hang together.
 *
 * @param bones pairs of joints, by their place in the list
 */
public record Skeleton(List<Joint> joints, List<List<Integer>> bones) {
  public Skeleton {
    joints = joints == null ? List.of() : List.copyOf(joints);
    bones = bones == null ? List.of() : bones.stream().map(List::copyOf).toList();
  }

  /** Where a joint lies in a unit square when the skeleton is drawn anew. */
  public record Joint(String name, double x, double y) {}
}
