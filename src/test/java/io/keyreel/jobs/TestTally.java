package io.keyreel.jobs;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A topic that notes which process ran it, and that goes on until it is told that it may end. */
@Component
class TestTally implements JobHandler {
  static final String TOPIC = "test.tally";

  private final JdbcClient jdbc;

  TestTally(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String topic() {
    return TOPIC;
  }

  @Override
  public void run(JobContext context) throws Exception {
    note(context.job(), "started");
    while (context.job().payload().contains("slow") && !mayEnd()) {
      context.cancellation().check();
      context.progress().report(0.5, "Waiting to be let go");
      Thread.sleep(100);
    }
    note(context.job(), "ended");
  }

  private boolean mayEnd() {
    return jdbc.sql("select count(*) from test_let_go").query(Integer.class).single() > 0;
  }

  private void note(Job job, String what) {
    jdbc.sql("insert into test_tally (job, process, what) values (:job, :process, :what)")
        .param("job", job.id())
        .param("process", ProcessHandle.current().pid())
        .param("what", what)
        .update();
  }
}
