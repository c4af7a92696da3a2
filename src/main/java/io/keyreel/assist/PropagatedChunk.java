package io.keyreel.assist;

import io.keyreel.kernel.FrameRange;
import java.util.List;
import java.util.UUID;

/**
 * Results for neighbouring frames of one track; never for a keyframe of it.
 *
 * @param results one a frame, at most 128
 */
public record PropagatedChunk(UUID track, FrameRange frames, List<FrameResult> results) {
  public PropagatedChunk {
    results = List.copyOf(results);
    if (results.size() != frames.length()) {
      throw new IllegalArgumentException(
          results.size() + " results for " + frames.length() + " frames");
    }
  }
}
