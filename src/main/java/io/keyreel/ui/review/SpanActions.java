package io.keyreel.ui.review;

import io.keyreel.kernel.FrameRange;
import io.keyreel.ui.base.Desk;
import io.keyreel.ui.base.Formats;
import io.keyreel.ui.base.Notices;
import io.keyreel.ui.base.ReasonDialog;
import io.keyreel.ui.base.Routes;
import io.keyreel.workflow.Acceptances;
import io.keyreel.workflow.NewNote;
import io.keyreel.workflow.Notes;
import io.keyreel.workflow.QueuedSpan;
import io.keyreel.workflow.SpanLeases;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What a reviewer does about a span. */
@Component
class SpanActions {
  private final Desk desk;
  private final Acceptances acceptances;
  private final Notes notes;
  private final SpanLeases leases;

  SpanActions(Desk desk, Acceptances acceptances, Notes notes, SpanLeases leases) {
    this.leases = leases;
    this.desk = desk;
    this.acceptances = acceptances;
    this.notes = notes;
  }

  void lease(UUID project, List<QueuedSpan> spans) {
    leases.take(project, spans, desk.me());
  }

  void accept(Queue.Item item) {
    QueuedSpan span = item.span();
    int frames =
        acceptances.accept(
            span.task().id(), span.track(), new FrameRange(span.from(), span.to()), desk.me());
    Notices.done(Formats.count(frames, "frame", "frames") + " accepted.");
  }

  void fix(Queue.Item item, int frame) {
    Routes.open(Routes.annotate(item.span().task().id(), frame, item.span().track()));
  }

  void note(Queue.Item item) {
    QueuedSpan span = item.span();
    new ReasonDialog(
            "Note on " + Formats.frames(span.from(), span.to()),
            "What should be looked at? The labeler reads it.",
            "Pin the note",
            text -> {
              notes.add(
                  span.task().id(),
                  new NewNote(span.from(), span.to(), span.track(), null, null, text),
                  desk.me());
              Notices.done("The note is pinned.");
            })
        .open();
  }
}
