package io.keyreel.assist.segment;

import io.keyreel.assist.Prompt;
import io.keyreel.assist.Segmentation;
import io.keyreel.assist.Segmenter;
import io.keyreel.geometry.Mask;
import io.keyreel.geometry.MaskBuilder;
import io.keyreel.geometry.PixelBox;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One frame, cut into regions; each prompt goes on from what was found with those before it. */
final class OpenedPicture implements Segmenter.OpenedFrame {
  private static final int REMEMBERED = 6;
  private static final int OFFERED = 4;
  private static final int KEPT = 24;
  private static final float SAME = 0.85f;

  private final Scene scene;
  private final Judge judge;
  private final int width;
  private final int height;
  private final Map<Said, Found> recent =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Said, Found> eldest) {
              return size() > REMEMBERED;
            }
          });

  private record Said(List<Prompt> prompts, @Nullable Mask prior) {}

  /**
   * What was found, the best first.
   *
   * @param others what else it may have been: the next prompt may tell
   * @param hard what was said of each region
   */
  private record Found(
      List<boolean[]> sets,
      List<Float> scores,
      List<boolean[]> others,
      byte[] hard,
      @Nullable PixelBox box) {}

  OpenedPicture(Scene scene, Judge judge, int width, int height) {
    this.scene = scene;
    this.judge = judge;
    this.width = width;
    this.height = height;
  }

  @Override
  public List<Segmentation> segment(List<Prompt> prompts, @Nullable Mask prior) {
    Found found = find(List.copyOf(prompts), prior);
    List<Segmentation> answers = new ArrayList<>();
    for (int i = 0; i < found.sets.size(); i++) {
      answers.add(new Segmentation(mask(found.sets.get(i), prompts), found.scores.get(i)));
    }
    return answers;
  }

  private Found find(List<Prompt> prompts, @Nullable Mask prior) {
    if (prompts.isEmpty()) {
      boolean[] set = prior == null ? new boolean[scene.count()] : regions(prior);
      return new Found(List.of(set), List.of(0.5f), List.of(), new byte[scene.count()], null);
    }
    Said said = new Said(prompts, prior);
    Found known = recent.get(said);
    if (known == null) {
      Found before = find(prompts.subList(0, prompts.size() - 1), prior);
      known = next(before, prompts.getLast(), prompts.size());
      recent.put(said, known);
    }
    return known;
  }

  private Found next(Found before, Prompt prompt, int turn) {
    byte[] hard = before.hard.clone();
    Ask ask = ask(before, prompt, hard, turn);
    PixelBox box = ask.box();
    List<boolean[]> sets = new ArrayList<>();
    if (prompt instanceof Prompt.Box && box != null) {
      sets.addAll(Boxed.of(scene, box, hard));
    } else {
      sets.addAll(Hypotheses.of(scene, ask));
      for (boolean[] other : before.others) {
        if (agrees(other, hard)) {
          sets.add(other);
        }
      }
    }
    Readings readings = Readings.of(scene, judge, ask, sets);
    List<boolean[]> best = new ArrayList<>();
    List<Float> confidences = new ArrayList<>();
    for (int i = 0; i < readings.scores().size() && best.size() < OFFERED; i++) {
      boolean[] set = readings.sets().get(i);
      if (best.stream().noneMatch(other -> alike(other, set))) {
        best.add(set);
        confidences.add(readings.scores().get(i));
      }
    }
    List<boolean[]> others = readings.sets().subList(0, Math.min(KEPT, readings.sets().size()));
    return new Found(best, confidences, others, hard, box);
  }

  private static boolean agrees(boolean[] set, byte[] hard) {
    for (int i = 0; i < set.length; i++) {
      if (hard[i] != 0 && set[i] != hard[i] > 0) {
        return false;
      }
    }
    return true;
  }

  private boolean alike(boolean[] a, boolean[] b) {
    long both = 0;
    long any = 0;
    for (int i = 0; i < a.length; i++) {
      both += a[i] && b[i] ? scene.regions().area()[i] : 0;
      any += a[i] || b[i] ? scene.regions().area()[i] : 0;
    }
    return both >= SAME * any;
  }

  private Ask ask(Found found, Prompt prompt, byte[] hard, int turn) {
    boolean[] before = found.sets.getFirst();
    return switch (prompt) {
      case Prompt.Point point -> {
        int region = scene.regions().at(point.x() * across(), point.y() * down());
        hard[region] = (byte) (point.in() ? 1 : -1);
        yield new Ask(
            before,
            hard,
            new int[] {region},
            point.in(),
            (float) (point.x() * across()),
            (float) (point.y() * down()),
            found.box,
            turn);
      }
      case Prompt.Scribble stroke -> scribble(found, stroke, hard, turn);
      case Prompt.Box box -> boxed(box, hard, turn);
      case Prompt.RoughMask rough -> rough(rough.mask(), hard, found.box, turn);
    };
  }

  private Ask scribble(Found found, Prompt.Scribble stroke, byte[] hard, int turn) {
    List<double[]> points = Strokes.points(stroke, across(), down());
    int[] fresh =
        points.stream().mapToInt(p -> scene.regions().at(p[0], p[1])).distinct().toArray();
    for (int region : fresh) {
      hard[region] = (byte) (stroke.in() ? 1 : -1);
    }
    double[] middle = points.get(points.size() / 2);
    return new Ask(
        found.sets.getFirst(),
        hard,
        fresh,
        stroke.in(),
        (float) middle[0],
        (float) middle[1],
        found.box,
        turn);
  }

  private Ask boxed(Prompt.Box box, byte[] hard, int turn) {
    int x = (int) Math.floor(box.x() * across());
    int y = (int) Math.floor(box.y() * down());
    int right = (int) Math.ceil((box.x() + box.width()) * across());
    int bottom = (int) Math.ceil((box.y() + box.height()) * down());
    PixelBox pixels = new PixelBox(x, y, Math.max(1, right - x), Math.max(1, bottom - y));
    for (int i = 0; i < hard.length; i++) {
      float cx = scene.regions().x()[i];
      float cy = scene.regions().y()[i];
      boolean inside = cx >= x && cy >= y && cx <= right && cy <= bottom;
      hard[i] = inside ? hard[i] : -1;
    }
    return new Ask(
        new boolean[scene.count()],
        hard,
        new int[0],
        true,
        (x + right) / 2f,
        (y + bottom) / 2f,
        pixels,
        turn);
  }

  private Ask rough(Mask mask, byte[] hard, @Nullable PixelBox box, int turn) {
    PixelBox bounds = mask.bounds();
    float x = (float) ((bounds.x() + bounds.width() / 2.0) * across());
    float y = (float) ((bounds.y() + bounds.height() / 2.0) * down());
    return new Ask(regions(mask), hard, new int[0], true, x, y, box, turn);
  }

  /** The regions that a mask has the greater part of. */
  private boolean[] regions(Mask mask) {
    Regions regions = scene.regions();
    int[] covered = new int[regions.count()];
    int w = regions.width();
    for (int i = 0; i < regions.label().length; i++) {
      int x = (int) ((i % w + 0.5) / across());
      int y = (int) ((i / w + 0.5) / down());
      covered[regions.label()[i]] += mask.get(x, y) ? 1 : 0;
    }
    boolean[] set = new boolean[regions.count()];
    for (int i = 0; i < set.length; i++) {
      set[i] = 2 * covered[i] > regions.area()[i];
    }
    return set;
  }

  private double across() {
    return (double) scene.regions().width() / width;
  }

  private double down() {
    return (double) scene.regions().height() / height;
  }

  private Mask mask(boolean[] set, List<Prompt> prompts) {
    Regions regions = scene.regions();
    MaskBuilder builder = new MaskBuilder(width, height);
    for (int y = 0; y < height; y++) {
      int row = (int) ((y + 0.5) * down()) * regions.width();
      int from = 0;
      boolean inside = false;
      for (int x = 0; x <= width; x++) {
        boolean now = x < width && set[regions.label()[row + (int) ((x + 0.5) * across())]];
        if (now != inside) {
          if (inside) {
            builder.row(y, from, x);
          }
          from = x;
          inside = now;
        }
      }
    }
    return Told.heed(builder.build(), prompts, 1 / across());
  }
}
