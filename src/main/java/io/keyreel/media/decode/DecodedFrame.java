package io.keyreel.media.decode;

import io.keyreel.vision.Image;

/**
 * One frame of the sequential decode.
 *
 * @param number from 0, in presentation order
 * @param pts in the video's time base
 * @param duration in the video's time base; 0 where the file does not say
 * @param sha256 of the decoded planes in their native format
 * @param full BGR, source size
 * @param preview BGR, at most 480 lines; {@code full} itself where that is no larger
 */
@SuppressWarnings("ArrayRecordComponent")
public record DecodedFrame(
    int number, long pts, long duration, byte[] sha256, Image full, Image preview) {}
