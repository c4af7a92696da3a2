package io.keyreel.labels;

import io.keyreel.geometry.Shape;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.UserError;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the labels of a label set are. Each reading sees one moment. */
@Service
public class Labels {
  /** The most frames whose masks are read at once. */
  public static final int MASK_FRAMES = 256;

  private final LabelSets labelSets;
  private final LabelReader reader;
  private final ProposalStore proposals;
  private final KeyframeStore keyframes;
  private final TrackStateStore states;
  private final FenceStore fences;

  Labels(
      LabelSets labelSets,
      LabelReader reader,
      ProposalStore proposals,
      KeyframeStore keyframes,
      TrackStateStore states,
      FenceStore fences) {
    this.labelSets = labelSets;
    this.reader = reader;
    this.proposals = proposals;
    this.keyframes = keyframes;
    this.states = states;
    this.fences = fences;
  }

  /** Tracks, keyframes, states, acceptances and which proposals win, as of change {@code seq}. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public LabelState state(UUID labelSet, FrameRange range) {
    return reader.state(labelSet, range, labelSets.find(labelSet).seq());
  }

  /** The shapes of the winning proposals of at most {@link #MASK_FRAMES} frames. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public List<MaskItem> masks(UUID labelSet, FrameRange range) {
    if (range.length() > MASK_FRAMES) {
      throw new UserError.Invalid(
          "Masks of %d frames were asked for; ask for at most %d at once."
              .formatted(range.length(), MASK_FRAMES));
    }
    ShapeCache shapes = new ShapeCache();
    return reader.winners(labelSet, range, true).stream()
        .map(piece -> item(piece, shapes.of(piece.chunk())))
        .toList();
  }

  private static MaskItem item(Winners.Piece piece, List<@Nullable Shape> shapes) {
    int start = piece.index(piece.frames().from());
    return new MaskItem(
        piece.chunk().track(),
        piece.chunk().run(),
        piece.chunk().generation(),
        piece.frames().from(),
        shapes.subList(start, start + piece.frames().length()));
  }

  /** The shape of every living track on every frame, with where it comes from. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Resolved resolve(UUID labelSet, FrameRange range) {
    return reader.resolve(labelSet, range);
  }

  /** The mask keyframes of all living tracks, in order of tracks and frames. */
  public List<Keyframe> maskKeyframes(UUID labelSet) {
    return keyframes.masks(labelSet);
  }

  /** The states of all living tracks, in order of tracks and frames. */
  public List<TrackState> states(UUID labelSet) {
    return states.before(labelSet, Integer.MAX_VALUE);
  }

  /**
   * Keeps what reading shows now on these frames: its chunks are never deleted, and no engine that
   * runs now writes there any more.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void freeze(UUID labelSet, FrameRange range) {
    labelSets.lock(labelSet);
    fences.raiseIn(labelSet, range);
    proposals.freeze(
        reader.winners(labelSet, range, false).stream()
            .map(Winners.Piece::chunk)
            .distinct()
            .toList());
  }
}
