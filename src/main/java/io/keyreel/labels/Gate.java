package io.keyreel.labels;

import io.keyreel.access.User;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.UserError;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Lets edits through: those of who may edit here, that alter no frame somebody approved. An edit
 * may reach further than the frame it is made on: shapes between keyframes, states that hold on,
 * and word of a whole track.
 */
@Component
class Gate {
  private static final FrameRange ALL = new FrameRange(0, Integer.MAX_VALUE);

  private final ObjectProvider<EditGuard> guard;
  private final ReachStore store;

  Gate(ObjectProvider<EditGuard> guard, ReachStore store) {
    this.guard = guard;
    this.store = store;
  }

  void check(LockedSet set, @Nullable UUID task, User by, Op op) {
    EditGuard asked = guard.getObject();
    asked.check(set.id(), by, task, Touched.by(op, set));
    asked.checkKind(set.id(), task, EditKind.of(op));
    checkSealed(set, op);
  }

  boolean late(LockedSet set, UUID task, User by) {
    return guard.getObject().late(set.id(), task, by);
  }

  void keptApart(UUID task, User by, int open) {
    guard.getObject().keptApart(task, by, open);
  }

  /** That the edit alters no frame somebody approved. */
  void checkSealed(LockedSet set, Op op) {
    List<Sealed> sealed = guard.getObject().sealed(set.id());
    if (!sealed.isEmpty()) {
      reach(set, op)
          .flatMap(reach -> sealed.stream().filter(each -> reach.alters(each.frames())).findFirst())
          .ifPresent(each -> {
            throw refusal(each);
          });
    }
  }

  private static UserError.Forbidden refusal(Sealed sealed) {
    return new UserError.Forbidden(
        "This would change frames %d to %d, which %s has approved; ask a lead to reopen it first."
            .formatted(sealed.frames().from(), sealed.frames().to() - 1, sealed.by()));
  }

  /** The frames that an edit alters. */
  @FunctionalInterface
  private interface Reach {
    boolean alters(FrameRange frames);
  }

  private Optional<Reach> reach(LockedSet set, Op op) {
    return switch (op) {
      case Op.TrackCreate _, Op.TagPut _, Op.TagDelete _, Op.Malformed _ -> Optional.empty();
      case Op.TrackUpdate update -> shown(update.track(), ALL);
      case Op.TrackDelete delete -> shown(delete.track(), ALL);
      case Op.TrackRestore restore -> shown(restore.track(), ALL);
      case Op.KeyframePut put -> Optional.of(keyframe(put.track(), put.slot(), put.frame()));
      case Op.KeyframeCommit commit ->
          Optional.of(new FrameRange(commit.frame(), commit.frame() + 1)::overlaps);
      case Op.KeyframeDelete delete ->
          Optional.of(keyframe(delete.track(), delete.slot(), delete.frame()));
      case Op.StatePut put -> shown(put.track(), store.holding(put.track(), put.frame()));
      case Op.StateDelete delete ->
          shown(delete.track(), store.holding(delete.track(), delete.frame()));
      case Op.AcceptancePut put -> Optional.of(new FrameRange(put.from(), put.to())::overlaps);
      case Op.AcceptanceDelete delete ->
          store.accepted(set.id(), delete.id()).<Reach>map(frames -> frames::overlaps);
      case Op.EventPut put ->
          Optional.of(event(set, put.id(), new FrameRange(put.from(), put.to())));
      case Op.EventDelete delete ->
          store.event(set.id(), delete.id()).<Reach>map(frames -> frames::overlaps);
    };
  }

  /** Where it is put, and where it stood. */
  private Reach event(LockedSet set, UUID id, FrameRange now) {
    Optional<FrameRange> before = store.event(set.id(), id);
    return frames -> frames.overlaps(now) || before.filter(old -> frames.overlaps(old)).isPresent();
  }

  /** Its own frame, and what is interpolated between it and the keyframes beside it. */
  private Reach keyframe(UUID track, Slot slot, int frame) {
    FrameRange between = store.between(track, slot, frame);
    return frames ->
        frames.contains(frame)
            || (frames.overlaps(between) && !store.proposed(track, slot, common(frames, between)));
  }

  private static FrameRange common(FrameRange a, FrameRange b) {
    return new FrameRange(Math.max(a.from(), b.from()), Math.min(a.to(), b.to()));
  }

  /** A track is altered only where it shows something. */
  private Optional<Reach> shown(UUID track, FrameRange within) {
    return Optional.of(
        frames -> frames.overlaps(within) && store.shows(track, common(frames, within)));
  }
}
