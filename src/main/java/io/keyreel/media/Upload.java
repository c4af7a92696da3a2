package io.keyreel.media;

import java.util.UUID;

/**
 * A file on its way in.
 *
 * @param length of the whole file
 * @param received how much of it is stored durably, from the start
 */
public record Upload(
    UUID id, UUID video, UUID project, UUID user, long length, long received, boolean finished) {}
