package io.keyreel.media.storage;

/**
 * A part of an object that is being put together.
 *
 * @param number from 1
 */
public record StoredPart(int number, String etag, long size) {}
