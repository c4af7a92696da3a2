package io.keyreel.jobs;

import static io.keyreel.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyreel.KeyreelTest;
import io.keyreel.kernel.Ids;
import io.keyreel.kernel.UserError;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@KeyreelTest
class JobQueueTest {
  @Autowired private JobQueue queue;
  @Autowired private Broadcast broadcast;
  @Autowired private TransactionTemplate transactions;

  private final UUID project = Ids.next();

  @Test
  void runsWhatWasCommittedAndTellsWatchers() {
    List<String> heard = new CopyOnWriteArrayList<>();
    try (Subscription watching = broadcast.subscribe("project:" + project, heard::add)) {
      UUID id = submit("{}", null);

      Job done = awaitEnd(id);

      assertThat(done.state()).isEqualTo(JobState.DONE);
      assertThat(done.progress()).isEqualTo(1);
      assertThat(done.startedAt()).isNotNull();
      assertThat(eventually(() -> heard.stream().anyMatch(news -> news.contains("\"DONE\""))))
          .isTrue();
      assertThat(heard.getFirst()).contains("\"type\":\"job\"", "\"QUEUED\"");
      assertThat(heard).anyMatch(news -> news.contains("A quarter"));
    }
  }

  @Test
  void refusesWorkOutsideATransaction() {
    assertThatThrownBy(() -> queue.submit(request("{}", null)))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void forgetsWhatWasRolledBack() {
    UUID rolledBack =
        transactions.execute(status -> {
          status.setRollbackOnly();
          return queue.submit(request("{}", null));
        });

    assertThatThrownBy(() -> queue.find(rolledBack)).isInstanceOf(UserError.NotFound.class);
    assertThat(TestWork.EVENTS).doesNotContain("run " + rolledBack);
  }

  @Test
  void joinsAWaitingJobOfTheSameKeyButNotAStartedOne() {
    String key = UUID.randomUUID().toString();
    List<UUID> together =
        transactions.execute(
            status -> List.of(queue.submit(request("{}", key)), queue.submit(request("{}", key))));

    assertThat(together.get(0)).isEqualTo(together.get(1));
    awaitEnd(together.getFirst());
    assertThat(submit("{}", key)).isNotEqualTo(together.getFirst());
  }

  @Test
  void failsWithTheSentenceOfARefusal() {
    Job failed = awaitEnd(submit("{\"do\":\"refuse\"}", null));

    assertThat(failed.state()).isEqualTo(JobState.FAILED);
    assertThat(failed.error()).isEqualTo("The clip has no frames; upload another.");
    assertThat(TestWork.EVENTS).contains("failed " + failed.id() + ": " + failed.error());
    assertThat(TestWork.runsOf(failed)).isEqualTo(1);
  }

  @Test
  void triesAgainAfterAnUnexpectedError() {
    Job done = awaitEnd(submit("{\"do\":\"break\"}", null));

    assertThat(done.state()).isEqualTo(JobState.DONE);
    assertThat(TestWork.runsOf(done)).isEqualTo(2);
  }

  @Test
  void stopsARunningJobThatIsCancelled() {
    UUID id = submit("{\"do\":\"until cancelled\"}", null);
    assertThat(eventually(() -> queue.find(id).progress() > 0)).isTrue();
    assertThat(queue.active(Set.of(project))).extracting(Job::id).contains(id);

    queue.cancel(id);

    assertThat(awaitEnd(id).state()).isEqualTo(JobState.CANCELLED);
    assertThat(queue.active(Set.of(project))).isEmpty();
  }

  @Test
  void listsTheNewestJobsOfAProjectFirst() {
    UUID first = submit("{}", null);
    UUID second = submit("{}", null);

    assertThat(queue.ofProject(project, 10)).extracting(Job::id).containsExactly(second, first);
  }

  private UUID submit(String payload, @Nullable String key) {
    return transactions.execute(status -> queue.submit(request(payload, key)));
  }

  private JobRequest request(String payload, @Nullable String key) {
    return new JobRequest(TestWork.TOPIC, Ids.next(), project, "Test work", null, payload, key);
  }

  private Job awaitEnd(UUID id) {
    return eventually(() -> queue.find(id), job -> job.finishedAt() != null);
  }
}
