package io.keyreel.assist;

import io.keyreel.geometry.Mask;
import io.keyreel.vision.FrameSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An engine that finds the object that people show it on a frame. The same prompts on the same
 * frame give the same masks on any machine and any number of threads.
 */
public interface Segmenter {
  /** The name projects choose it by. */
  String name();

  /** Looks at a frame once, for all prompts that follow. May look at its neighbours, too. */
  OpenedFrame open(FrameSource frames, int frame);

  /** What the engine knows of one frame. May be asked by several threads. */
  interface OpenedFrame {
    /**
     * @param prompts in the order they were given, at least one; the pixels of later ones win
     * @param prior what the object may look like, such as the mask of a neighbouring frame
     * @return masks that may be meant, the best first, never none
     */
    List<Segmentation> segment(List<Prompt> prompts, @Nullable Mask prior);
  }
}
