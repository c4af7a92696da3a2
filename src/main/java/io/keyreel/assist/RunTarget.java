package io.keyreel.assist;

import io.keyreel.kernel.FrameRange;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a run may write.
 *
 * @param task the task it is started from, if any
 * @param frames the frames of that task
 */
public record RunTarget(UUID labelSet, @Nullable UUID task, FrameRange frames) {}
