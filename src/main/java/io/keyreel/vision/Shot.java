package io.keyreel.vision;

import io.keyreel.kernel.FrameRange;

/** A run of frames between two transitions. */
public record Shot(FrameRange frames, Transition startsWith) {}
