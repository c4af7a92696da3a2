package io.keyreel.media;

import io.keyreel.kernel.FrameRange;
import io.keyreel.vision.Transition;

/** A run of frames between two transitions. */
public record Shot(FrameRange frames, Transition startsWith) {}
