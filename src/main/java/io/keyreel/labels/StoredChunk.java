package io.keyreel.labels;

import io.keyreel.kernel.FrameRange;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A chunk as it lies in the table; its shapes only when they were asked for. */
@SuppressWarnings("ArrayRecordComponent")
record StoredChunk(
    UUID run,
    UUID track,
    Slot slot,
    FrameRange frames,
    long generation,
    String engine,
    byte @Nullable [] shapes,
    float[] confidence,
    int[] visibility,
    int mendable,
    boolean frozen) {}
