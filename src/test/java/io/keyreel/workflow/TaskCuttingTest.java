package io.keyreel.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyreel.KeyreelTest;
import io.keyreel.access.Role;
import io.keyreel.access.User;
import io.keyreel.geometry.BoxShape;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.Ids;
import io.keyreel.kernel.UserError;
import io.keyreel.labels.Op;
import io.keyreel.labels.Outcome;
import io.keyreel.labels.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@KeyreelTest
class TaskCuttingTest {
  private static final Cut HALVES = new Cut(Cut.By.LENGTH, 60, 20, null);

  @Autowired private ApplicationContext context;
  @Autowired private TaskCutting cutting;
  @Autowired private TaskBulk bulk;
  @Autowired private Tasks tasks;
  @Autowired private Transitions transitions;
  @Autowired private Skills skills;

  private TestTasks world;

  @BeforeEach
  void prepare() {
    world = new TestTasks(context);
  }

  @Test
  void previewSaysWhatMakingThenDoes() {
    Task whole = world.task(100);
    CutPreview would = cutting.preview(world.project.id(), request(HALVES), world.lead);
    assertThat(would.tasks()).isEqualTo(2);
    assertThat(would.replaced()).isEqualTo(1);
    assertThat(all()).hasSize(1);

    assertThat(cutting.make(world.project.id(), request(HALVES), world.lead)).isEqualTo(would);
    assertThat(all())
        .extracting(Task::frames)
        .containsExactly(new FrameRange(0, 60), new FrameRange(40, 100));
    assertThat(all().getFirst().number()).isEqualTo(whole.number());
    assertThat(all()).allMatch(task -> task.labelSet().equals(whole.labelSet()));
    assertThat(all()).allMatch(task -> task.plan().tags().equals(List.of("night")));

    cutting.make(world.project.id(), request(Cut.WHOLE), world.lead);
    assertThat(all()).extracting(Task::frames).containsExactly(new FrameRange(0, 100));
  }

  @Test
  void leavesWorkAloneThatSomebodyHasBegun() {
    Task begun = world.task(100);
    world.act(begun, "claim", world.labeler);
    world.task(80);

    CutPreview made = cutting.make(world.project.id(), request(HALVES), world.lead);

    assertThat(made.skipped()).isEqualTo(1);
    assertThat(made.videos())
        .filteredOn(cut -> cut.video().equals(begun.video()))
        .first()
        .satisfies(cut -> assertThat(cut.skipped()).contains("has been begun"));
    assertThat(tasks.find(begun.id(), world.lead).frames()).isEqualTo(new FrameRange(0, 100));
    assertThatThrownBy(() -> cutting.make(world.project.id(), request(HALVES), world.labeler))
        .isInstanceOf(UserError.Forbidden.class);
  }

  @Test
  void aTrackIsOneOverNeighboursAndApprovedFramesStayAsTheyAre() {
    world.task(100);
    cutting.make(world.project.id(), request(HALVES), world.lead);
    Task left = all().getFirst();
    Task right = all().getLast();
    world.act(left, "claim", world.labeler);
    UUID track = world.track(left, world.labeler, "ball");
    assertThat(world.draw(left, world.labeler, track, 50).status())
        .isEqualTo(Outcome.Status.APPLIED);
    UUID crossing = world.track(left, world.labeler, "ball");
    assertThat(world.apply(left, world.labeler, box(crossing, 30)).status())
        .isEqualTo(Outcome.Status.APPLIED);
    User other = world.member(Role.LABELER);
    world.act(right, "claim", other);
    assertThat(world.draw(right, other, track, 55).status()).isEqualTo(Outcome.Status.APPLIED);
    assertThat(world.draw(right, other, track, 30).message()).contains("stay within them");
    world.act(left, "submit", world.labeler);
    world.act(left, "claim", world.reviewer);
    world.act(left, "approve", world.reviewer);

    String says = "which task %d has approved".formatted(left.number());
    assertThat(world.draw(right, other, track, 58).message()).contains(says);
    assertThat(world.draw(right, other, track, 61).status()).isEqualTo(Outcome.Status.APPLIED);
    assertThat(world.apply(right, other, recolor(track)).message()).contains(says);
    assertThat(world.apply(right, other, new Op.TrackDelete(Ids.next(), 1, null, track)).message())
        .contains(says);
    assertThat(world.apply(right, other, absent(track, 50)).message()).contains(says);
    assertThat(world.apply(right, other, absent(track, 70)).status())
        .isEqualTo(Outcome.Status.APPLIED);
    assertThat(world.apply(right, other, box(crossing, 80)).message()).contains(says);
    UUID own = world.track(right, other, "ball");
    assertThat(world.draw(right, other, own, 90).status()).isEqualTo(Outcome.Status.APPLIED);
    assertThat(world.apply(right, other, recolor(own)).status()).isEqualTo(Outcome.Status.APPLIED);
    world.act(left, "reopen", world.lead);
    assertThat(world.draw(right, other, track, 57).status()).isEqualTo(Outcome.Status.APPLIED);
  }

  @Test
  void changesManyAtOnceAndSaysWhichStay() {
    Task first = world.task(10);
    Task second = world.task(10);
    Task done = world.approved(10);
    BulkChange assign =
        new BulkChange(
            List.of(first.id(), second.id(), done.id()),
            world.labeler.id(),
            false,
            5,
            null,
            false,
            List.of("Rain"),
            null,
            null);

    BulkChange.Outcome outcome = bulk.apply(world.project.id(), assign, world.lead);

    assertThat(outcome.changed()).isEqualTo(2);
    assertThat(outcome.refused()).extracting(BulkChange.Refused::task).containsExactly(done.id());
    assertThat(tasks.find(done.id(), world.lead).priority()).isZero();
    assertThat(tasks.find(first.id(), world.lead).state().heldBy(world.labeler.id())).isTrue();
    TaskQuery tagged =
        new TaskQuery(null, null, null, null, null, "rain", null, TaskQuery.Order.PRIORITY, 0, 9);
    assertThat(tasks.ofProject(world.project.id(), tagged, world.lead).total()).isEqualTo(2);
  }

  @Test
  void handsTasksThatNeedASkillOnlyToThoseWhoHaveIt() {
    Task task = world.task(10);
    bulk.apply(
        world.project.id(),
        new BulkChange(List.of(task.id()), null, false, null, null, false, null, null, "Surgery"),
        world.lead);
    assertThat(transitions.next(world.project.id(), world.labeler)).isEmpty();
    assertThatThrownBy(() -> world.act(task, "claim", world.labeler))
        .isInstanceOf(UserError.Forbidden.class)
        .hasMessageContaining("surgery");

    skills.save(world.project.id(), world.labeler.id(), List.of("surgery"), world.lead);

    assertThat(transitions.next(world.project.id(), world.labeler)).isPresent();
  }

  @Test
  void eightPeopleWhoPullAtOnceNeverGetTheSameTask() throws Exception {
    world.task(400);
    cutting.make(world.project.id(), request(new Cut(Cut.By.LENGTH, 4, 0, null)), world.lead);
    int there = all().size();
    ConcurrentLinkedQueue<UUID> taken = new ConcurrentLinkedQueue<>();
    List<User> crowd = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      crowd.add(world.member(Role.LABELER));
    }
    try (ExecutorService people = Executors.newFixedThreadPool(8)) {
      List<Future<?>> pulls =
          crowd.stream().<Future<?>>map(user -> people.submit(() -> pull(user, taken))).toList();
      for (Future<?> pull : pulls) {
        pull.get();
      }
    }
    assertThat(taken).hasSize(there).doesNotHaveDuplicates();
    assertThat(Set.copyOf(taken)).hasSize(there);
  }

  private void pull(User user, ConcurrentLinkedQueue<UUID> taken) {
    while (true) {
      var task = transitions.next(world.project.id(), user);
      if (task.isEmpty()) {
        return;
      }
      taken.add(task.get().id());
    }
  }

  private static CutRequest request(Cut cut) {
    return new CutRequest(null, cut, 0, null, List.of("night"), null);
  }

  private List<Task> all() {
    return tasks.ofProject(world.project.id(), TaskQuery.ALL, world.lead).items().stream()
        .sorted((a, b) -> Integer.compare(a.frames().from(), b.frames().from()))
        .toList();
  }

  private static Op box(UUID track, int frame) {
    return TestTasks.keyframe(track, frame, new BoxShape(4, 4, 10, 10, 0));
  }

  private Op recolor(UUID track) {
    return new Op.TrackUpdate(Ids.next(), 1, null, track, Map.of("name", "Another"));
  }

  private static Op absent(UUID track, int frame) {
    return new Op.StatePut(
        Ids.next(), 0, null, track, frame, Visibility.ABSENT, null, null, Map.of());
  }
}
