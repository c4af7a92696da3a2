package io.keyreel.assist.flow;

import java.util.UUID;

/** Corrects what the engine believes about one object in one frame. */
interface Refinement extends AutoCloseable {
  /** Leaves everything as it is. */
  Refinement NONE =
      new Refinement() {
        @Override
        public boolean active(View view) {
          return false;
        }

        @Override
        public Belief refine(View view, UUID track, int frame, Crop crop, Belief belief) {
          return belief;
        }
      };

  /** Whether it wants to be asked at all about a window seen so. */
  default boolean active(View view) {
    return true;
  }

  /**
   * @param crop the neighbourhood of the object as the refinement sees it
   */
  Belief refine(View view, UUID track, int frame, Crop crop, Belief belief);

  @Override
  default void close() {}
}
