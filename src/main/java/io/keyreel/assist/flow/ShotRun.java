package io.keyreel.assist.flow;

import io.keyreel.assist.FrameResult;
import io.keyreel.assist.PropagationRequest;
import io.keyreel.kernel.FrameRange;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Goes through one shot window by window, in order. Where a keyframe is too far, the last result is
 * carried on; from a keyframe far ahead, masks are sent back beforehand, at wide steps.
 */
final class ShotRun {
  /** How far both sides of a long gap go on past its middle. */
  private static final int OVERLAP = 16;

  private final PropagationRequest request;
  private final FrameRange shot;
  private final FrameRange range;
  private final List<Lead> leads;
  private List<Window> windows = List.of();
  private final Workers workers;
  private final Refinement refinement;
  private final Search search;

  ShotRun(PropagationRequest request, FrameRange shot, Workers workers, Refinement refinement) {
    this.request = request;
    this.shot = shot;
    this.workers = workers;
    this.refinement = refinement;
    this.search = new Search(request.frames(), workers);
    this.range =
        new FrameRange(
            Math.max(shot.from(), request.range().from()),
            Math.min(shot.to(), request.range().to()));
    this.leads = request.tracks().stream().map(Lead::new).toList();
  }

  int frames() {
    return range.length();
  }

  List<Window> windows() {
    return windows;
  }

  /**
   * Brings the masks of far keyframes near. What was drawn in the shot in front or behind only is
   * looked for here.
   */
  void prepare() {
    for (Lead lead : leads) {
      if (!lead.isIn(shot)) {
        lookFor(lead);
      }
      resume(lead);
      for (Integer keyframe : lead.drawn().masks().subMap(range.from(), shot.to()).keySet()) {
        sendBack(lead, keyframe);
      }
    }
    windows = Window.plan(leads, shot, range);
  }

  private void lookFor(Lead lead) {
    boolean beside =
        Window.allShots(request).stream()
            .filter(other -> other.to() == shot.from() || other.from() == shot.to())
            .anyMatch(lead::isIn);
    Anchor found = beside ? search.findInShot(lead, shot) : null;
    if (found != null) {
      lead.carriedAhead(found);
      lead.carriedBack(found);
    }
  }

  /** Goes on from what was written before the range, or from an anchor far in front of it. */
  private void resume(Lead lead) {
    Anchor before = lead.before(range.from());
    int last = range.from() - 1;
    if (before == null || before.frame() < shot.from() || last - before.frame() < Lead.REACH) {
      return;
    }
    int keyframe = before.frame();
    FrameResult earlier = request.earlier().of(lead.track(), last);
    if (earlier != null) {
      lead.carriedAhead(
          new Anchor(
              last, earlier.mask(), (float) earlier.confidence(), keyframe, earlier.visibility()));
      return;
    }
    int at = keyframe;
    while (last - at >= Lead.REACH) {
      lead.carriedAhead(carry(lead, at, at + Lead.REACH, true));
      at += Lead.REACH;
    }
  }

  private void sendBack(Lead lead, int keyframe) {
    Integer before = lead.drawn().masks().lowerKey(keyframe);
    if (before != null && before >= range.to() - 1) {
      return;
    }
    int start =
        before == null || before < shot.from() ? shot.from() : (before + keyframe) / 2 - OVERLAP;
    int least = Math.max(range.from(), start);
    for (int at = keyframe; at - Lead.REACH > least; at -= Lead.REACH) {
      lead.carriedBack(carry(lead, at, at - Lead.REACH, false));
    }
  }

  private Anchor carry(Lead lead, int from, int to, boolean forward) {
    Anchor anchor = lead.at(from, forward);
    if (anchor == null) {
      throw new IllegalStateException("nothing leads from frame " + from);
    }
    List<Lead> alone = List.of(lead.alone(anchor, forward));
    Window window = new Window(new FrameRange(to, to + 1), shot);
    SortedMap<Integer, Verdict> verdicts = run(alone, window, () -> {}).get(lead.track());
    Verdict verdict = verdicts == null ? null : verdicts.get(to);
    if (verdict == null) {
      throw new IllegalStateException("nothing was carried to frame " + to);
    }
    return carried(verdict, to, anchor);
  }

  private static Anchor carried(Verdict verdict, int frame, Anchor from) {
    FrameResult result = verdict.result();
    return new Anchor(
        frame, result.mask(), (float) result.confidence(), from.origin(), result.visibility());
  }

  /** Verdicts by track, then by frame. Windows have to come in order. */
  Map<UUID, SortedMap<Integer, Verdict>> run(Window window, Runnable step) {
    leads.forEach(lead -> lead.forget(window.frames().from()));
    Map<UUID, SortedMap<Integer, Verdict>> results = run(leads, window, step);
    if (search.findAgain(leads, window, results)) {
      results = run(leads, window, step);
    }
    search.learn(results);
    int next = windows.indexOf(window) + 1;
    if (next < windows.size()) {
      for (Lead lead : leads) {
        carryOn(lead, window, windows.get(next), results.get(lead.track()));
      }
    }
    return results;
  }

  private Map<UUID, SortedMap<Integer, Verdict>> run(
      List<Lead> leading, Window window, Runnable step) {
    View view = Scout.view(request.frames(), leading, window, workers);
    try (Scene scene = new Scene(request.frames(), view, FlowSettings.DEFAULT, window.around())) {
      return new WindowRun(leading, window, scene, workers, refinement).run(step);
    }
  }

  private void carryOn(
      Lead lead, Window window, Window next, @Nullable SortedMap<Integer, Verdict> results) {
    int last = window.frames().to() - 1;
    Anchor before = lead.sides(last, shot).before();
    Verdict verdict = results == null ? null : results.get(last);
    if (before != null
        && verdict != null
        && next.frames().to() - before.frame() > Lead.REACH
        && last < end(lead, last)) {
      lead.carriedAhead(carried(verdict, last, before));
    }
  }

  /** Past the middle of a gap, the keyframe behind it is the better lead. */
  private int end(Lead lead, int frame) {
    Integer before = lead.drawn().masks().lowerKey(frame);
    Integer after = lead.drawn().masks().higherKey(frame);
    return before == null || after == null || after >= shot.to()
        ? shot.to()
        : (before + after) / 2 + OVERLAP;
  }
}
