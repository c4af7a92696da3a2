package io.keyreel.media.storage;

import java.time.Instant;

/** An object that was begun in parts and is not complete. */
public record OpenParts(String key, String collection, Instant begun) {}
