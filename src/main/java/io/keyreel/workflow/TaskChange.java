package io.keyreel.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a lead plans for a task.
 *
 * @param version the version it was read at
 * @param priority larger comes first; as before when absent
 * @param dueAt when it should be done; no date when absent
 */
public record TaskChange(long version, @Nullable Integer priority, @Nullable Instant dueAt) {}
