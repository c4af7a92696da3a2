package io.keyreel.media.storage;

/** What lies under a key. */
public record StoredObject(String key, long size, String etag, String type) {}
