package io.keyreel.workflow;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to look at before a task goes on.
 *
 * @param kind attribute-missing, one-frame-track, open-note, unseen-doubt or no-labels
 * @param blocking whether the task cannot be submitted with it
 * @param frame where to look, if anywhere
 * @param to one past the last frame, where it is about several
 */
public record ChecklistItem(
    String kind,
    String message,
    boolean blocking,
    @Nullable Integer frame,
    @Nullable Integer to,
    @Nullable UUID track,
    @Nullable UUID note) {}
