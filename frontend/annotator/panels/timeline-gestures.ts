import type { EventSegment } from '../protocol/wire.js';
import { NOTES, GUTTER, type TimelineLayout } from '../render/timeline-layout.js';
import type { EventHit, TimelineEvents } from '../render/timeline-events.js';
import type { Desk } from './desk.js';

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly shift: boolean;
  readonly toggle: boolean;
}

type Gesture =
  | { readonly kind: 'scrub' }
  | { readonly kind: 'range'; readonly start: number }
  | { readonly kind: 'new-event'; readonly classId: string; readonly start: number }
  | { readonly kind: 'event'; readonly hit: EventHit; readonly grabbed: number };

/**
 * What a pointer does on the timeline: it scrubs; with Shift it picks a range; on the rows of events it draws, moves
 * and stretches them; on the names it picks tracks.
 */
export class TimelineGestures {
  private gesture: Gesture | null = null;

  constructor(
    private readonly desk: Desk,
    private readonly layout: TimelineLayout,
    private readonly events: TimelineEvents,
    private readonly redraw: () => void,
  ) {}

  get scrubbing(): boolean {
    return this.gesture !== null;
  }

  cursor(place: Place): string {
    const hit = this.gesture?.kind === 'event' ? this.gesture.hit : this.events.at(place.x, place.y);
    if (!hit) return this.layout.eventRowAt(place.y) === null ? 'default' : 'crosshair';
    return hit.part === 'middle' ? 'grab' : 'ew-resize';
  }

  /** True when the pointer must be held. */
  down(place: Place): boolean {
    const { session } = this.desk;
    this.pickTrack(place);
    if (place.x < GUTTER - 8) return false;
    session.time.pause();
    const frame = this.frame(place);
    const hit = this.events.at(place.x, place.y);
    const row = this.layout.eventRowAt(place.y);
    this.pickEvent(hit?.event ?? null);
    if (hit && session.task.editable) this.gesture = { kind: 'event', hit, grabbed: frame };
    else if (row !== null && session.task.editable) this.gesture = { kind: 'new-event', classId: this.events.classes[row]!.id, start: frame };
    else if (place.shift) this.gesture = { kind: 'range', start: frame };
    else this.scrub(place, frame);
    return true;
  }

  move(place: Place): void {
    const { gesture } = this;
    const { session } = this.desk;
    const frame = this.frame(place);
    switch (gesture?.kind) {
      case 'scrub':
        session.time.go(frame);
        break;
      case 'range':
        session.span.set({ from: Math.min(gesture.start, frame), to: Math.max(gesture.start, frame) + 1 });
        break;
      case 'new-event':
        this.events.draft = this.fresh(gesture.classId, gesture.start, frame);
        break;
      case 'event':
        this.events.draft = this.dragged(gesture.hit, frame - gesture.grabbed);
        break;
      default:
        return;
    }
    this.redraw();
  }

  up(place: Place): void {
    const { gesture } = this;
    const { draft } = this.events;
    this.gesture = null;
    this.events.draft = null;
    if (gesture?.kind === 'event' && draft) this.desk.commands.events.change(gesture.hit.event, { from: draft.from, to: draft.to });
    else if (gesture?.kind === 'event') this.desk.session.time.go(gesture.hit.part === 'end' ? gesture.hit.event.to - 1 : gesture.hit.event.from);
    else if (gesture?.kind === 'new-event') {
      if (draft) this.events.picked = this.desk.commands.events.add(gesture.classId, draft);
      else this.desk.session.time.go(this.frame(place));
    }
    this.redraw();
  }

  private scrub(place: Place, frame: number): void {
    const { session } = this.desk;
    this.gesture = { kind: 'scrub' };
    const onNotes = place.y > this.layout.notesTop && place.y < this.layout.notesTop + NOTES;
    const note = onNotes ? session.notes.list.find((n) => frame >= n.from - 1 && frame <= n.to) : null;
    session.time.go(note?.from ?? frame);
  }

  private pickTrack(place: Place): void {
    const { session } = this.desk;
    const tracks = session.labels.view.tracks();
    const row = this.layout.rowAt(place.y, tracks.length);
    if (row === null || place.shift) return;
    if (place.toggle) session.selection.toggle(tracks[row]!.id);
    else session.selection.only(tracks[row]!.id);
  }

  private pickEvent(event: EventSegment | null): void {
    this.events.picked = event?.id ?? null;
    this.desk.pickEvent(event?.id ?? null);
  }

  private frame(place: Place): number {
    const { from, to } = this.layout;
    return Math.max(from, Math.min(to - 1, this.layout.frameAt(place.x)));
  }

  private fresh(classId: string, start: number, frame: number): EventSegment | null {
    if (frame === start) return null;
    const [from, to] = [Math.min(start, frame), Math.max(start, frame) + 1];
    return { id: 'draft', classId, from, to, attributes: {}, participants: [], version: 0 };
  }

  private dragged({ event, part }: EventHit, by: number): EventSegment | null {
    if (by === 0) return null;
    const { from: first, to: last } = this.layout;
    if (part === 'start') return { ...event, from: Math.max(first, Math.min(event.to - 1, event.from + by)) };
    if (part === 'end') return { ...event, to: Math.min(last, Math.max(event.from + 1, event.to + by)) };
    const shift = Math.max(first - event.from, Math.min(last - event.to, by));
    return { ...event, from: event.from + shift, to: event.to + shift };
  }
}
