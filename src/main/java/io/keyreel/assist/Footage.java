package io.keyreel.assist;

import io.keyreel.vision.FrameSource;
import java.util.List;
import java.util.UUID;

/** What runs need of a video. */
interface Footage {
  FrameSource frames(UUID video);

  /** The first frames of its shots. */
  List<Integer> shotStarts(UUID video);
}
