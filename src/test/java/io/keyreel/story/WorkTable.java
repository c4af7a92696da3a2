package io.keyreel.story;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An annotator that a test works at by commands, as keys and buttons give them. */
final class WorkTable {
  private static final String WORDS =
      """
      a => {
        const s = a.session, c = a.desk.commands;
        const box = x => ({type: 'polygon', rings: [[x, 10, x + 8, 10, x + 8, 18, x, 18]]});
        const go = (frame, track) => { s.selection.only(track); s.time.go(frame); };
        const stroke = (track, frame, x) => { go(frame, track); c.editor.put('stroke', box(x)); };
        const put = (track, frame, x) => { stroke(track, frame, x); c.commitDraft(); };
        const fresh = (frame, x) => { put(null, frame, x); return s.selection.track; };
        const pick = (...tracks) => s.selection.all(tracks);
        const event = () => s.labels.view.events().at(-1);
        const push = s.outbox.push.bind(s.outbox);
        s.outbox.push = edits => { const ops = push(edits); window.made.push(...ops.map(o => o.op)); return ops; };
        window.made = [];
        window.perform = (work, t) =>
          new Function('s', 'c', 't', 'go', 'put', 'stroke', 'fresh', 'pick', 'event', work)(
            s, c, t, go, put, stroke, fresh, pick, event);
      }
      """;

  private final AnnotatorPage annotator;
  private final Line line;

  WorkTable(AnnotatorPage annotator) {
    this.annotator = annotator;
    line = new Line(annotator.page());
    annotator.ask(WORDS);
  }

  AnnotatorPage annotator() {
    return annotator;
  }

  Line line() {
    return line;
  }

  /** Two tracks and an event, saved. */
  @SuppressWarnings("unchecked")
  List<String> prepare() {
    List<String> tracks =
        (List<String>)
            act(
                """
                const one = fresh(2, 12); put(one, 10, 13);
                const two = fresh(4, 40); put(two, 12, 41);
                if (s.task.ontology.events.length > 0) c.events.add('jump', {from: 3, to: 6});
                return [one, two];
                """,
                List.of());
    saved();
    return tracks;
  }

  Object act(String work, List<String> tracks) {
    return annotator.ask("(a, q) => window.perform(q[0], q[1]) ?? null", List.of(work, tracks));
  }

  void forget() {
    annotator.ask("() => { window.made = []; }");
  }

  /** The operations of this person since the last {@link #forget}. */
  Set<String> made() {
    return strings(annotator.ask("() => window.made"));
  }

  void saved() {
    annotator.ask("a => a.session.outbox.retry()");
    annotator.untilSaved();
  }

  int kept() {
    return ((Number) annotator.ask("a => a.session.outbox.kept.length")).intValue();
  }

  Set<String> keptOperations() {
    return strings(annotator.ask("a => a.session.outbox.kept.flatMap(k => k.ops.map(o => o.op))"));
  }

  /** Mine shall stand, or theirs. */
  void decide(boolean mine) {
    annotator.ask(
        "(a, mine) => { for (const kept of [...a.session.outbox.kept])"
            + " mine ? a.session.outbox.insist(kept) : a.session.outbox.dismiss(kept); }",
        mine);
  }

  String said() {
    return (String) annotator.ask("a => a.session.notices.list.map(n => n.text).join(' ')");
  }

  /** Until the same labels are here. */
  void knows(String labels) {
    annotator
        .page()
        .waitForFunction(
            "labels => ("
                + FINGERPRINT
                + ")(document.querySelector('keyreel-annotator')) === labels",
            labels);
  }

  /** All that is labelled, as text. */
  String fingerprint() {
    return (String) annotator.ask(FINGERPRINT);
  }

  private static final String FINGERPRINT =
      """
      a => {
        const { view } = a.session.labels;
        const tracks = view.tracks().map(t => [t.id, t.number, t.name, t.classId, t.color, t.z, t.groupId ?? null,
          view.keyframes(t.id).map(k => [k.frame, k.slot, k.draft, k.shape]),
          view.states(t.id).map(s => [s.frame, s.visibility])]);
        const events = view.events().map(e => [e.id, e.from, e.to]).sort();
        return JSON.stringify([tracks.sort(), events]);
      }
      """;

  @SuppressWarnings("unchecked")
  private static Set<String> strings(Object list) {
    return new HashSet<>((List<String>) list);
  }
}
