package io.keyreel.jobs;

/**
 * Does the jobs of one topic, on workers. A job whose worker died is run again from its start, so a
 * handler does no harm where it finds its work partly done.
 */
public interface JobHandler {
  String topic();

  /**
   * Does the work. A {@code UserError} fails the job with its sentence, a {@code
   * CancellationException} cancels it, anything else is tried again three times.
   */
  void run(JobContext context) throws Exception;

  /** Called before a job is marked as failed; may be called more than once. */
  default void failed(Job job, String reason) {}
}
