package io.keyreel.media;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One recording. What is known by decoding only (size, frames, format) is 0 or empty until it is
 * ready.
 *
 * @param width of the frames as people see them, rotation applied
 * @param frameCount counted by decoding
 * @param durationMicros from the first frame's begin to the last one's end
 * @param sizeBytes of the original file
 * @param pixelFormat FFmpeg's name of the decoded format
 * @param rotation degrees clockwise that the frames were turned by
 * @param warning a sentence, where the recording is damaged yet usable
 * @param reason a sentence, where it is rejected
 */
public record Video(
    UUID id,
    UUID projectId,
    String name,
    VideoState state,
    int width,
    int height,
    int frameCount,
    TimeBase timeBase,
    long durationMicros,
    long sizeBytes,
    String container,
    String codec,
    String pixelFormat,
    int rotation,
    boolean hasAudio,
    @Nullable String warning,
    @Nullable String reason,
    Instant createdAt) {}
