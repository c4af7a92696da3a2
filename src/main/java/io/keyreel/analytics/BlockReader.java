package io.keyreel.analytics;

import io.keyreel.geometry.Mask;
import io.keyreel.geometry.MaskShape;
import io.keyreel.geometry.Masks;
import io.keyreel.geometry.Metrics;
import io.keyreel.geometry.PixelBox;
import io.keyreel.geometry.Shape;
import io.keyreel.kernel.FrameRange;
import io.keyreel.labels.Labels;
import io.keyreel.labels.Resolved;
import io.keyreel.labels.Resolved.ResolvedFrame;
import io.keyreel.labels.Slot;
import io.keyreel.labels.Visibility;
import io.keyreel.media.Video;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what labels show on a block of frames, and what that is like. */
@Component
class BlockReader {
  static final int FRAMES = 64;

  private static final double MILLION = 1e6;

  private final Labels labels;

  BlockReader(Labels labels) {
    this.labels = labels;
  }

  /**
   * A keyframe that was made over a proposal.
   *
   * @see Tally
   */
  record Corrected(UUID track, int frame) {}

  /** The objects of a block, and on which of its frames there is any: bit 0 is the first. */
  record Block(List<BlockRow> rows, long shown) {}

  Block read(UUID labelSet, Video video, int block, Set<Corrected> corrected) {
    int first = block * FRAMES;
    int end = Math.min(first + FRAMES, video.frameCount());
    Resolved resolved = labels.resolve(labelSet, new FrameRange(Math.max(0, first - 1), end));
    List<BlockRow> rows = new ArrayList<>();
    long shown = 0;
    for (Resolved.TrackFrames line : resolved.tracks()) {
      BlockRow row =
          new BlockRow(line.track().id(), Objects.requireNonNullElse(line.track().classId(), ""));
      shown |= add(row, line.frames(), first, video, corrected);
      if (!row.isEmpty()) {
        rows.add(row);
      }
    }
    return new Block(rows, shown);
  }

  private static long add(
      BlockRow row, List<ResolvedFrame> frames, int first, Video video, Set<Corrected> corrected) {
    long shown = 0;
    int before = -2;
    Mask last = null;
    for (ResolvedFrame shape : frames) {
      Mask mask = tight(shape.shape(), video);
      if (mask != null && mask.isEmpty()) {
        continue;
      }
      if (shape.frame() >= first) {
        shown |= 1L << (shape.frame() - first);
        source(row, shape, corrected);
        if (mask != null) {
          row.size((int) Math.round(mask.area() * MILLION / video.width() / video.height()));
        }
        if (mask != null
            && last != null
            && shape.slot() == Slot.MASK
            && before == shape.frame() - 1) {
          row.pairs++;
          row.flicker += Math.round((1 - alike(last, mask)) * MILLION);
        }
      }
      if (shape.slot() == Slot.MASK) {
        before = shape.frame();
        last = mask;
      }
    }
    return shown;
  }

  private static void source(BlockRow row, ResolvedFrame shape, Set<Corrected> corrected) {
    switch (shape.source()) {
      case HUMAN -> {
        if (corrected.contains(new Corrected(row.track, shape.frame()))) {
          row.corrected++;
        } else {
          row.drawn++;
        }
      }
      case ACCEPTED -> row.accepted++;
      case PROPAGATED -> row.proposed++;
      case INTERPOLATED -> row.interpolated++;
    }
    if (shape.visibility() == Visibility.OCCLUDED) {
      row.occluded++;
    }
    if (Boolean.TRUE.equals(shape.truncated())) {
      row.truncated++;
    }
  }

  /** The pixels of a shape inside their own box; absent for shapes that cover none. */
  private static @Nullable Mask tight(Shape shape, Video video) {
    return switch (Slot.of(shape)) {
      case MASK, BOX, ELLIPSE -> {
        Mask mask =
            shape instanceof MaskShape own
                ? Masks.window(own)
                : Masks.of(shape, video.width(), video.height());
        PixelBox box = mask.bounds();
        yield box.isEmpty()
            ? Mask.empty(1, 1)
            : mask.crop(box.x(), box.y(), box.width(), box.height());
      }
      case POLYLINE, POINTS, SKELETON -> null;
    };
  }

  /** IoU with the boxes laid centre on centre, so that motion by itself changes nothing. */
  static double alike(Mask a, Mask b) {
    int width = Math.max(a.width(), b.width());
    int height = Math.max(a.height(), b.height());
    return Metrics.iou(centred(a, width, height), centred(b, width, height));
  }

  private static Mask centred(Mask mask, int width, int height) {
    return mask.place(width, height, (width - mask.width()) / 2, (height - mask.height()) / 2);
  }
}
