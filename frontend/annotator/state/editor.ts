import type { Mask } from '../model/mask.js';
import { EMPTY_SHAPE } from '../model/rle.js';
import { minus, touches } from '../model/morphology.js';
import { isLabel } from '../model/resolve.js';
import { maskOf, shapeOf, slotOf } from '../model/shapes.js';
import type { Edit, Shape, Slot, Visibility } from '../protocol/wire.js';
import type { Session } from './session.js';

/** Edits of shapes and states at the frame looked at, in the words of the labels. */
export class Editor {
  private readonly warned = new Set<string>();

  constructor(
    private readonly session: Session,
    private readonly newId: () => string = () => crypto.randomUUID(),
  ) {}

  /** False, with a word to the person, where the task or the track may not be changed. */
  may(track?: string | null): boolean {
    const { task, looks, notices } = this.session;
    if (!task.editable) {
      notices.warn(task.readOnlyReason ?? 'This task is read-only.');
      return false;
    }
    if (track && looks.locked(track)) {
      notices.warn('This track is locked. Press L to unlock it.');
      return false;
    }
    if (track) this.warnOfOthers(track);
    return true;
  }

  /** Others may edit the same track; each is named once while they stay on it. */
  private warnOfOthers(track: string): void {
    const { people, notices } = this.session;
    for (const person of people) {
      const key = `${person.id}/${track}`;
      if (person.track !== track || this.warned.has(key)) continue;
      this.warned.add(key);
      notices.say(`${person.name} works on this track too.`);
    }
  }

  make(label: string, edits: readonly Edit[], track: string | null = this.session.selection.track): void {
    this.session.history.make(label, this.session.time.frame, track, edits);
  }

  /** The shape that a correction starts from: what is labelled or proposed here, never a ghost. */
  base(slot: Slot): Shape | null {
    const { selection, toolbox } = this.session;
    const track = selection.track ?? this.session.modes.home(toolbox.classId, this.session.labels.view.tracks())?.id;
    if (!track || toolbox.redraw) return null;
    const shown = this.session.resolved(track).find((r) => r.slot === slot && r.source !== 'ghost');
    return shown?.shape ?? null;
  }

  baseMask(): Mask | null {
    const base = this.base('MASK');
    return base && maskOf(base, this.session.index.width, this.session.index.height);
  }

  /** Puts a shape on the selected track at this frame, or on a new track when none is selected; `whole` needs no Enter. */
  put(label: string, drawn: Shape, whole = false): void {
    const { selection, time, toolbox, modes, labels } = this.session;
    const known = selection.track ?? modes.home(toolbox.classId, labels.view.tracks())?.id ?? null;
    const track = known ?? this.newId();
    const edits: Edit[] = known ? [] : [this.creation(track)];
    const stuff = this.isStuff(known ? (labels.view.track(known)?.classId ?? null) : toolbox.classId);
    const shape = stuff ? this.behindThings(drawn) : drawn;
    edits.push({ kind: 'keyframe.put', track, frame: time.frame, slot: slotOf(shape), shape, draft: !whole });
    if (known && this.session.visibility(known) === 'ABSENT') edits.push(this.state(known, 'VISIBLE'));
    edits.push(...this.takenFromOthers(track, shape));
    this.make(known ? label : 'new track', edits, track);
    toolbox.drawn();
    selection.only(track);
  }

  /** Where a pixel may belong to one track only, what surrounds things ends at them. */
  private behindThings(shape: Shape): Shape {
    const { modes, labels, index } = this.session;
    const mask = modes.exclusive ? maskOf(shape, index.width, index.height) : null;
    if (!mask) return shape;
    const things = labels.view.tracks().filter((t) => !this.isStuff(t.classId));
    const left = things.reduce((rest, thing) => {
      const theirs = this.maskHere(thing.id);
      return theirs && touches(rest, theirs) ? minus(rest, theirs, index.width, index.height) : rest;
    }, mask);
    return left === mask ? shape : shapeOf(left);
  }

  private maskHere(track: string): Mask | null {
    const { index } = this.session;
    const shown = this.session.resolved(track).find((r) => r.slot === 'MASK' && r.shape && isLabel(r));
    return shown ? maskOf(shown.shape!, index.width, index.height) : null;
  }

  private isStuff(classId: string | null): boolean {
    return this.session.classes.find((c) => c.id === classId)?.kind === 'stuff';
  }

  /** Where a pixel may belong to one track only, the others give way. */
  private takenFromOthers(track: string, shape: Shape): Edit[] {
    const { modes, labels, time, index } = this.session;
    const mask = modes.exclusive ? maskOf(shape, index.width, index.height) : null;
    if (!mask) return [];
    return labels.view.tracks().flatMap((other): Edit[] => {
      if (other.id === track || this.session.looks.locked(other.id)) return [];
      const theirs = this.maskHere(other.id);
      if (!theirs || !touches(mask, theirs)) return [];
      const left = shapeOf(minus(theirs, mask, index.width, index.height));
      return [{ kind: 'keyframe.put', track: other.id, frame: time.frame, slot: 'MASK', shape: left, draft: true }];
    });
  }

  /** Makes what is shown (a proposal or a ghost) the person's own keyframe, at once. */
  adopt(track: string): void {
    const { time, index } = this.session;
    const shown = this.session.resolved(track).filter((r) => r.shape);
    const edits = shown.map((r): Edit => {
      const shape = r.shape ?? EMPTY_SHAPE;
      maskOf(shape, index.width, index.height);
      return { kind: 'keyframe.put', track, frame: time.frame, slot: r.slot, shape, draft: false };
    });
    if (edits.length > 0) this.make('keyframe', edits, track);
    else this.session.notices.say('There is nothing here yet to make a keyframe of.');
  }

  state(track: string, visibility: Visibility | null, frame = this.session.time.frame): Edit {
    const here = this.session.labels.view.stateAt(track, frame);
    const attributes = here?.attributes ?? {};
    return { kind: 'state.put', track, frame, visibility, reason: null, attributes };
  }

  /** Absent on this one frame: what holds on the next one goes on from there. */
  absentHere(track: string): Edit[] {
    const { time, labels } = this.session;
    const next = time.frame + 1;
    const here = labels.view.keyframesAt(track, time.frame);
    const edits: Edit[] = here.map(({ frame, slot }) => ({ kind: 'keyframe.delete', track, frame, slot }));
    edits.push(this.state(track, 'ABSENT'));
    const known = labels.view.states(track).some((s) => s.frame === next);
    if (next < time.to && !known) edits.push(this.state(track, this.session.visibility(track, next), next));
    return edits;
  }

  /** Visibility from this frame on. What is absent has no shape here either. */
  setVisibility(track: string, visibility: Visibility): void {
    const { labels, time } = this.session;
    const edits = [this.state(track, visibility)];
    if (visibility === 'ABSENT') {
      const here = labels.view.keyframes(track).filter((k) => k.frame === time.frame);
      edits.push(...here.map(({ frame, slot }): Edit => ({ kind: 'keyframe.delete', track, frame, slot })));
    }
    this.make(visibility.toLowerCase(), edits, track);
  }

  /** A per-frame attribute holds from this frame on. */
  setAttribute(track: string, id: string, value: unknown, perFrame: boolean): void {
    const { labels, time } = this.session;
    if (perFrame) {
      const here = labels.view.stateAt(track, time.frame);
      const attributes = { ...here?.attributes, [id]: value };
      const visibility = here?.visibility ?? null;
      this.make('attribute', [{ kind: 'state.put', track, frame: time.frame, visibility, attributes }], track);
    } else {
      const attributes = { ...labels.view.track(track)?.attributes, [id]: value };
      this.make('attribute', [{ kind: 'track.update', track, set: { attributes } }], track);
    }
  }

  private creation(track: string): Edit {
    const { toolbox, classes } = this.session;
    const classId = toolbox.classId ?? classes[0]?.id ?? null;
    return { kind: 'track.create', track, trackKind: this.isStuff(classId) ? 'STUFF' : 'OBJECT', classId };
  }
}
