package io.keyreel.access;

/**
 * How a task stands to the person who acts on it.
 *
 * @param phase the kind of stage the task is at
 * @param hold who holds the task
 */
public record Standing(Phase phase, Hold hold) {
  /** The kind of a task's stage. */
  public enum Phase {
    LABEL,
    REVIEW,
    APPROVED
  }

  /** Who holds a task, as the person who acts sees it. */
  public enum Hold {
    MINE,
    FREE,
    OTHERS
  }
}
