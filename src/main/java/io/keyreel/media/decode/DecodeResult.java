package io.keyreel.media.decode;

import org.jspecify.annotations.Nullable;

/**
 * @param frames how many were decoded
 * @param warning a sentence, where the recording is damaged
 */
public record DecodeResult(int frames, @Nullable String warning) {}
