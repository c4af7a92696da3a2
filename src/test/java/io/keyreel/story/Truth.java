package io.keyreel.story;

import io.keyreel.geometry.Mask;
import io.keyreel.geometry.MaskShape;
import io.keyreel.geometry.Masks;
import io.keyreel.labels.Labels;
import io.keyreel.labels.Resolved;
import io.keyreel.labels.Slot;
import io.keyreel.workflow.Task;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The pixels of a task, as the server has them and as a screen has them, in the same words. */
final class Truth {
  private final Labels labels;
  private final Task task;
  private final int width;
  private final int height;

  Truth(Labels labels, Task task, int width, int height) {
    this.labels = labels;
    this.task = task;
    this.width = width;
    this.height = height;
  }

  /** By track and frame; frames without a pixel are left out. */
  Map<String, String> onTheServer() {
    Map<String, String> pixels = new TreeMap<>();
    for (Resolved.TrackFrames track : labels.resolve(task.labelSet(), task.frames()).tracks()) {
      for (Resolved.ResolvedFrame shown : masks(track)) {
        MaskShape mask = Masks.toShape(Masks.of(shown.shape(), width, height));
        if (!mask.isEmpty()) {
          pixels.put(
              track.track().id() + "/" + shown.frame(),
              "%d %d %d %d %s"
                  .formatted(mask.x(), mask.y(), mask.width(), mask.height(), mask.counts()));
        }
      }
    }
    return pixels;
  }

  private static List<Resolved.ResolvedFrame> masks(Resolved.TrackFrames track) {
    return track.frames().stream().filter(shown -> shown.slot() == Slot.MASK).toList();
  }

  /** One digit a pixel, row by row: 1 where the track is. */
  String bits(String track, int frame) {
    StringBuilder bits = new StringBuilder();
    for (Resolved.TrackFrames each : labels.resolve(task.labelSet(), task.frames()).tracks()) {
      for (Resolved.ResolvedFrame shown : each.frames()) {
        if (each.track().id().toString().equals(track) && shown.frame() == frame) {
          Mask mask = Masks.of(shown.shape(), width, height);
          for (int pixel = 0; pixel < width * height; pixel++) {
            bits.append(mask.get(pixel) ? '1' : '0');
          }
        }
      }
    }
    return bits.toString();
  }

  @SuppressWarnings("unchecked")
  static Map<String, String> onTheScreen(AnnotatorPage annotator) {
    return new TreeMap<>(
        (Map<String, String>)
            annotator.ask(
                """
                a => {
                  const { labels, time } = a.session;
                  const pixels = {};
                  for (const { id } of labels.view.tracks()) {
                    for (let frame = time.from; frame < time.to; frame++) {
                      const m = a.maskAt(id, frame);
                      if (m?.type !== 'mask' || m.counts === '') continue;
                      pixels[`${id}/${frame}`] = `${m.x} ${m.y} ${m.width} ${m.height} ${m.counts}`;
                    }
                  }
                  return pixels;
                }
                """));
  }
}
