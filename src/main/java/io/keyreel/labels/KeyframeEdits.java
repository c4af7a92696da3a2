package io.keyreel.labels;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts, confirms and deletes keyframes; each raises the fences of the gaps beside it. */
@Component
class KeyframeEdits {
  private final KeyframeStore store;
  private final TrackEdits tracks;
  private final FenceStore fences;
  private final ChangeStore changes;

  KeyframeEdits(KeyframeStore store, TrackEdits tracks, FenceStore fences, ChangeStore changes) {
    this.store = store;
    this.tracks = tracks;
    this.fences = fences;
    this.changes = changes;
  }

  Edit put(EditContext context, Op.KeyframePut op) {
    context.requireFrame(op.frame());
    ShapeRules.check(op.shape(), op.slot(), context.set());
    Track track = tracks.require(context, op.track());
    String subject = Subjects.keyframe(op.track(), op.slot(), op.frame());
    Optional<Keyframe> before = store.find(op.track(), op.slot(), op.frame());
    long version =
        op.base() == 0 ? changes.lastVersion(context.set().id(), subject) + 1 : op.base() + 1;
    Keyframe after =
        new Keyframe(
            op.track(),
            op.frame(),
            op.slot(),
            op.shape(),
            op.z(),
            op.draft(),
            version,
            context.author(),
            context.now());
    boolean written =
        op.base() == 0 ? store.insert(context.set().id(), after) : store.update(after, op.base());
    if (!written) {
      return Edit.conflict(subject, before.orElse(null), after, name(track, op.frame()));
    }
    raise(op.track(), op.slot(), op.frame());
    return Edit.applied(subject, before.orElse(null), after, version);
  }

  Edit commit(EditContext context, Op.KeyframeCommit op) {
    Track track = tracks.require(context, op.track());
    String subject = Subjects.keyframe(op.track(), op.slot(), op.frame());
    Optional<Keyframe> before = store.find(op.track(), op.slot(), op.frame());
    if (before.isEmpty()) {
      return Edit.conflict(subject, null, null, name(track, op.frame()));
    }
    Keyframe after = confirmed(before.get(), context, op.base() + 1);
    if (!store.update(after, op.base())) {
      return Edit.conflict(subject, before.get(), after, name(track, op.frame()));
    }
    raise(op.track(), op.slot(), op.frame());
    return Edit.applied(subject, before.get(), after, after.version());
  }

  Edit delete(EditContext context, Op.KeyframeDelete op) {
    Track track = tracks.require(context, op.track());
    String subject = Subjects.keyframe(op.track(), op.slot(), op.frame());
    Optional<Keyframe> before = store.find(op.track(), op.slot(), op.frame());
    if (before.isEmpty() || before.get().version() != op.base() || !store.delete(before.get())) {
      return Edit.conflict(subject, before.orElse(null), null, name(track, op.frame()));
    }
    raise(op.track(), op.slot(), op.frame());
    return Edit.applied(subject, before.get(), null, op.base() + 1);
  }

  private void raise(UUID track, Slot slot, int frame) {
    if (slot == Slot.MASK) {
      fences.raiseBeside(track, frame);
    }
  }

  private static Keyframe confirmed(Keyframe draft, EditContext context, long version) {
    return new Keyframe(
        draft.track(),
        draft.frame(),
        draft.slot(),
        draft.shape(),
        draft.z(),
        false,
        version,
        context.author(),
        context.now());
  }

  private static String name(Track track, int frame) {
    return "The keyframe of track %d on frame %d".formatted(track.number(), frame);
  }
}
