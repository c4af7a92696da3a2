package io.keyreel.assist.segment;

import io.keyreel.assist.Prompt;
import io.keyreel.assist.Segmentation;
import io.keyreel.assist.Segmenter;
import io.keyreel.geometry.Mask;
import io.keyreel.geometry.PixelBox;
import io.keyreel.vision.FrameSource;
import io.keyreel.vision.Image;
import io.keyreel.vision.Images;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A frame as a whole, and parts of it more closely: small things, and what a large frame shrinks.
 */
final class CloseLook implements Segmenter.OpenedFrame {
  private static final int REMEMBERED = 4;
  private static final int GRID = 16;
  private static final int MARGIN = 32;
  private static final double WORTH = 1.3;
  private static final int SMALL = 8;

  /** Below this share of the frame the judge has learnt nothing. */
  private static final double TINY = 0.003;

  private static final double SURER = 0.1;

  private final FrameSource frames;
  private final Judge judge;
  private final OpenedPicture whole;
  private final Map<PixelBox, OpenedPicture> near =
      new LinkedHashMap<>(4, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<PixelBox, OpenedPicture> eldest) {
          return size() > REMEMBERED;
        }
      };

  /**
   * @param frames kept: no more than the frame and its neighbour
   */
  CloseLook(FrameSource frames, Judge judge) {
    this.frames = frames;
    this.judge = judge;
    this.whole = picture(frames);
  }

  private OpenedPicture picture(FrameSource of) {
    return new OpenedPicture(RegionSegmenter.scene(of, 0), judge, of.width(), of.height());
  }

  @Override
  public List<Segmentation> segment(List<Prompt> prompts, @Nullable Mask prior) {
    List<Segmentation> found = small(prompts, prior, whole.segment(prompts, prior));
    PixelBox window = window(found.getFirst().mask(), prompts);
    List<Segmentation> closely = worthwhile(window) ? look(window, prompts, prior) : List.of();
    return closely.isEmpty() ? found : closely;
  }

  /** Who clicks on something tiny means that, where it stands out well enough. */
  private List<Segmentation> small(
      List<Prompt> prompts, @Nullable Mask prior, List<Segmentation> found) {
    PixelBox about = PixelBox.EMPTY;
    for (Prompt prompt : prompts) {
      if (!(prompt instanceof Prompt.Point)) {
        return found;
      }
      about = about.union(Windows.wanted(prompt));
    }
    if (about.isEmpty() || prior != null) {
      return found;
    }
    int margin = Math.max(frames.width(), frames.height()) / SMALL;
    PixelBox window = about.grow(margin, frames.width(), frames.height());
    List<Segmentation> closely = look(window, prompts, null);
    if (closely.isEmpty()) {
      return found;
    }
    Segmentation best = closely.getFirst();
    boolean tiny = best.mask().area() < TINY * frames.width() * frames.height();
    boolean surer = best.predictedIou() > found.getFirst().predictedIou() + SURER;
    return tiny && surer && inner(best.mask().bounds(), window) ? closely : found;
  }

  /** Whether something ends within a window, where the frame goes on. */
  private boolean inner(PixelBox found, PixelBox window) {
    return (found.x() > window.x() || window.x() == 0)
        && (found.y() > window.y() || window.y() == 0)
        && (found.right() < window.right() || window.right() == frames.width())
        && (found.bottom() < window.bottom() || window.bottom() == frames.height());
  }

  /** What is found in a window; none where nothing is. */
  private List<Segmentation> look(PixelBox window, List<Prompt> prompts, @Nullable Mask prior) {
    List<Prompt> inside = Windows.within(prompts, window);
    if (inside.isEmpty()) {
      return List.of();
    }
    Mask priorInside =
        prior == null ? null : prior.crop(window.x(), window.y(), window.width(), window.height());
    List<Segmentation> closely = closeUp(window).segment(inside, priorInside);
    if (closely.getFirst().mask().isEmpty()) {
      return List.of();
    }
    return closely.stream()
        .map(one ->
            new Segmentation(
                one.mask().place(frames.width(), frames.height(), window.x(), window.y()),
                one.predictedIou()))
        .toList();
  }

  private boolean worthwhile(PixelBox window) {
    double all = (double) frames.width() * frames.height();
    double part = (double) window.width() * window.height();
    double least = Math.max(part, RegionSegmenter.MOST_PIXELS);
    return !window.isEmpty() && all > WORTH * WORTH * least;
  }

  private OpenedPicture closeUp(PixelBox window) {
    synchronized (near) {
      return near.computeIfAbsent(window, box -> picture(new Cropped(frames, box)));
    }
  }

  /** About what was found and spoken of; on a grid, so that the next prompt has the same one. */
  private PixelBox window(Mask found, List<Prompt> prompts) {
    PixelBox about = found.bounds();
    for (Prompt prompt : prompts) {
      about = about.union(Windows.wanted(prompt));
    }
    int margin = MARGIN + Math.max(about.width(), about.height()) / 2;
    PixelBox grown = about.grow(margin, frames.width(), frames.height());
    int stepX = Math.max(1, frames.width() / GRID);
    int stepY = Math.max(1, frames.height() / GRID);
    int left = grown.x() / stepX * stepX;
    int top = grown.y() / stepY * stepY;
    int right = Math.min(frames.width(), (grown.right() + stepX - 1) / stepX * stepX);
    int bottom = Math.min(frames.height(), (grown.bottom() + stepY - 1) / stepY * stepY);
    return new PixelBox(left, top, right - left, bottom - top);
  }

  private record Cropped(FrameSource frames, PixelBox box) implements FrameSource {
    @Override
    public int width() {
      return box.width();
    }

    @Override
    public int height() {
      return box.height();
    }

    @Override
    public int frameCount() {
      return frames.frameCount();
    }

    @Override
    public Image frame(int number) {
      return Images.crop(frames.frame(number), box.x(), box.y(), box.width(), box.height());
    }
  }

  /** A frame and the one beside it, out of a long video. */
  static FrameSource pair(FrameSource frames, int frame) {
    int other = frame + 1 < frames.frameCount() ? frame + 1 : frame - 1;
    List<Image> kept = new ArrayList<>(List.of(frames.frame(frame)));
    if (other >= 0) {
      kept.add(frames.frame(other));
    }
    return new Pair(List.copyOf(kept));
  }

  private record Pair(List<Image> images) implements FrameSource {
    @Override
    public int width() {
      return images.getFirst().width();
    }

    @Override
    public int height() {
      return images.getFirst().height();
    }

    @Override
    public int frameCount() {
      return images.size();
    }

    @Override
    public Image frame(int number) {
      return images.get(number);
    }
  }
}
