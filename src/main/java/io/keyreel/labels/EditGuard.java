package io.keyreel.labels;

import io.keyreel.access.User;
import io.keyreel.kernel.FrameRange;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * May this label set be edited now, by whom? Asked inside the transaction of every edit, with the
 * label set's row locked.
 */
@FunctionalInterface
public interface EditGuard {
  /**
   * @param task the task the edit belongs to, if any
   * @throws io.keyreel.kernel.UserError.Forbidden with the reason, when not
   */
  void check(UUID labelSet, User by, @Nullable UUID task, FrameRange touched);

  /**
   * Whether edits of this kind are for the task at all.
   *
   * @throws io.keyreel.kernel.UserError.Forbidden with the reason, when not
   */
  default void checkKind(UUID labelSet, @Nullable UUID task, EditKind kind) {}

  /** Whether this person had the task and has it no longer, so that their edits come late. */
  default boolean late(UUID labelSet, @Nullable UUID task, User by) {
    return false;
  }

  /** Told in the transaction in which a late edit is kept apart. */
  default void keptApart(UUID task, User by, int open) {}

  /** The frames of a label set that no edit may alter, from whichever task it comes. */
  default List<Sealed> sealed(UUID labelSet) {
    return List.of();
  }
}
