package io.keyreel.workflow;

import io.keyreel.geometry.Mask;
import io.keyreel.geometry.Masks;
import io.keyreel.geometry.Metrics;
import io.keyreel.geometry.PixelBox;
import io.keyreel.kernel.FrameRange;
import io.keyreel.labels.Resolved;
import io.keyreel.labels.Resolved.ResolvedFrame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far two labellings of the same frames agree. Tracks are matched over all frames at once, so
 * that a switch of identities counts: each track has one partner, by the sum of overlaps.
 */
final class Agreement {
  static final String NOTHING = "";

  private final int width;
  private final int height;
  private final FrameRange frames;
  private final List<Line> ours;
  private final List<Line> theirs;
  private final int[] partner;

  /** A track as its masks, frame by frame. */
  private record Line(UUID track, String type, Map<Integer, Mask> masks) {}

  /** Two tracks that mean the same object. */
  record Pair(UUID ours, UUID theirs) {}

  /**
   * One frame of one object.
   *
   * @param type the class it has with us, or with them where we have none
   */
  record Score(int frame, String type, double j, double f, @Nullable UUID ours) {
    double jf() {
      return (j + f) / 2;
    }
  }

  Agreement(Resolved ours, Resolved theirs, int width, int height) {
    this.width = width;
    this.height = height;
    this.frames = ours.frames();
    this.ours = lines(ours);
    this.theirs = lines(theirs);
    double[][] worth = new double[this.ours.size()][this.theirs.size()];
    for (int i = 0; i < worth.length; i++) {
      for (int k = 0; k < worth[i].length; k++) {
        worth[i][k] = overlap(this.ours.get(i), this.theirs.get(k));
      }
    }
    this.partner = Assignment.best(worth);
  }

  private List<Line> lines(Resolved labels) {
    List<Line> lines = new ArrayList<>();
    for (Resolved.TrackFrames track : labels.tracks()) {
      Map<Integer, Mask> masks = new HashMap<>();
      for (ResolvedFrame frame : track.frames()) {
        Mask mask = Masks.of(frame.shape(), width, height);
        if (!mask.isEmpty()) {
          masks.merge(frame.frame(), mask, Mask::or);
        }
      }
      if (!masks.isEmpty()) {
        String type = Objects.requireNonNullElse(track.track().classId(), NOTHING);
        lines.add(new Line(track.track().id(), type, masks));
      }
    }
    return lines;
  }

  private static double overlap(Line a, Line b) {
    double sum = 0;
    for (Map.Entry<Integer, Mask> frame : a.masks().entrySet()) {
      Mask other = b.masks().get(frame.getKey());
      sum += other == null ? 0 : Metrics.iou(frame.getValue(), other);
    }
    return sum;
  }

  List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < partner.length; i++) {
      if (partner[i] >= 0) {
        pairs.add(new Pair(ours.get(i).track(), theirs.get(partner[i]).track()));
      }
    }
    return pairs;
  }

  /** Every object on every frame on which either has it; one that the other lacks scores 0. */
  List<Score> scores() {
    List<Score> scores = new ArrayList<>();
    boolean[] met = new boolean[theirs.size()];
    for (int i = 0; i < partner.length; i++) {
      Line other = partner[i] < 0 ? null : theirs.get(partner[i]);
      if (partner[i] >= 0) {
        met[partner[i]] = true;
      }
      score(ours.get(i), other, scores);
    }
    for (int k = 0; k < met.length; k++) {
      if (!met[k]) {
        for (int frame : new TreeSet<>(theirs.get(k).masks().keySet())) {
          scores.add(new Score(frame, theirs.get(k).type(), 0, 0, null));
        }
      }
    }
    return scores;
  }

  private void score(Line a, @Nullable Line b, List<Score> scores) {
    Set<Integer> all = new TreeSet<>(a.masks().keySet());
    if (b != null) {
      all.addAll(b.masks().keySet());
    }
    for (int frame : all) {
      Mask mine = a.masks().get(frame);
      Mask yours = b == null ? null : b.masks().get(frame);
      scores.add(
          mine == null || yours == null
              ? new Score(frame, a.type(), 0, 0, a.track())
              : new Score(
                  frame, a.type(), Metrics.iou(mine, yours), boundary(mine, yours), a.track()));
    }
  }

  /** On the part of the frame that holds both, which is all that boundaries can lie in. */
  private double boundary(Mask a, Mask b) {
    int radius = (int) Math.ceil(0.008 * Math.hypot(width, height));
    PixelBox box = a.bounds().union(b.bounds()).grow(radius + 2, width, height);
    return Metrics.boundaryF(
        a.crop(box.x(), box.y(), box.width(), box.height()),
        b.crop(box.x(), box.y(), box.width(), box.height()),
        radius);
  }

  /** Frames on which a track overlaps most with another than its partner. */
  int switches() {
    int switches = 0;
    for (int i = 0; i < partner.length; i++) {
      for (Map.Entry<Integer, Mask> frame : ours.get(i).masks().entrySet()) {
        int best = -1;
        double most = 0.3;
        for (int k = 0; k < theirs.size(); k++) {
          Mask other = theirs.get(k).masks().get(frame.getKey());
          double iou = other == null ? 0 : Metrics.iou(frame.getValue(), other);
          if (iou > most) {
            most = iou;
            best = k;
          }
        }
        switches += best >= 0 && best != partner[i] ? 1 : 0;
      }
    }
    return switches;
  }

  /** The classes that each two tracks have which mean the same object. */
  List<List<String>> classes() {
    List<List<String>> classes = new ArrayList<>();
    for (int i = 0; i < partner.length; i++) {
      if (partner[i] >= 0) {
        classes.add(List.of(ours.get(i).type(), theirs.get(partner[i]).type()));
      }
    }
    return classes;
  }

  /** How often a class of ours is which class of theirs, in objects and frames; "" is none. */
  Map<List<String>, Integer> confusion() {
    Map<List<String>, Integer> counts = new HashMap<>();
    boolean[] met = new boolean[theirs.size()];
    for (int i = 0; i < partner.length; i++) {
      String other = partner[i] < 0 ? NOTHING : theirs.get(partner[i]).type();
      if (partner[i] >= 0) {
        met[partner[i]] = true;
      }
      counts.merge(List.of(ours.get(i).type(), other), ours.get(i).masks().size(), Integer::sum);
    }
    for (int k = 0; k < met.length; k++) {
      if (!met[k]) {
        counts.merge(
            List.of(NOTHING, theirs.get(k).type()), theirs.get(k).masks().size(), Integer::sum);
      }
    }
    return counts;
  }

  FrameRange frames() {
    return frames;
  }
}
