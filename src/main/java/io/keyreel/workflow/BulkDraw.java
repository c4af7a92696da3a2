package io.keyreel.workflow;

import io.keyreel.access.User;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.Ids;
import io.keyreel.kernel.UserError;
import io.keyreel.labels.Labels;
import io.keyreel.labels.ProposalPiece;
import io.keyreel.labels.Sealed;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds the masks that machines are sure of in tasks under review, and draws a sample of them. */
@Component
class BulkDraw {
  private final TaskStore tasks;
  private final BulkStore store;
  private final People people;
  private final Labels labels;
  private final InstantSource clock;

  BulkDraw(TaskStore tasks, BulkStore store, People people, Labels labels, InstantSource clock) {
    this.tasks = tasks;
    this.store = store;
    this.people = people;
    this.labels = labels;
    this.clock = clock;
  }

  private record Mask(BulkAcceptance.Span span, int frame, double confidence) {}

  UUID draw(UUID project, double threshold, int samples, User by) {
    List<BulkAcceptance.Span> spans = new ArrayList<>();
    List<Mask> masks = new ArrayList<>();
    for (Task task : tasks.inReview(project, people.actor(by, project))) {
      for (FrameRange free : Sealed.free(task.frames(), tasks.sealed(task.labelSet()))) {
        for (ProposalPiece piece : labels.state(task.labelSet(), free).proposals()) {
          if (!piece.accepted()) {
            sure(task, piece, threshold, spans, masks);
          }
        }
      }
    }
    if (masks.isEmpty()) {
      throw new UserError.Invalid(
          "No mask under review that nobody confirmed has a confidence of %.2f; lower it."
              .formatted(threshold));
    }
    UUID id = Ids.next();
    store.insert(id, project, threshold, masks.size(), spans, by.id(), clock.instant());
    Collections.shuffle(masks, new Random(id.getLeastSignificantBits()));
    List<Mask> drawn = masks.subList(0, Math.min(samples, masks.size()));
    for (int i = 0; i < drawn.size(); i++) {
      Mask mask = drawn.get(i);
      store.insertSample(id, i, mask.span(), mask.frame(), mask.confidence());
    }
    return id;
  }

  /** The runs of frames of a piece at or above the threshold. */
  private static void sure(
      Task task,
      ProposalPiece piece,
      double threshold,
      List<BulkAcceptance.Span> spans,
      List<Mask> masks) {
    int from = piece.from();
    for (int frame = piece.from(); frame <= piece.to(); frame++) {
      if (frame == piece.to() || piece.confidence()[frame - piece.from()] < threshold) {
        if (frame > from) {
          BulkAcceptance.Span span =
              new BulkAcceptance.Span(
                  task.id(), piece.track(), from, frame, piece.run(), piece.generation());
          spans.add(span);
          for (int each = from; each < frame; each++) {
            masks.add(new Mask(span, each, piece.confidence()[each - piece.from()]));
          }
        }
        from = frame + 1;
      }
    }
  }
}
