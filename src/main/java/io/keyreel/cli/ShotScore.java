package io.keyreel.cli;

import io.keyreel.vision.Image;
import io.keyreel.vision.Shot;
import io.keyreel.vision.ShotDetector;
import io.keyreel.vision.Transition;
import java.util.ArrayList;
import java.util.List;

/** How well transitions are found: cuts to the frame, gradual ones anywhere within their frames. */
final class ShotScore {
  private static final int CUT_SLACK = 1;
  private static final int GRADUAL_SLACK = 3;

  /** Found, missed and invented. */
  static final class Count {
    private int found;
    private int missed;
    private int invented;

    double f1() {
      return found == 0 && missed + invented > 0
          ? 0
          : found + missed + invented == 0 ? 1 : 2.0 * found / (2 * found + missed + invented);
    }

    int invented() {
      return invented;
    }

    @Override
    public String toString() {
      return "F1 %.3f (%d found, %d missed, %d invented)".formatted(f1(), found, missed, invented);
    }
  }

  final Count cuts = new Count();
  final Count gradual = new Count();
  private final List<String> errors = new ArrayList<>();

  void add(String name, ShotReel reel) {
    List<Shot> shots = detect(reel.frames());
    List<Shot> starts = new ArrayList<>(shots.subList(1, shots.size()));
    for (ShotReel.Edit edit : reel.edits()) {
      Count count = edit.gradual() ? gradual : cuts;
      if (starts.removeIf(new Match(edit))) {
        count.found++;
      } else {
        count.missed++;
        errors.add(name + ": missed " + edit);
      }
    }
    for (Shot start : starts) {
      (start.startsWith() == Transition.CUT ? cuts : gradual).invented++;
      errors.add(
          "%s: invented %s at %d".formatted(name, start.startsWith(), start.frames().from()));
    }
  }

  /** Takes the first one that fits. */
  private static final class Match implements java.util.function.Predicate<Shot> {
    private final ShotReel.Edit edit;
    private boolean used;

    Match(ShotReel.Edit edit) {
      this.edit = edit;
    }

    @Override
    public boolean test(Shot shot) {
      int slack = edit.gradual() ? GRADUAL_SLACK : CUT_SLACK;
      int at = shot.frames().from();
      boolean fits =
          !used
              && (shot.startsWith() != Transition.CUT) == edit.gradual()
              && at >= edit.from() - slack
              && at <= edit.to() + slack;
      used |= fits;
      return fits;
    }
  }

  private static List<Shot> detect(List<Image> frames) {
    try (ShotDetector detector = new ShotDetector()) {
      frames.forEach(detector::accept);
      return detector.finish(frames.size());
    }
  }

  List<String> errors() {
    return List.copyOf(errors);
  }
}
