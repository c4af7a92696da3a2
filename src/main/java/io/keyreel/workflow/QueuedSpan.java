package io.keyreel.workflow;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place in a task under review where a look pays.
 *
 * @param to one past the last frame
 * @param mendable frames that a correction here would likely mend
 * @param gain expected frames mended a second of looking; the queue's order
 */
public record QueuedSpan(
    TaskRef task,
    UUID track,
    String trackName,
    @Nullable String classId,
    int from,
    int to,
    double minConfidence,
    double meanConfidence,
    int mendable,
    double gain) {

  /** A task, as lists name it. */
  public record TaskRef(UUID id, long number, UUID video, String state, long version) {}
}
