package io.keyreel.media.storage;

import java.time.Instant;

/** An object and when it was written. */
public record StoredAge(String key, Instant written) {}
