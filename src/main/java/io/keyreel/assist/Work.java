package io.keyreel.assist;

import io.keyreel.kernel.FrameRange;

/**
 * What is left to do of a span.
 *
 * @param todo the frames that are not written yet: chunks of a track come in order of frames
 */
record Work(RunSpan span, FrameRange todo) {}
