package io.keyreel.analytics;

import io.keyreel.labels.Slot;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change that a person made, as far as it is counted.
 *
 * @param day in UTC
 * @param stage the one the task was at
 * @param classId the one the track had
 * @param makes whether a keyframe is confirmed by it that was none or a draft before
 */
record Deed(
    long seq,
    String kind,
    UUID task,
    UUID person,
    LocalDate day,
    String stage,
    String classId,
    @Nullable UUID track,
    boolean makes,
    boolean confirms,
    @Nullable Slot slot,
    int frame,
    int from,
    int to,
    @Nullable UUID run,
    long generation) {

  boolean is(String name) {
    return kind.equals(name);
  }
}
