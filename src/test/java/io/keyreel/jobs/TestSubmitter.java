package io.keyreel.jobs;

import io.keyreel.kernel.Ids;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Submits jobs when the process that it lives in was started to do so. */
@Component
@ConditionalOnProperty("KEYREEL_TEST_JOBS")
class TestSubmitter implements ApplicationRunner {
  private final JobQueue queue;
  private final TransactionTemplate transactions;
  private final JdbcClient jdbc;
  private final int jobs;

  TestSubmitter(
      JobQueue queue,
      TransactionTemplate transactions,
      JdbcClient jdbc,
      @Value("${KEYREEL_TEST_JOBS}") int jobs) {
    this.queue = queue;
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.jobs = jobs;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    jdbc.sql("create table test_let_go (at timestamptz)").update();
    jdbc.sql("create table test_tally (job uuid, process bigint, what text)").update();
    submit("{\"pace\":\"slow\"}");
    for (int i = 0; i < jobs; i++) {
      submit("{}");
    }
  }

  private void submit(String payload) {
    transactions.executeWithoutResult(status ->
        queue.submit(
            new JobRequest(TestTally.TOPIC, Ids.next(), null, "Tally", null, payload, null)));
  }
}
