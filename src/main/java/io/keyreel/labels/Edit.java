package io.keyreel.labels;

import org.jspecify.annotations.Nullable;

/**
 * What an operation did, before it is put on record.
 *
 * @param before what stood; null when nothing did
 * @param after what stands, or would stand had nobody been faster; null for a deletion
 * @param conflict why it was not applied; null when it was
 */
record Edit(
    String subject,
    @Nullable Object before,
    @Nullable Object after,
    long version,
    @Nullable Integer number,
    @Nullable String conflict) {

  static Edit applied(
      String subject, @Nullable Object before, @Nullable Object after, long version) {
    return new Edit(subject, before, after, version, null, null);
  }

  static Edit created(String subject, Track track) {
    return new Edit(subject, null, track, track.version(), track.number(), null);
  }

  /** Nothing was changed; {@code losing} is kept in the change log. */
  static Edit conflict(
      String subject, @Nullable Object current, @Nullable Object losing, String what) {
    String message =
        current == null
            ? what + " was deleted by somebody else meanwhile; your version is kept in its history."
            : what
                + " was changed by somebody else meanwhile; your version is kept in its history.";
    return new Edit(subject, current, losing, 0, null, message);
  }
}
