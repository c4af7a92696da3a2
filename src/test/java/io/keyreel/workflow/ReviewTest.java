package io.keyreel.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyreel.KeyreelTest;
import io.keyreel.access.User;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.UserError;
import io.keyreel.labels.Change;
import io.keyreel.labels.ChangeLog;
import io.keyreel.labels.Coverage;
import io.keyreel.labels.Labels;
import io.keyreel.labels.ProposalPiece;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@KeyreelTest
class ReviewTest {
  @Autowired private ApplicationContext context;
  @Autowired private Tasks tasks;
  @Autowired private Checklist checklist;
  @Autowired private Coverage coverage;
  @Autowired private Notes notes;
  @Autowired private Notifications notifications;
  @Autowired private ReviewQueue queue;
  @Autowired private Acceptances acceptances;
  @Autowired private Labels labels;
  @Autowired private ChangeLog log;

  private TestTasks world;

  @BeforeEach
  void prepare() {
    world = new TestTasks(context);
  }

  @Test
  void theChecklistNamesEverythingThatIsLeftToDo() {
    Task task = world.task(20);
    world.act(task, "claim", world.labeler);
    assertThat(kinds(task)).containsExactly("no-labels");

    UUID ball = world.track(task, world.labeler, "ball");
    world.draw(task, world.labeler, ball, 4);
    UUID dog = world.track(task, world.labeler, "dog");
    world.draw(task, world.labeler, dog, 0);
    world.propose(task, dog, new FrameRange(1, 15), 0.3f);
    notes.add(task.id(), new NewNote(3, 5, ball, 1.5, 2.5, "Is this one ball?"), world.reviewer);

    assertThat(kinds(task))
        .containsExactlyInAnyOrder(
            "attribute-missing", "one-frame-track", "open-note", "unseen-doubt");
    ChecklistItem missing = item(task, "attribute-missing");
    assertThat(missing.blocking()).isTrue();
    assertThat(missing.track()).isEqualTo(dog);
    assertThat(item(task, "one-frame-track").frame()).isEqualTo(4);
    assertThat(item(task, "unseen-doubt").frame()).isEqualTo(1);

    coverage.seen(task.labelSet(), world.labeler, List.of(new FrameRange(0, 20)));
    assertThat(kinds(task)).doesNotContain("unseen-doubt");
  }

  @Test
  void whatBlocksKeepsATaskFromBeingSubmitted() {
    Task task = world.task(20);
    world.act(task, "claim", world.labeler);
    UUID dog = world.track(task, world.labeler, "dog");
    world.draw(task, world.labeler, dog, 0);

    assertThatThrownBy(() -> world.act(task, "submit", world.labeler))
        .isInstanceOf(UserError.Invalid.class)
        .hasMessageContaining("Breed");
    assertThat(tasks.find(task.id(), world.labeler).state().heldBy(world.labeler.id())).isTrue();
  }

  @Test
  void theQueueShowsWhereALookPaysMost() {
    Task first = doubtful(0.7f, new FrameRange(0, 4));
    Task second = doubtful(0.2f, new FrameRange(0, 30));
    Task third = doubtful(0.5f, new FrameRange(0, 12));
    doubtful(0.95f, new FrameRange(0, 30));

    List<QueuedSpan> spans = queue.of(world.project.id(), 100, world.reviewer);
    assertThat(spans)
        .extracting(span -> span.task().id())
        .containsExactly(second.id(), third.id(), first.id());
    assertThat(spans)
        .extracting(QueuedSpan::gain)
        .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    assertThat(queue.of(world.project.id(), 100, world.reviewer)).isEqualTo(spans);
    assertThatThrownBy(() -> queue.of(world.project.id(), 100, world.labeler))
        .isInstanceOf(UserError.Forbidden.class);
    world.act(second, "claim", world.lead);
    assertThat(queue.of(world.project.id(), 100, world.reviewer))
        .extracting(span -> span.task().id())
        .containsExactly(third.id(), first.id());
  }

  @Test
  void acceptingASpanTakesTheTaskAndEndsTheDoubt() {
    Task task = doubtful(0.4f, new FrameRange(0, 12));
    QueuedSpan span = queue.of(world.project.id(), 10, world.reviewer).getFirst();
    FrameRange frames = new FrameRange(span.from(), span.to());

    int accepted = acceptances.accept(task.id(), span.track(), frames, world.reviewer);

    assertThat(accepted).isEqualTo(12);
    assertThat(tasks.find(task.id(), world.reviewer).state().heldBy(world.reviewer.id())).isTrue();
    assertThat(queue.of(world.project.id(), 10, world.reviewer)).isEmpty();
    assertThat(labels.state(task.labelSet(), task.frames()).proposals())
        .extracting(ProposalPiece::accepted)
        .containsExactly(true);
    assertThatThrownBy(() -> acceptances.accept(task.id(), span.track(), frames, world.reviewer))
        .isInstanceOf(UserError.Invalid.class);
  }

  @Test
  void labelersCannotAcceptInReview() {
    Task task = doubtful(0.4f, new FrameRange(0, 12));
    UUID track = queue.of(world.project.id(), 10, world.reviewer).getFirst().track();
    assertThatThrownBy(
            () -> acceptances.accept(task.id(), track, new FrameRange(0, 12), world.labeler))
        .isInstanceOf(UserError.Forbidden.class);
  }

  @Test
  void aNoteIsAThreadThatConcernedPeopleAndOpenAnnotatorsHearOf() {
    Task task = world.inReview(10);
    long before = log.seq(task.labelSet());
    Note note = notes.add(task.id(), new NewNote(2, 3, null, null, null, "Tail?"), world.reviewer);
    notes.reply(note.id(), "Mended", world.labeler);
    Note resolved = notes.resolve(note.id(), note.version(), world.reviewer);

    assertThat(log.after(task.labelSet(), before, 10))
        .extracting(Change::kind)
        .containsExactly("note", "note", "note");
    assertThat(kindsOf(world.labeler)).contains("note");
    assertThat(kindsOf(world.reviewer)).containsExactly("reply");
    assertThat(resolved.open()).isFalse();
    assertThat(resolved.replies()).extracting(Note.Reply::body).containsExactly("Mended");
    assertThatThrownBy(() -> notes.resolve(note.id(), note.version(), world.lead))
        .isInstanceOf(UserError.Conflict.class);
    assertThat(notes.reopen(note.id(), resolved.version(), world.lead).open()).isTrue();
  }

  @Test
  void aNoteMustLieInItsTaskAndSayTheTruthAboutItsTrack() {
    Task task = world.task(10);
    assertThatThrownBy(
            () -> notes.add(task.id(), new NewNote(5, 11, null, null, null, "?"), world.labeler))
        .isInstanceOf(UserError.Invalid.class);
    assertThatThrownBy(() ->
            notes.add(
                task.id(), new NewNote(5, 6, UUID.randomUUID(), null, null, "?"), world.labeler))
        .isInstanceOf(UserError.Invalid.class);
    assertThatThrownBy(
            () -> notes.add(task.id(), new NewNote(5, 6, null, 1.0, null, "?"), world.labeler))
        .isInstanceOf(UserError.Invalid.class);
    assertThatThrownBy(
            () -> notes.add(task.id(), new NewNote(5, 6, null, null, null, " "), world.labeler))
        .isInstanceOf(UserError.Invalid.class);
    assertThat(notes.of(task.id(), world.labeler)).isEmpty();
  }

  @Test
  void aNotificationIsReadByItsReaderAlone() {
    Task task = world.inReview(10);
    notes.add(task.id(), new NewNote(2, 3, null, null, null, "Tail?"), world.reviewer);
    UUID id = notifications.of(world.labeler).getFirst().id();
    assertThatThrownBy(() -> notifications.read(id, world.reviewer))
        .isInstanceOf(UserError.NotFound.class);
    assertThat(notifications.unread(world.labeler)).isEqualTo(1);
    notifications.read(id, world.labeler);
    assertThat(notifications.unread(world.labeler)).isZero();
  }

  /** A task in review with one track that a machine drew with this confidence. */
  private Task doubtful(float confidence, FrameRange frames) {
    Task task = world.task(40);
    world.act(task, "claim", world.labeler);
    UUID track = world.track(task, world.labeler, "ball");
    world.propose(task, track, frames, confidence);
    return world.act(task, "submit", world.labeler);
  }

  private List<String> kinds(Task task) {
    return checklist.of(task.id(), world.labeler).stream().map(ChecklistItem::kind).toList();
  }

  private ChecklistItem item(Task task, String kind) {
    return checklist.of(task.id(), world.labeler).stream()
        .filter(item -> item.kind().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  private List<String> kindsOf(User user) {
    return notifications.of(user).stream().map(Notification::kind).toList();
  }
}
