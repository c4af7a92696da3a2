import { Document } from '../model/document.js';
import {
  acceptanceSubject,
  applyEdit,
  type Entity,
  eventSubject,
  keyframeSubject,
  stateSubject,
  subjectOf,
  tagSubject,
  trackSubject,
} from '../model/edits.js';
import type { Acceptance, Change, Keyframe, LabelState, Op, OpResult, Track, TrackState } from '../protocol/wire.js';
import { Emitter } from './emitter.js';

/**
 * The labels as this person sees them: what the server has, with the edits on top that it has not yet answered.
 */
export class Labels {
  readonly view = new Document();
  readonly changed = new Emitter();
  seq = 0;
  /** What the last whole state already held. */
  private loaded = 0;
  private readonly server = new Map<string, Entity>();
  private readonly pending = new Map<string, Op[]>();

  constructor(private readonly me: string) {}

  /** Takes the server's whole state; edits that wait stay on top. */
  load(state: LabelState): void {
    this.seq = this.loaded = state.seq;
    this.server.clear();
    for (const t of state.tracks) this.server.set(trackSubject(t.id), t);
    for (const k of state.keyframes) this.server.set(keyframeSubject(k.track, k.frame, k.slot), k);
    for (const s of state.states) this.server.set(stateSubject(s.track, s.frame), s);
    for (const a of state.acceptances) this.server.set(acceptanceSubject(a.id), a);
    for (const e of state.events ?? []) this.server.set(eventSubject(e.id), e);
    for (const t of state.tags ?? []) this.server.set(tagSubject(t.id), t);
    this.view.clear();
    for (const subject of new Set([...this.server.keys(), ...this.pending.keys()])) this.refresh(subject);
    this.changed.emit();
  }

  /** The version that the server has of a subject, 0 for none. */
  baseOf(subject: string): number {
    return this.server.get(subject)?.version ?? 0;
  }

  waiting(subject: string): readonly Op[] {
    return this.pending.get(subject) ?? [];
  }

  add(op: Op): void {
    const subject = subjectOf(op);
    this.pending.set(subject, [...this.waiting(subject), op]);
    this.refresh(subject);
    this.changed.emit();
  }

  /** The server has taken an edit. */
  settle(op: Op, result: OpResult): void {
    const subject = subjectOf(op);
    const before = this.server.get(subject) ?? null;
    const version = result.version ?? op.base + 1;
    this.drop(subject, [op.op]);
    const after = applyEdit(before, op);
    if (!after) {
      if (before && before.version <= op.base) this.store(subject, null);
    } else if (!before || version > before.version) {
      this.store(subject, this.stamped(after, version, result.number));
    }
    if (result.seq) this.seq = Math.max(this.seq, result.seq);
    this.refresh(subject);
    this.changed.emit();
  }

  /** The edit went elsewhere: what the server has is shown, with what else waits. */
  withdraw(op: Op): void {
    const subject = subjectOf(op);
    this.drop(subject, [op.op]);
    this.refresh(subject);
    this.changed.emit();
  }

  /** The server has something else: take that, and give back what this person meant. */
  yieldTo(subject: string, current: Entity | null | undefined): Entity | null {
    const mine = this.view.get(subject);
    this.pending.delete(subject);
    if (current !== undefined) this.store(subject, current);
    this.refresh(subject);
    this.changed.emit();
    return mine;
  }

  /** A change that somebody (perhaps this person, elsewhere) has made. True when it changes what is known. */
  receive(change: Change): boolean {
    const subject = subjectOfChange(change);
    if (!subject || change.seq <= this.loaded) return false;
    const known = this.server.get(subject);
    const own = change.op && this.waiting(subject).some((op) => op.op === change.op);
    const after = change.after as Partial<Entity> | null;
    this.seq = Math.max(this.seq, change.seq);
    if (own) return false;
    if (!after || change.kind.endsWith('.delete')) {
      if (change.kind === 'track.delete' && known) this.store(subject, { ...(known as Track), ...after, deleted: true });
      else this.store(subject, null);
    } else if (!known || (after.version ?? 0) > known.version) {
      this.store(subject, { ...known, ...after } as Entity);
    } else return false;
    this.refresh(subject);
    this.changed.emit();
    return true;
  }

  private stamped(entity: Entity, version: number, number: number | null | undefined): Entity {
    if ('slot' in entity) return { ...entity, version, author: this.me };
    if ('number' in entity && number) return { ...entity, version, number };
    return { ...entity, version };
  }

  private store(subject: string, entity: Entity | null): void {
    if (entity) this.server.set(subject, entity);
    else this.server.delete(subject);
  }

  private drop(subject: string, ops: readonly string[]): void {
    const left = this.waiting(subject).filter((op) => !ops.includes(op.op));
    if (left.length > 0) this.pending.set(subject, left);
    else this.pending.delete(subject);
  }

  private refresh(subject: string): void {
    const shown = this.waiting(subject).reduce<Entity | null>(applyEdit, this.server.get(subject) ?? null);
    this.view.put(subject, shown);
  }
}

/** A deleted row says in `after` or, when that is empty, in the text of its subject which one it was. */
export function subjectOfChange(change: Change): string | null {
  const [what] = change.kind.split('.');
  const after = (change.after ?? {}) as Partial<Track & Keyframe & TrackState & Acceptance>;
  const ids = change.subject.match(/[0-9a-f]{8}-[0-9a-f-]{27}/gi) ?? [];
  const rest = change.subject.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/gi, '');
  const frame = after.frame ?? Number(rest.match(/\d+/)?.[0] ?? NaN);
  switch (what) {
    case 'track':
      return subjectIf(after.id ?? ids[0], trackSubject);
    case 'acceptance':
      return subjectIf(after.id ?? ids[0], acceptanceSubject);
    case 'event':
      return subjectIf(after.id ?? ids[0], eventSubject);
    case 'tag':
      return subjectIf(after.id ?? ids[0], tagSubject);
    case 'state':
      return subjectIf(after.track ?? ids[0], (track) => stateSubject(track, frame));
    case 'keyframe': {
      const slot = after.slot ?? rest.match(/MASK|BOX|ELLIPSE|POLYLINE|POINTS|SKELETON/)?.[0] ?? 'MASK';
      return subjectIf(after.track ?? ids[0], (track) => keyframeSubject(track, frame, slot));
    }
    default:
      return null;
  }
}

function subjectIf(id: string | undefined, name: (id: string) => string): string | null {
  return id ? name(id) : null;
}
