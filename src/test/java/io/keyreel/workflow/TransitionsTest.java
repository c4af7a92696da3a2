package io.keyreel.workflow;

import static io.keyreel.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyreel.KeyreelTest;
import io.keyreel.access.Audit;
import io.keyreel.access.AuditEntry;
import io.keyreel.access.Role;
import io.keyreel.access.User;
import io.keyreel.jobs.JobQueue;
import io.keyreel.jobs.JobRequest;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.UserError;
import io.keyreel.labels.Change;
import io.keyreel.labels.ChangeLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@KeyreelTest
class TransitionsTest {
  @Autowired private ApplicationContext context;
  @Autowired private Tasks tasks;
  @Autowired private Transitions transitions;
  @Autowired private TaskPlans plans;
  @Autowired private TaskOpening opening;
  @Autowired private Notifications notifications;
  @Autowired private ChangeLog log;
  @Autowired private Audit audit;
  @Autowired private JdbcClient jdbc;
  @Autowired private JobQueue jobs;
  @Autowired private TransactionTemplate transactions;

  private TestTasks world;

  @BeforeEach
  void prepare() {
    world = new TestTasks(context);
  }

  @Test
  void eightPeopleWhoPullAtOnceNeverGetTheSameTask() throws Exception {
    for (int i = 0; i < 40; i++) {
      world.task(10);
    }
    List<User> labelers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      labelers.add(world.member(Role.LABELER));
    }
    List<Callable<List<UUID>>> pullers =
        labelers.stream().<Callable<List<UUID>>>map(user -> () -> pullAll(user)).toList();
    List<UUID> taken = Collections.synchronizedList(new ArrayList<>());
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<List<UUID>> pulled : threads.invokeAll(pullers)) {
        taken.addAll(pulled.get());
      }
    }
    assertThat(taken).hasSize(40);
    assertThat(new HashSet<>(taken)).hasSize(40);
  }

  @Test
  void refusesASecondSubmitWithWhereTheTaskStands() {
    Task task = world.task(10);
    world.act(task, "claim", world.labeler);
    long version = tasks.find(task.id(), world.labeler).version();
    TransitionRequest submit = new TransitionRequest("submit", version, null, null);
    Task submitted = transitions.perform(task.id(), submit, world.labeler);

    assertThatThrownBy(() -> transitions.perform(task.id(), submit, world.labeler))
        .isInstanceOfSatisfying(
            UserError.Conflict.class,
            conflict ->
                assertThat(conflict.current())
                    .isInstanceOfSatisfying(
                        TaskStatus.class,
                        status -> {
                          assertThat(status.stage().id()).isEqualTo("review");
                          assertThat(status.version()).isEqualTo(submitted.version());
                        }));
    assertThatThrownBy(() -> world.act(task, "submit", world.labeler))
        .isInstanceOf(UserError.Conflict.class);
  }

  @Test
  void twoWhoDecideAtOnceMoveItOnce() throws Exception {
    Task task = world.inReview(10);
    TransitionRequest approve = new TransitionRequest("approve", task.version(), null, null);
    int moved = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      Callable<Boolean> decide =
          () -> {
            try {
              transitions.perform(task.id(), approve, world.lead);
              return true;
            } catch (UserError.Conflict e) {
              return false;
            }
          };
      for (Future<Boolean> decided : threads.invokeAll(Collections.nCopies(4, decide))) {
        moved += decided.get() ? 1 : 0;
      }
    }
    assertThat(moved).isEqualTo(1);
    assertThat(transitionsOf(task)).isEqualTo(3);
  }

  @Test
  void aReturnedTaskComesBackToItsLabelerFirstWithANotice() {
    Task task = world.inReview(10);
    world.task(10);
    world.act(task, "claim", world.reviewer);
    Task returned = world.act(task, "return", world.reviewer);
    User other = world.member(Role.LABELER);

    assertThat(returned.round()).isEqualTo(2);
    assertThat(notifications.of(world.labeler))
        .singleElement()
        .satisfies(notice -> {
          assertThat(notice.kind()).isEqualTo("returned");
          assertThat(notice.body()).contains("Look again");
          assertThat(notice.task()).isEqualTo(task.id());
        });
    assertThat(transitions.next(world.project.id(), other))
        .hasValueSatisfying(next -> assertThat(next.id()).isNotEqualTo(task.id()));
    assertThat(transitions.next(world.project.id(), other)).isEmpty();
    assertThat(transitions.next(world.project.id(), world.labeler))
        .hasValueSatisfying(next -> assertThat(next.id()).isEqualTo(task.id()));
  }

  @Test
  void reviewersPullWhatOthersLabelled() {
    Task task = world.inReview(10);
    assertThat(transitions.next(world.project.id(), world.labeler)).isEmpty();
    Optional<Task> next = transitions.next(world.project.id(), world.reviewer);
    assertThat(next).hasValueSatisfying(taken -> assertThat(taken.id()).isEqualTo(task.id()));
    assertThat(next.orElseThrow().state().heldBy(world.reviewer.id())).isTrue();
  }

  @Test
  void everyTransitionIsOnRecordAndHeardOfByOpenAnnotators() {
    Task task = world.approved(10);

    assertThat(log.after(task.labelSet(), 0, 100))
        .extracting(Change::kind)
        .containsExactly("task", "task", "task", "task");
    assertThat(audit.ofProject(world.project.id(), Long.MAX_VALUE, 100, world.admin))
        .extracting(AuditEntry::action)
        .contains("task.claim", "task.submit", "task.approve");
    assertThat(transitionsOf(task)).isEqualTo(4);
  }

  @Test
  void approvalFreezesWhatReadingShows() {
    Task task = world.task(10);
    world.act(task, "claim", world.labeler);
    UUID track = world.track(task, world.labeler, "ball");
    UUID run = world.propose(task, track, new FrameRange(0, 10), 0.9f);
    world.act(task, "submit", world.labeler);
    assertThat(frozen(run)).isFalse();
    world.act(task, "approve", world.lead);
    assertThat(frozen(run)).isTrue();
  }

  @Test
  void assigningNeedsALeadAndSomebodyWhoMayHoldIt() {
    Task task = world.inReview(10);
    TransitionRequest toLabeler =
        new TransitionRequest("assign", task.version(), null, world.labeler.id());
    assertThatThrownBy(() -> transitions.perform(task.id(), toLabeler, world.reviewer))
        .isInstanceOf(UserError.Forbidden.class);
    assertThatThrownBy(() -> transitions.perform(task.id(), toLabeler, world.lead))
        .isInstanceOf(UserError.Invalid.class);
    TransitionRequest toReviewer =
        new TransitionRequest("assign", task.version(), null, world.reviewer.id());
    assertThat(transitions.perform(task.id(), toReviewer, world.lead).state().assignee())
        .contains(world.reviewer.id());
    assertThat(notifications.of(world.reviewer))
        .extracting(Notification::kind)
        .containsExactly("assigned");
  }

  @Test
  void whatALeadPutsFirstIsTakenFirst() {
    world.task(10);
    Task urgent = world.task(10);
    Instant due = Instant.parse("2030-01-02T03:04:05Z");
    Task planned = plans.update(urgent.id(), new TaskChange(1, 5, due, null, null), world.lead);

    assertThat(planned.priority()).isEqualTo(5);
    assertThat(planned.dueAt()).isEqualTo(due);
    assertThatThrownBy(
            () -> plans.update(urgent.id(), new TaskChange(1, 6, due, null, null), world.lead))
        .isInstanceOf(UserError.Conflict.class);
    assertThatThrownBy(
            () -> plans.update(urgent.id(), new TaskChange(2, 6, due, null, null), world.labeler))
        .isInstanceOf(UserError.Forbidden.class);
    assertThat(transitions.next(world.project.id(), world.labeler))
        .hasValueSatisfying(next -> assertThat(next.id()).isEqualTo(urgent.id()));
  }

  @Test
  void whoHoldsATaskGoesOnWithIt() {
    world.task(10);
    world.task(10);
    UUID first = transitions.now(world.project.id(), world.labeler).orElseThrow().id();
    assertThat(transitions.now(world.project.id(), world.labeler))
        .hasValueSatisfying(task -> assertThat(task.id()).isEqualTo(first));
    assertThat(transitions.next(world.project.id(), world.labeler))
        .hasValueSatisfying(task -> assertThat(task.id()).isNotEqualTo(first));
  }

  @Test
  void aVideoThatIsReadyTwiceHasOneTask() {
    Task task = world.task(25);
    opening.open(world.project.id(), task.video(), 25);
    assertThat(tasks.ofProject(world.project.id(), TaskQuery.ALL, world.labeler).total())
        .isEqualTo(1);
    assertThat(task.frames()).isEqualTo(new FrameRange(0, 25));
  }

  @Test
  void aVideoThatBecomesReadyGetsItsTask() {
    UUID video = world.video(30);
    UUID project = world.project.id();
    transactions.executeWithoutResult(status ->
        jobs.submit(new JobRequest("video.ready", video, project, "Prepare", null, "{}", null)));

    TaskQuery ofVideo = new TaskQuery(null, null, null, video, 0, 10);
    assertThat(eventually(() -> tasks.ofProject(project, ofVideo), found -> !found.isEmpty()))
        .singleElement()
        .satisfies(task -> {
          assertThat(task.frames()).isEqualTo(new FrameRange(0, 30));
          assertThat(task.state()).isInstanceOf(TaskState.Open.class);
        });
  }

  @Test
  void tasksOfOtherProjectsDoNotExist() {
    Task task = world.task(10);
    User stranger = world.people.user("stranger");
    assertThatThrownBy(() -> tasks.find(task.id(), stranger))
        .isInstanceOf(UserError.NotFound.class);
    assertThatThrownBy(() ->
            transitions.perform(task.id(), new TransitionRequest("claim", 1, null, null), stranger))
        .isInstanceOf(UserError.NotFound.class);
    assertThatThrownBy(() -> transitions.next(world.project.id(), stranger))
        .isInstanceOf(UserError.NotFound.class);
  }

  private List<UUID> pullAll(User user) {
    List<UUID> taken = new ArrayList<>();
    for (Optional<Task> next = transitions.next(world.project.id(), user);
        next.isPresent();
        next = transitions.next(world.project.id(), user)) {
      taken.add(next.get().id());
    }
    return taken;
  }

  private long transitionsOf(Task task) {
    return jdbc.sql("select count(*) from transitions where task_id = ?")
        .param(task.id())
        .query(Long.class)
        .single();
  }

  private boolean frozen(UUID run) {
    return jdbc.sql("select bool_and(frozen) from proposals where run_id = ?")
        .param(run)
        .query(Boolean.class)
        .single();
  }
}
