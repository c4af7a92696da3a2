package io.keyreel.assist;

import io.keyreel.access.User;
import io.keyreel.geometry.Mask;
import io.keyreel.kernel.FrameRange;
import io.keyreel.labels.EditGuard;
import io.keyreel.labels.EditKind;
import io.keyreel.labels.LabelSet;
import io.keyreel.labels.LabelSets;
import io.keyreel.vision.FrameSource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * Turns what people show on a frame into masks. Keeps nothing but what speeds up the next answer.
 */
@Service
public class Prompts {
  private final Segmenters segmenters;
  private final OpenedFrames opened;
  private final Footage footage;
  private final LabelSets labelSets;
  private final ObjectProvider<EditGuard> guard;

  Prompts(
      Segmenters segmenters,
      OpenedFrames opened,
      Footage footage,
      LabelSets labelSets,
      ObjectProvider<EditGuard> guard) {
    this.segmenters = segmenters;
    this.opened = opened;
    this.footage = footage;
    this.labelSets = labelSets;
    this.guard = guard;
  }

  /** For those who may draw on that frame. */
  public SegmentAnswer segment(User by, RunTarget target, SegmentRequest request) {
    EditGuard edits = guard.getObject();
    edits.check(target.labelSet(), by, target.task(), target.frames());
    edits.checkKind(target.labelSet(), target.task(), EditKind.DRAW);
    request.requirePrompts();
    LabelSet labelSet = labelSets.find(target.labelSet());
    FrameSource frames = footage.frames(labelSet.videoId());
    int frame = request.frameIn(frames);
    edits.check(target.labelSet(), by, target.task(), new FrameRange(frame, frame + 1));
    List<Prompt> prompts = request.promptsOn(frames);
    Mask prior = request.priorOn(frames);
    Segmenter engine = segmenters.of(labelSet.projectId());
    List<Segmentation> found =
        opened.open(engine, labelSet.videoId(), frames, frame).segment(prompts, prior);
    return SegmentAnswer.of(engine.name(), found);
  }
}
