package io.keyreel.jobs;

import io.keyreel.kernel.UserError;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** A topic whose payload says what the work does, noted down as it happens. */
@Component
public class TestWork implements JobHandler {
  public static final String TOPIC = "test.work";

  static final List<String> EVENTS = new CopyOnWriteArrayList<>();

  @Override
  public String topic() {
    return TOPIC;
  }

  @Override
  public void run(JobContext context) throws Exception {
    String what = context.job().payload();
    EVENTS.add("run " + context.job().id());
    if (what.contains("refuse")) {
      throw new UserError.Invalid("The clip has no frames; upload another.");
    }
    if (what.contains("break") && runsOf(context.job()) == 1) {
      throw new IllegalStateException("broken for the first time");
    }
    if (what.contains("until cancelled")) {
      while (true) {
        context.cancellation().check();
        context.progress().report(0.5, "Waiting");
        Thread.sleep(20);
      }
    }
    context.progress().report(0.25, "A quarter");
  }

  @Override
  public void failed(Job job, String reason) {
    EVENTS.add("failed " + job.id() + ": " + reason);
  }

  static long runsOf(Job job) {
    return EVENTS.stream().filter(("run " + job.id())::equals).count();
  }
}
