package io.keyreel.labels;

import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.UserError;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gives and withdraws acceptances of proposals. */
@Component
class AcceptanceEdits {
  private final AcceptanceStore store;
  private final TrackEdits tracks;
  private final ProposalStore proposals;

  AcceptanceEdits(AcceptanceStore store, TrackEdits tracks, ProposalStore proposals) {
    this.store = store;
    this.tracks = tracks;
    this.proposals = proposals;
  }

  Edit put(EditContext context, Op.AcceptancePut op) {
    FrameRange range = new FrameRange(op.from(), op.to());
    context.requireFrame(op.to() - 1);
    Track track = tracks.require(context, op.track());
    if (!proposals.exist(op.run(), op.track(), op.generation(), range)) {
      throw new UserError.Invalid(
          "There are no proposals of that run for track %d on frames %d to %d; reload and accept again."
              .formatted(track.number(), op.from(), op.to() - 1));
    }
    String subject = Subjects.acceptance(op.id());
    Optional<Acceptance> before = store.find(context.set().id(), op.id());
    Acceptance after =
        new Acceptance(
            op.id(),
            op.track(),
            op.from(),
            op.to(),
            op.run(),
            op.generation(),
            context.author(),
            context.now(),
            op.base() + 1);
    boolean written =
        op.base() == 0
            ? store.insert(context.set().id(), after)
            : before.isPresent() && store.update(after, op.base());
    return written
        ? Edit.applied(subject, before.orElse(null), after, after.version())
        : Edit.conflict(subject, before.orElse(null), after, "The acceptance");
  }

  Edit delete(EditContext context, Op.AcceptanceDelete op) {
    String subject = Subjects.acceptance(op.id());
    Optional<Acceptance> before = store.find(context.set().id(), op.id());
    if (before.isEmpty() || before.get().version() != op.base() || !store.delete(before.get())) {
      return Edit.conflict(subject, before.orElse(null), null, "The acceptance");
    }
    return Edit.applied(subject, before.get(), null, op.base() + 1);
  }
}
