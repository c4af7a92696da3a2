package io.keyreel.assist;

/** Where a run stands. */
public enum RunState {
  QUEUED,
  RUNNING,
  DONE,
  FAILED,
  CANCELLED;

  public boolean isOver() {
    return this != QUEUED && this != RUNNING;
  }
}
