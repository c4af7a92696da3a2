package io.keyreel.assist.flow;

import io.keyreel.geometry.PixelBox;
import io.keyreel.vision.FrameSource;
import io.keyreel.vision.OpticalFlow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Sends the masks through a window roughly and quickly, to see where in the frame the work will be;
 * the engine then works on that part alone.
 */
final class Scout {
  private static final int LINES = 160;
  private static final FlowSettings ROUGH =
      new FlowSettings(
          OpticalFlow.Preset.ULTRAFAST,
          OpticalFlow.Preset.ULTRAFAST,
          OpticalFlow.Preset.ULTRAFAST,
          4,
          12);

  private Scout() {}

  /** The part of the frame that holds the objects of a window with room around them. */
  static View view(FrameSource frames, List<Lead> leads, Window window, Workers workers) {
    int width = frames.width();
    int height = frames.height();
    View coarse = View.lines(width, height, LINES);
    PixelBox box = PixelBox.EMPTY;
    try (Scene scene = new Scene(frames, coarse, ROUGH, window.around())) {
      for (Stretch stretch : Stretch.into(leads, window)) {
        for (PixelBox seen : boxes(scene, stretch, workers)) {
          box = box.union(seen);
        }
      }
    }
    return View.around(width, height, full(box, coarse));
  }

  private static List<PixelBox> boxes(Scene scene, Stretch stretch, Workers workers) {
    Map<Integer, PixelBox> seen =
        new Walk(scene, stretch)
            .look(
                (frame, link, masks) -> {
                  PixelBox box = PixelBox.EMPTY;
                  for (Map.Entry<UUID, SoftMask> mask : masks.entrySet()) {
                    box = box.union(mask.getValue().box()).union(mask.getValue().fetch(link).box());
                  }
                  return box;
                },
                workers);
    return new ArrayList<>(seen.values());
  }

  private static PixelBox full(PixelBox box, View coarse) {
    double x = (double) coarse.frameWidth() / coarse.width();
    double y = (double) coarse.frameHeight() / coarse.height();
    int left = (int) Math.floor(box.x() * x);
    int top = (int) Math.floor(box.y() * y);
    return new PixelBox(
        left,
        top,
        (int) Math.ceil(box.right() * x) - left,
        (int) Math.ceil(box.bottom() * y) - top);
  }
}
