package io.keyreel.jobs;

/** Where a job stands. */
public enum JobState {
  QUEUED,
  RUNNING,
  DONE,
  FAILED,
  CANCELLED
}
