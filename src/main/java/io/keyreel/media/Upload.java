package io.keyreel.media;

import java.time.Instant;
import java.util.UUID;

/**
 * A file on its way in.
 *
 * @param length of the whole file
 * @param received how much of it is stored durably, from the start
 * @param activeAt when bytes last came
 */
public record Upload(
    UUID id,
    UUID video,
    UUID project,
    UUID user,
    long length,
    long received,
    boolean finished,
    Instant activeAt) {
  Upload with(long nowReceived, Instant now) {
    return new Upload(id, video, project, user, length, nowReceived, false, now);
  }
}
