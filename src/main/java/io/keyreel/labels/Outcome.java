package io.keyreel.labels;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of an operation.
 *
 * @param seq its place in the change log
 * @param version the version its subject has now
 * @param number the number a new track was given
 * @param message why not, for people
 * @param current what stands instead, when somebody was faster; null when it is gone
 */
public record Outcome(
    UUID op,
    Status status,
    @Nullable Long seq,
    @Nullable Long version,
    @Nullable Integer number,
    @Nullable String message,
    @Nullable Object current) {
  public enum Status {
    @JsonProperty("applied")
    APPLIED,
    @JsonProperty("replayed")
    REPLAYED,
    @JsonProperty("conflict")
    CONFLICT,
    @JsonProperty("refused")
    REFUSED,
    /** It came too late for its task and is kept apart; see {@link LateEdit}. */
    @JsonProperty("branched")
    BRANCHED
  }

  static Outcome refused(UUID op, String message) {
    return new Outcome(op, Status.REFUSED, null, null, null, message, null);
  }

  /** Whoever goes on editing bases what follows on the version below zero given here. */
  static Outcome branched(UUID op, long n, String message) {
    return new Outcome(op, Status.BRANCHED, null, -n, null, message, null);
  }

  /** The same, told again. A conflict stays one. */
  Outcome again() {
    return status == Status.APPLIED
        ? new Outcome(op, Status.REPLAYED, seq, version, number, message, current)
        : this;
  }
}
