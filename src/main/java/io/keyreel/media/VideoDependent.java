package io.keyreel.media;

import java.util.UUID;

/**
 * A room that keeps something about videos. Rows that refer to a video go with it by themselves.
 */
public interface VideoDependent {
  /** What this room would lose. */
  default VideoUse use(UUID video) {
    return VideoUse.NONE;
  }

  /** In the transaction that deletes the video, just before: stops work, tells those who watch. */
  default void leave(UUID video) {}
}
