package io.keyreel.synth;

import io.keyreel.vision.FrameSource;
import io.keyreel.vision.LabelImage;
import java.util.List;

/** A clip that was made, with exact truth. */
public interface GeneratedClip extends FrameSource {
  /** Names by object id: the first is object 1. */
  List<String> objectNames();

  /** Which object owns each pixel. */
  LabelImage labels(int number);
}
