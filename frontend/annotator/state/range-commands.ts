import { contains, type FrameRange, intersect, rangeText } from '../model/ranges.js';
import { isAccepted } from '../model/resolve.js';
import type { Edit, Keyframe } from '../protocol/wire.js';
import type { Editor } from './editor.js';
import type { Session } from './session.js';

interface Copied {
  readonly length: number;
  readonly keyframes: readonly (Pick<Keyframe, 'slot' | 'shape'> & { readonly at: number; readonly track: string })[];
}

/** What is done to many frames at once, to the selected tracks, else to all. */
export class RangeCommands {
  private copied: Copied | null = null;

  constructor(
    private readonly session: Session,
    private readonly editor: Editor,
  ) {}

  get clipboard(): Copied | null {
    return this.copied;
  }

  /** The keyframes go; what was proposed shows again. */
  clear(range: FrameRange): void {
    const edits = this.keyframes(range).map(({ track, frame, slot }): Edit => ({ kind: 'keyframe.delete', track, frame, slot }));
    this.made(`delete keyframes ${rangeText(range)}`, edits, 'No keyframes lie on these frames.');
  }

  /** Absent on these frames, and what it was again after them. */
  absent(range: FrameRange): void {
    const { labels, time } = this.session;
    const edits = this.tracks().flatMap((track): Edit[] => {
      const before = this.session.visibility(track, range.from);
      const inside = labels.view.states(track).filter((s) => s.frame > range.from && s.frame < range.to);
      const after = range.to < time.to ? this.session.visibility(track, range.to) : before;
      const keys = labels.view.keyframes(track).filter((k) => contains(range, k.frame));
      const known = labels.view.states(track).some((s) => s.frame === range.to);
      return [
        ...keys.map(({ frame, slot }): Edit => ({ kind: 'keyframe.delete', track, frame, slot })),
        ...inside.map(({ frame }): Edit => ({ kind: 'state.delete', track, frame })),
        this.editor.state(track, 'ABSENT', range.from),
        ...(range.to < time.to && !known ? [this.editor.state(track, after, range.to)] : []),
      ];
    });
    this.made(`absent ${rangeText(range)}`, edits, 'There are no tracks yet.');
  }

  copy(range: FrameRange): void {
    const keyframes = this.keyframes(range).map((k) => ({ track: k.track, slot: k.slot, shape: k.shape, at: k.frame - range.from }));
    this.copied = { length: range.to - range.from, keyframes };
    this.session.notices.say(`${keyframes.length} keyframes copied. Paste puts them from the frame looked at on.`);
  }

  paste(): void {
    const { time, labels } = this.session;
    const edits = (this.copied?.keyframes ?? [])
      .filter((k) => time.frame + k.at < time.to && labels.view.track(k.track) && this.editor.may(k.track))
      .map((k): Edit => ({ kind: 'keyframe.put', track: k.track, frame: time.frame + k.at, slot: k.slot, shape: k.shape, draft: false }));
    this.made('paste keyframes', edits, 'Copy a range of keyframes first.');
  }

  /** The person's word on all proposals in the range that are at least as sure as asked. */
  accept(range: FrameRange, least = 0, tracks = this.tracks()): number {
    const edits = tracks.flatMap((track) => this.acceptances(track, range, least));
    const label = least > 0 ? `accept all from ${least.toFixed(2)}` : `accept ${rangeText(range)}`;
    this.made(label, edits, least > 0 ? 'No open proposal is that sure.' : 'No unaccepted proposals lie there.');
    return edits.length;
  }

  /** How many frames of open proposals there are, and how many of them are at least that sure. */
  countAbove(least: number, tracks = this.tracks()): { readonly open: number; readonly sure: number } {
    const { labels, proposals } = this.session;
    let [open, sure] = [0, 0];
    for (const track of tracks) {
      for (const piece of proposals.pieces(track)) {
        if (isAccepted(labels.view, piece, piece.from)) continue;
        for (const confidence of piece.confidence) {
          open++;
          if (confidence >= least) sure++;
        }
      }
    }
    return { open, sure };
  }

  private acceptances(track: string, range: FrameRange, least: number): Edit[] {
    const { labels, proposals } = this.session;
    const edits: Edit[] = [];
    for (const piece of proposals.pieces(track)) {
      const part = intersect(piece, range);
      if (!part) continue;
      let start = -1;
      for (let frame = part.from; frame <= part.to; frame++) {
        const good = frame < part.to && (piece.confidence[frame - piece.from] ?? 0) >= least && !isAccepted(labels.view, piece, frame);
        if (good && start < 0) start = frame;
        if (good || start < 0) continue;
        const { run, generation } = piece;
        edits.push({ kind: 'acceptance.put', id: crypto.randomUUID(), track, from: start, to: frame, run, generation });
        start = -1;
      }
    }
    return edits;
  }

  private tracks(): readonly string[] {
    const { selection, labels } = this.session;
    const all = selection.tracks.length > 0 ? selection.tracks : labels.view.tracks().map((t) => t.id);
    return all.filter((track) => !this.session.looks.locked(track));
  }

  private keyframes(range: FrameRange): Keyframe[] {
    return this.tracks().flatMap((track) => this.session.labels.view.keyframes(track).filter((k) => contains(range, k.frame)));
  }

  private made(label: string, edits: readonly Edit[], otherwise: string): void {
    if (!this.editor.may()) return;
    if (edits.length === 0) this.session.notices.say(otherwise);
    else this.editor.make(label, edits);
  }
}
