package io.keyreel.labels;

import io.keyreel.kernel.UserError;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts and deletes track states; absence that comes or goes raises the fences it reaches. */
@Component
class StateEdits {
  private final TrackStateStore store;
  private final TrackEdits tracks;
  private final FenceStore fences;
  private final ChangeStore changes;

  StateEdits(TrackStateStore store, TrackEdits tracks, FenceStore fences, ChangeStore changes) {
    this.store = store;
    this.tracks = tracks;
    this.fences = fences;
    this.changes = changes;
  }

  Edit put(EditContext context, Op.StatePut op) {
    context.requireFrame(op.frame());
    if (op.reason() != null && op.visibility() != Visibility.ABSENT) {
      throw new UserError.Invalid(
          "A reason (%s) goes with an absent object only; leave it out.".formatted(op.reason()));
    }
    Track track = tracks.require(context, op.track());
    String subject = Subjects.state(op.track(), op.frame());
    Optional<TrackState> before = store.find(op.track(), op.frame());
    long version =
        op.base() == 0 ? changes.lastVersion(context.set().id(), subject) + 1 : op.base() + 1;
    TrackState after =
        new TrackState(
            op.track(),
            op.frame(),
            op.visibility(),
            op.reason(),
            op.truncated(),
            op.attributes() == null ? Map.of() : op.attributes(),
            version,
            context.author(),
            context.now());
    boolean written =
        op.base() == 0 ? store.insert(context.set().id(), after) : store.update(after, op.base());
    if (!written) {
      return Edit.conflict(subject, before.orElse(null), after, name(track, op.frame()));
    }
    raise(before.orElse(null), after);
    return Edit.applied(subject, before.orElse(null), after, version);
  }

  Edit delete(EditContext context, Op.StateDelete op) {
    Track track = tracks.require(context, op.track());
    String subject = Subjects.state(op.track(), op.frame());
    Optional<TrackState> before = store.find(op.track(), op.frame());
    if (before.isEmpty() || before.get().version() != op.base() || !store.delete(before.get())) {
      return Edit.conflict(subject, before.orElse(null), null, name(track, op.frame()));
    }
    raise(before.get(), null);
    return Edit.applied(subject, before.get(), null, op.base() + 1);
  }

  /** Any change of what a state says of visibility may begin or end an absence. */
  private void raise(@Nullable TrackState before, @Nullable TrackState after) {
    Visibility was = before == null ? null : before.visibility();
    Visibility is = after == null ? null : after.visibility();
    TrackState either = after == null ? before : after;
    if (was != is && either != null) {
      fences.raiseFrom(either.track(), either.frame());
    }
  }

  private static String name(Track track, int frame) {
    return "The state of track %d on frame %d".formatted(track.number(), frame);
  }
}
