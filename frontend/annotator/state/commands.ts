import { nextDoubt } from '../model/doubts.js';
import { contains, type FrameRange, intersect, rangeText } from '../model/ranges.js';
import type { RunRequest } from '../protocol/api.js';
import { isAccepted } from '../model/resolve.js';
import { boundsOf } from '../model/shapes.js';
import type { Edit, ProposalPiece, Shape, Visibility } from '../protocol/wire.js';
import { Editor } from './editor.js';
import { EventCommands } from './event-commands.js';
import { Guide } from './guide.js';
import { MaskCommands } from './mask-commands.js';
import { RangeCommands } from './range-commands.js';
import { Rest } from './rest.js';
import { Review } from './review.js';
import type { Session } from './session.js';
import { TrackCommands } from './track-commands.js';

export type DeleteScope = 'frame' | 'from-here' | 'track';

/** What keys, buttons and menus do to the labels. */
export class Commands {
  readonly editor: Editor;
  readonly masks: MaskCommands;
  readonly tracks: TrackCommands;
  readonly ranges: RangeCommands;
  readonly events: EventCommands;
  readonly guide: Guide;
  readonly review: Review;
  readonly rest: Rest;
  private clipboard: Shape | null = null;

  constructor(private readonly session: Session) {
    this.editor = new Editor(session);
    this.masks = new MaskCommands(session, this.editor);
    this.tracks = new TrackCommands(session, this.editor);
    this.ranges = new RangeCommands(session, this.editor);
    this.events = new EventCommands(session, this.editor);
    this.guide = new Guide(session);
    this.review = new Review(session);
    this.rest = new Rest(session, this.editor);
  }

  /** Confirms the draft on this frame. */
  commitDraft(): boolean {
    return this.session.drafts.commit(this.session.time.frame);
  }

  toggleKeyframe(): void {
    const { labels, time } = this.session;
    for (const track of this.chosen('make or remove a keyframe')) {
      const here = labels.view.keyframes(track).filter((k) => k.frame === time.frame);
      if (here.length === 0) this.editor.adopt(track);
      else this.editor.make('remove keyframe', here.map(({ slot, frame }) => remove(track, frame, slot)), track);
    }
  }

  toggleVisibility(visibility: Visibility): void {
    for (const track of this.chosen(`mark it ${visibility.toLowerCase()}`)) {
      this.editor.setVisibility(track, this.session.visibility(track) === visibility ? 'VISIBLE' : visibility);
    }
  }

  /** Accepts the doubtful span under the playhead, else all proposals around it up to the next keyframes. */
  accept(): void {
    const { labels, time, proposals, notices } = this.session;
    for (const track of this.chosen('accept proposals')) {
      const range = this.acceptable(track, time.frame);
      const edits = proposals.pieces(track).flatMap((piece): Edit[] => {
        const part = range && intersect(piece, range);
        if (!part || isAccepted(labels.view, piece, part.from)) return [];
        const { run, generation } = piece;
        return [{ kind: 'acceptance.put', id: crypto.randomUUID(), track, from: part.from, to: part.to, run, generation }];
      });
      if (edits.length === 0) notices.say('No unaccepted proposals under the playhead.');
      else this.editor.make('accept', edits, track);
    }
  }

  /** The frames that A would accept for a track. */
  acceptable(track: string, frame: number): { from: number; to: number } | null {
    const doubt = this.session.doubts().find((d) => d.track === track && contains(d, frame));
    if (doubt) return doubt;
    const { labels, proposals, time } = this.session;
    const pieces = proposals.pieces(track);
    const around = pieces.find((piece) => contains(piece, frame));
    const keyed = labels.view.keyframes(track).some((k) => k.frame === frame);
    if (!around || keyed || this.session.visibility(track, frame) === 'ABSENT' || isAccepted(labels.view, around, frame)) return null;
    const keys = labels.view.keyframes(track).map((k) => k.frame);
    const from = Math.max(time.from, ...keys.filter((k) => k <= frame).map((k) => k + 1));
    const to = Math.min(time.to, ...keys.filter((k) => k > frame));
    return from < to ? this.covered(pieces, from, to, frame) : null;
  }

  goDoubt(direction: 1 | -1, everyTrack: boolean): void {
    const { selection, time, notices, navigation } = this.session;
    const preferred = (track: string): boolean => everyTrack || selection.has(track);
    const doubt = nextDoubt(this.session.doubts(), time.frame, direction, preferred);
    if (!doubt) {
      notices.say('Nothing doubtful is left.');
      return;
    }
    time.pause();
    time.go(this.leastSure(doubt.track, doubt.from, doubt.to));
    selection.only(doubt.track);
    const bounds = this.session.resolved(doubt.track).map((r) => r.shape && boundsOf(r.shape))[0];
    if (bounds) navigation.reveal(bounds);
  }

  goKeyframe(direction: 1 | -1): void {
    const { selection, labels, time } = this.session;
    const tracks = selection.tracks.length > 0 ? selection.tracks : labels.view.tracks().map((t) => t.id);
    const frames = tracks.flatMap((track) => labels.view.keyframes(track).map((k) => k.frame));
    const next =
      direction === 1
        ? Math.min(...frames.filter((f) => f > time.frame))
        : Math.max(...frames.filter((f) => f < time.frame));
    if (Number.isFinite(next)) time.step(next - time.frame);
  }

  /** The server carries the selected tracks, else all, through this shot, or through the frames that are asked for. */
  async propagate(wanted: FrameRange | null = null, direction: RunRequest['direction'] = 'both'): Promise<void> {
    const { session } = this;
    const { labels, selection, time, notices, outbox, api, runs } = session;
    if (!this.editor.may()) return;
    const range = intersect(wanted ?? session.shotAt(time.frame), { from: time.from, to: time.to });
    if (!range) return;
    session.drafts.commitAll();
    const candidates = selection.tracks.length > 0 ? selection.tracks : labels.view.tracks().map((t) => t.id);
    const leads = wanted ? { from: time.from, to: time.to } : range;
    const tracks = candidates.filter((track) => labels.view.keyframes(track).some((k) => contains(leads, k.frame)));
    if (tracks.length === 0) {
      notices.say('Draw the object on one frame of this shot first; then it can be propagated.');
      return;
    }
    if (!(await outbox.drained())) {
      notices.warn('Propagation starts from saved keyframes, and the server cannot be reached. Try again when you are back online.');
      return;
    }
    try {
      runs.update(await api.startRun({ tracks, from: range.from, to: range.to, direction }));
      const where = wanted ? `frames ${rangeText(range)}` : 'this shot';
      notices.say(`Propagating ${tracks.length === 1 ? 'one track' : `${tracks.length} tracks`} through ${where}.`);
    } catch (e) {
      notices.warn(`Propagation did not start: ${(e as Error).message}`);
    }
  }

  /** `even`: locked tracks too. */
  remove(scope: DeleteScope, even = false): void {
    const { labels, time, looks, selection } = this.session;
    const locked = selection.tracks.filter((track) => looks.locked(track));
    if (even) looks.toggleLocked(locked);
    else if (locked.length > 0 && !this.editor.may(locked[0]!)) return;
    for (const track of this.chosen('delete it')) {
      if (scope === 'track') {
        this.editor.make('delete track', [{ kind: 'track.delete', track }], track);
        continue;
      }
      const keys = labels.view.keyframes(track);
      const gone = keys.filter((k) => (scope === 'frame' ? k.frame === time.frame : k.frame >= time.frame));
      const edits: Edit[] = gone.map(({ frame, slot }) => remove(track, frame, slot));
      if (scope === 'from-here') edits.push(this.editor.state(track, 'ABSENT'));
      else if (gone.length === 0) edits.push(...this.editor.absentHere(track));
      this.editor.make(scope === 'frame' ? 'delete on this frame' : 'delete from here', edits, track);
    }
  }

  setClass(classId: string): void {
    this.session.toolbox.setClass(classId);
    const { selection, labels } = this.session;
    if (selection.tracks.length === 0 || !this.editor.may()) return;
    const edits = selection.tracks
      .filter((track) => labels.view.track(track)?.classId !== classId)
      .map((track): Edit => ({ kind: 'track.update', track, set: { classId } }));
    this.editor.make('class', edits);
  }

  rename(track: string, name: string): void {
    if (this.editor.may(track)) this.editor.make('rename', [{ kind: 'track.update', track, set: { name } }], track);
  }

  raise(by: number): void {
    const edits = this.chosen('move it up or down').map((track): Edit => {
      const z = (this.session.labels.view.track(track)?.z ?? 0) + by;
      return { kind: 'track.update', track, set: { z } };
    });
    this.editor.make('order', edits);
  }

  copy(): void {
    const { selection, notices } = this.session;
    const shown = selection.track ? this.session.resolved(selection.track).find((r) => r.shape) : null;
    this.clipboard = shown?.shape ?? this.clipboard;
    notices.say(shown ? 'Shape copied. Ctrl+V puts it on the selected track at any frame.' : 'Select a track to copy its shape.');
  }

  paste(): void {
    const { selection } = this.session;
    if (!this.clipboard || !this.editor.may(selection.track)) return;
    this.editor.put('paste', this.clipboard);
  }

  undo(): void {
    this.after(this.session.history.undo(), 'undo');
  }

  redo(): void {
    this.after(this.session.history.redo(), 'redo');
  }

  /** The view follows to what changed. */
  private after(outcome: ReturnType<Session['history']['undo']>, word: string): void {
    const { time, selection, notices, labels, navigation } = this.session;
    if (outcome.status === 'empty') {
      notices.say(`Nothing to ${word}.`);
      return;
    }
    const { deed } = outcome;
    if (outcome.status === 'changed') {
      notices.warn(`“${deed.label}” at frame ${deed.frame} was changed by somebody since; it stays as it is.`);
      return;
    }
    time.pause();
    time.go(deed.frame);
    if (deed.track && labels.view.tracks().some((t) => t.id === deed.track)) {
      if (!selection.has(deed.track)) selection.only(deed.track);
      const shape = this.session.resolved(deed.track)[0]?.shape;
      const bounds = shape && boundsOf(shape);
      if (bounds) navigation.reveal(bounds);
    }
    notices.say(`${word === 'undo' ? 'Undone' : 'Done again'}: ${deed.label}, frame ${deed.frame}.`);
  }

  private chosen(purpose: string): readonly string[] {
    const { selection, notices } = this.session;
    if (selection.tracks.length === 0) notices.say(`Select a track to ${purpose}.`);
    return selection.tracks.filter((track) => this.editor.may(track));
  }

  private covered(pieces: readonly ProposalPiece[], from: number, to: number, frame: number): { from: number; to: number } {
    const has = (f: number): boolean => pieces.some((piece) => contains(piece, f));
    let start = frame;
    let end = frame + 1;
    while (start > from && has(start - 1)) start--;
    while (end < to && has(end)) end++;
    return { from: start, to: end };
  }

  private leastSure(track: string, from: number, to: number): number {
    let worst = from;
    let least = Infinity;
    for (let frame = from; frame < to; frame++) {
      const piece = this.session.proposals.pieceAt(track, frame);
      const confidence = piece?.confidence[frame - piece.from] ?? Infinity;
      if (confidence < least) [worst, least] = [frame, confidence];
    }
    return worst;
  }
}

function remove(track: string, frame: number, slot: 'MASK' | string): Edit {
  return { kind: 'keyframe.delete', track, frame, slot: slot as 'MASK' };
}
