package io.keyreel.kernel;

import org.jspecify.annotations.Nullable;

/**
 * A refusal that a person reads: one sentence that says what, where, and what to do. Nothing was
 * changed.
 */
public abstract sealed class UserError extends RuntimeException {
  private UserError(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** The input cannot be accepted as it is. HTTP 422. */
  public static final class Invalid extends UserError {
    public Invalid(String message) {
      super(message, null);
    }

    public Invalid(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** There is no such thing, or it is not this person's to see. HTTP 404. */
  public static final class NotFound extends UserError {
    public NotFound(String message) {
      super(message, null);
    }
  }

  /** It may be seen, but not done by this person in this state. HTTP 403. */
  public static final class Forbidden extends UserError {
    public Forbidden(String message) {
      super(message, null);
    }
  }

  /**
   * Somebody was faster: the base version is old. HTTP 409; {@link #current()} is the state to show
   * beside it.
   */
  public static final class Conflict extends UserError {
    private final transient @Nullable Object current;

    public Conflict(String message, @Nullable Object current) {
      super(message, null);
      this.current = current;
    }

    public @Nullable Object current() {
      return current;
    }
  }

  /** A resource of the machine is short (disk, a busy port, a store that is away). HTTP 503. */
  public static final class Unavailable extends UserError {
    public Unavailable(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}
