package io.keyreel.assist;

import io.keyreel.kernel.FrameRange;
import io.keyreel.labels.Span;

/**
 * Frames that a run fills.
 *
 * @param gap the gap between keyframes they lie in
 * @param fence under which the run may write there
 */
record RunSpan(Span gap, FrameRange frames, long fence) {}
