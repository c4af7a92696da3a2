package io.keyreel.media;

import org.jspecify.annotations.Nullable;

/**
 * Which videos of a project to list, newest first.
 *
 * @param text part of the name, or null
 * @param state or null for all
 */
public record VideoQuery(@Nullable String text, @Nullable VideoState state, int offset, int limit) {
  private static final int MOST = 500;

  public VideoQuery {
    offset = Math.max(0, offset);
    limit = Math.clamp(limit, 1, MOST);
  }

  /** All videos, as many as one page takes. */
  public static VideoQuery all() {
    return new VideoQuery(null, null, 0, MOST);
  }
}
