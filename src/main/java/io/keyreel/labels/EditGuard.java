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

  /** The frames of a label set that no edit may alter, from whichever task it comes. */
  default List<Sealed> sealed(UUID labelSet) {
    return List.of();
  }
}
