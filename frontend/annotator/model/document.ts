import type { Acceptance, EventSegment, Keyframe, Slot, Tag, Track, TrackState } from '../protocol/wire.js';
import type { Entity } from './edits.js';

interface OfTrack {
  keyframes: Keyframe[];
  slots: Map<Slot, Keyframe[]>;
  states: TrackState[];
  acceptances: Acceptance[];
}

const NONE: OfTrack = { keyframes: [], slots: new Map(), states: [], acceptances: [] };

/** The labels as they stand, found by subject and, per track, in the order of frames. */
export class Document {
  private readonly entities = new Map<string, Entity>();
  private readonly byTrack = new Map<string, OfTrack>();
  private readonly drafted = new Set<Keyframe>();
  private readonly segments = new Map<string, EventSegment>();
  private readonly tagged = new Map<string, Tag>();
  private trackList: Track[] | null = null;

  get(subject: string): Entity | null {
    return this.entities.get(subject) ?? null;
  }

  subjects(): Iterable<string> {
    return this.entities.keys();
  }

  put(subject: string, entity: Entity | null): void {
    const old = this.entities.get(subject);
    if (old) this.unlink(subject, old);
    if (!entity) {
      this.entities.delete(subject);
      return;
    }
    this.entities.set(subject, entity);
    this.link(subject, entity);
  }

  clear(): void {
    this.entities.clear();
    this.byTrack.clear();
    this.drafted.clear();
    this.segments.clear();
    this.tagged.clear();
    this.trackList = null;
  }

  /** Shapes that wait for their frame to be left. */
  drafts(): Iterable<Keyframe> {
    return this.drafted;
  }

  /** Labelled intervals, the earliest first. */
  events(): EventSegment[] {
    return [...this.segments.values()].sort((a, b) => a.from - b.from || a.to - b.to || (a.id < b.id ? -1 : 1));
  }

  tags(): Tag[] {
    return [...this.tagged.values()];
  }

  /** Tracks that are not deleted, by number; those the server has not yet numbered come last. */
  tracks(): readonly Track[] {
    if (!this.trackList) {
      const all = [...this.entities].filter(([subject]) => subject.startsWith('track/'));
      this.trackList = all
        .map(([, entity]) => entity as Track)
        .filter((track) => !track.deleted)
        .sort((a, b) => (a.number || Infinity) - (b.number || Infinity) || 0);
    }
    return this.trackList;
  }

  track(id: string): Track | null {
    return (this.entities.get(`track/${id}`) as Track | undefined) ?? null;
  }

  keyframes(track: string): readonly Keyframe[] {
    return (this.byTrack.get(track) ?? NONE).keyframes;
  }

  states(track: string): readonly TrackState[] {
    return (this.byTrack.get(track) ?? NONE).states;
  }

  acceptances(track: string): readonly Acceptance[] {
    return (this.byTrack.get(track) ?? NONE).acceptances;
  }

  /** The keyframes of a track by the slot that they stand in, each list in the order of frames. */
  slots(track: string): ReadonlyMap<Slot, readonly Keyframe[]> {
    return (this.byTrack.get(track) ?? NONE).slots;
  }

  /** A track's keyframes at one frame. */
  keyframesAt(track: string, frame: number): Keyframe[] {
    const list = this.keyframes(track);
    let at = firstIndexFrom(list, frame);
    const here: Keyframe[] = [];
    for (; at < list.length && list[at]!.frame === frame; at++) here.push(list[at]!);
    return here;
  }

  keyframe(track: string, frame: number, slot: Slot): Keyframe | null {
    return (this.entities.get(`keyframe/${track}/${frame}/${slot}`) as Keyframe | undefined) ?? null;
  }

  /** The state that holds at a frame: the last one at or before it. */
  stateAt(track: string, frame: number): TrackState | null {
    return lastAtOrBefore(this.states(track), frame);
  }

  private link(subject: string, entity: Entity): void {
    if (subject.startsWith('track/')) {
      this.trackList = null;
      return;
    }
    if (subject.startsWith('event/')) {
      this.segments.set(subject, entity as EventSegment);
      return;
    }
    if (subject.startsWith('tag/')) {
      this.tagged.set(subject, entity as Tag);
      return;
    }
    const track = (entity as Keyframe).track;
    const of = this.byTrack.get(track) ?? { keyframes: [], slots: new Map(), states: [], acceptances: [] };
    this.byTrack.set(track, of);
    if ((entity as Keyframe).draft) this.drafted.add(entity as Keyframe);
    if (subject.startsWith('keyframe/')) {
      const keyframe = entity as Keyframe;
      const own = of.slots.get(keyframe.slot) ?? [];
      of.slots.set(keyframe.slot, own);
      insert(of.keyframes, keyframe, (k) => k.frame);
      insert(own, keyframe, (k) => k.frame);
    } else if (subject.startsWith('state/')) insert(of.states, entity as TrackState, (s) => s.frame);
    else insert(of.acceptances, entity as Acceptance, (a) => a.from);
  }

  private unlink(subject: string, entity: Entity): void {
    if (subject.startsWith('track/')) {
      this.trackList = null;
      return;
    }
    this.segments.delete(subject);
    this.tagged.delete(subject);
    this.drafted.delete(entity as Keyframe);
    const of = this.byTrack.get((entity as Keyframe).track);
    if (!of) return;
    const slot = of.slots.get((entity as Keyframe).slot) ?? [];
    for (const list of [of.keyframes, slot, of.states, of.acceptances] as Entity[][]) {
      const at = list.indexOf(entity);
      if (at >= 0) list.splice(at, 1);
    }
  }
}

function insert<T>(list: T[], item: T, frameOf: (item: T) => number): void {
  let at = list.length;
  while (at > 0 && frameOf(list[at - 1]!) > frameOf(item)) at--;
  list.splice(at, 0, item);
}

/** The last of a list in frame order that starts at or before a frame. */
export function lastAtOrBefore<T extends { readonly frame: number }>(list: readonly T[], frame: number): T | null {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (list[middle]!.frame <= frame) low = middle + 1;
    else high = middle;
  }
  return low > 0 ? list[low - 1]! : null;
}

/** The first of a list in frame order that starts after a frame. */
export function firstAfter<T extends { readonly frame: number }>(list: readonly T[], frame: number): T | null {
  return list[firstIndexFrom(list, frame + 1)] ?? null;
}

/** Where in a list in frame order the frames from `frame` on begin. */
export function firstIndexFrom(list: readonly { readonly frame: number }[], frame: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (list[middle]!.frame < frame) low = middle + 1;
    else high = middle;
  }
  return low;
}
