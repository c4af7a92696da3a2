package io.keyreel.workflow;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A transition asked for.
 *
 * @param version the version of the task it was decided upon
 * @param reason needed to return and to reopen
 * @param assignee needed to assign
 */
public record TransitionRequest(
    String action, long version, @Nullable String reason, @Nullable UUID assignee) {}
