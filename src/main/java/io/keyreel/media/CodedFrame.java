package io.keyreel.media;

import io.keyreel.vision.Image;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of a frame.
 *
 * @param full JPEG
 * @param preview JPEG
 * @param gray what looks for shots sees
 * @param tile of the storyboard, where it may get one
 */
@SuppressWarnings("ArrayRecordComponent")
record CodedFrame(
    int number,
    long pts,
    long duration,
    byte[] hash,
    byte[] full,
    byte[] preview,
    Image gray,
    @Nullable Image tile) {}
