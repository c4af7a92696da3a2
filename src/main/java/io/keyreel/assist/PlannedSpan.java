package io.keyreel.assist;

import io.keyreel.kernel.FrameRange;
import io.keyreel.labels.Span;

/** Frames to fill, with the gap between keyframes they lie in. */
record PlannedSpan(Span gap, FrameRange frames) {}
