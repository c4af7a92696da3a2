package io.keyreel.analytics;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A moment at which a person did something at a task.
 *
 * @param id made by the client; sent again it changes nothing
 * @param ago milliseconds before it is sent: clients' clocks may be wrong, their differences are
 *     not
 * @param frame where, if it is known
 */
public record Moment(UUID id, long ago, @Nullable Integer frame) {}
