package io.keyreel.assist.flow;

import io.keyreel.assist.FrameResult;
import io.keyreel.assist.PropagationRequest;
import io.keyreel.kernel.FrameRange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Goes through one shot window by window, in order. Where a keyframe is too far, the last result is
 * carried on; from a keyframe far ahead, masks are sent back beforehand, at wide steps.
 */
final class ShotRun {
  /** How far both sides of a long gap go on past its middle. */
  private static final int OVERLAP = 16;

  /** How often a window is done again with what was found in it. */
  private static final int FINDS = 3;

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

  /** How many frames there are to do at most. */
  int frames() {
    List<Lead> perhaps = leads.stream().filter(lead -> lead.isIn(shot) || isBeside(lead)).toList();
    return todo(Window.plan(perhaps, shot, range.to())).stream()
        .mapToInt(w -> w.frames().length())
        .sum();
  }

  List<Window> windows() {
    return windows;
  }

  private List<Window> todo(List<Window> planned) {
    return planned.stream().filter(w -> w.frames().to() > range.from()).toList();
  }

  /**
   * Brings the masks of far keyframes near. What was drawn in the shot in front or behind only is
   * looked for here.
   */
  void prepare() {
    for (Lead lead : leads) {
      if (!lead.isIn(shot) && isBeside(lead)) {
        lookFor(lead);
      }
    }
    List<Window> planned =
        Window.plan(leads.stream().filter(lead -> lead.isLed(shot)).toList(), shot, range.to());
    windows = todo(planned);
    if (windows.isEmpty()) {
      return;
    }
    for (Lead lead : leads) {
      resume(lead, planned);
      for (Integer keyframe : lead.drawn().masks().subMap(range.from(), shot.to()).keySet()) {
        sendBack(lead, keyframe);
      }
    }
  }

  private boolean isBeside(Lead lead) {
    return Window.allShots(request).stream()
        .filter(other -> other.to() == shot.from() || other.from() == shot.to())
        .anyMatch(lead::isIn);
  }

  private void lookFor(Lead lead) {
    Anchor found = search.findInShot(lead, shot);
    if (found != null) {
      lead.foundInShot(found);
    }
  }

  /** Goes on from what was written before the range, or from an anchor far in front of it. */
  private void resume(Lead lead, List<Window> planned) {
    int last = windows.getFirst().frames().from() - 1;
    if (last >= 0 && request.earlier().of(lead.track(), last) != null) {
      for (int i = 0; planned.get(i) != windows.getFirst(); i++) {
        handOver(lead, planned.get(i), planned.get(i + 1), earlier(lead, planned.get(i)));
      }
      return;
    }
    Anchor before = lead.before(last + 1);
    if (before != null && before.frame() >= shot.from()) {
      int at = before.frame();
      while (last - at >= Lead.REACH) {
        lead.carriedAhead(carry(lead, at, at + Lead.REACH, true));
        at += Lead.REACH;
      }
    }
  }

  private Map<Integer, FrameResult> earlier(Lead lead, Window window) {
    Map<Integer, FrameResult> results = new HashMap<>();
    for (int t = window.frames().from(); t < window.frames().to(); t++) {
      FrameResult result = lead.isDrawn(t) ? null : request.earlier().of(lead.track(), t);
      if (result != null) {
        results.put(t, result);
      }
    }
    return results;
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
    return carried(verdict.result(), to, anchor);
  }

  private static Anchor carried(FrameResult result, int frame, Anchor from) {
    return new Anchor(
        frame, result.mask(), (float) result.confidence(), from.origin(), result.visibility());
  }

  /** Verdicts by track, then by frame. Windows have to come in order. */
  Map<UUID, SortedMap<Integer, Verdict>> run(Window window, Runnable step) {
    leads.forEach(lead -> lead.forget(window.frames().from()));
    Map<UUID, SortedMap<Integer, Verdict>> results = run(leads, window, step);
    for (int i = 0; i < FINDS && search.findAgain(leads, window, results); i++) {
      results = run(leads, window, step);
    }
    int next = windows.indexOf(window) + 1;
    if (next < windows.size()) {
      for (Lead lead : leads) {
        handOver(
            lead,
            window,
            windows.get(next),
            Verdict.results(results.getOrDefault(lead.track(), new TreeMap<>())));
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

  /**
   * Takes from a window what the next ones need. Its last result leads on where the anchor would be
   * too far, or where the object was gone on the way from there.
   */
  private void handOver(Lead lead, Window window, Window next, Map<Integer, FrameResult> results) {
    int last = window.frames().to() - 1;
    search.learn(lead, results);
    lead.absence().note(results);
    lead.forget(window.frames().from());
    Anchor before = lead.before(last);
    FrameResult result = results.get(last);
    if (result == null || before == null || before.frame() < shot.from()) {
      return;
    }
    lead.absence().forget(before.frame());
    boolean far = next.frames().to() - before.frame() > Lead.REACH && last < end(lead, last);
    if (far || isBack(lead, before, last, result)) {
      lead.carriedAhead(carried(result, last, before));
    }
  }

  private boolean isBack(Lead lead, Anchor before, int last, FrameResult result) {
    return last - before.frame() <= Lead.REACH
        && lead.isOpen(last, shot)
        && !Absence.isLost(result)
        && lead.absence().parts(before, last);
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
