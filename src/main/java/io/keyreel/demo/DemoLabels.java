package io.keyreel.demo;

import io.keyreel.access.User;
import io.keyreel.geometry.Mask;
import io.keyreel.geometry.Masks;
import io.keyreel.kernel.Ids;
import io.keyreel.labels.Changes;
import io.keyreel.labels.Labels;
import io.keyreel.labels.Op;
import io.keyreel.labels.Outcome;
import io.keyreel.labels.Slot;
import io.keyreel.labels.TrackKind;
import io.keyreel.synth.SynthClip;
import io.keyreel.vision.LabelImage;
import io.keyreel.workflow.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Draws keyframes from the generator's exact truth, as a labeler would. */
@Component
class DemoLabels {
  private static final int SMALLEST = 60;

  private final Changes changes;
  private final Labels labels;

  DemoLabels(Changes changes, Labels labels) {
    this.changes = changes;
    this.labels = labels;
  }

  boolean anyOn(Task task) {
    return !labels.state(task.labelSet(), task.frames()).tracks().isEmpty();
  }

  void draw(Task task, Scene scene, User by) {
    SynthClip clip = scene.clip();
    List<Op> ops = new ArrayList<>();
    for (int object = 1; object <= Math.min(scene.objects(), clip.objectNames().size()); object++) {
      UUID track = Ids.next();
      String kind = DemoProject.classOf(clip.objectNames().get(object - 1));
      ops.add(
          new Op.TrackCreate(Ids.next(), 0, null, track, TrackKind.OBJECT, kind, null, null, null));
      ops.addAll(keyframes(clip, scene.step(), object, track));
    }
    for (Outcome outcome : changes.apply(task.labelSet(), task.id(), by, ops)) {
      if (outcome.status() != Outcome.Status.APPLIED) {
        throw new IllegalStateException("a keyframe of the demo was refused: " + outcome);
      }
    }
  }

  private static List<Op> keyframes(SynthClip clip, int step, int object, UUID track) {
    List<Op> ops = new ArrayList<>();
    for (int frame = 0; frame < clip.frameCount(); frame += step) {
      LabelImage truth = clip.labels(frame);
      Mask mask = truth.mask(object);
      if (mask.area() >= SMALLEST) {
        ops.add(
            new Op.KeyframePut(
                Ids.next(), 0, null, track, frame, Slot.MASK, Masks.toShape(mask), null, false));
      }
    }
    return ops;
  }
}
