import { inkOn } from '../model/colors.js';
import type { EventClass, EventSegment, ProposedEvent } from '../protocol/wire.js';
import type { Session } from '../state/session.js';
import { INK, withAlpha } from './style.js';
import { EVENT_ROW, type TimelineLayout } from './timeline-layout.js';

const EDGE_PX = 5;

export interface EventHit {
  readonly event: EventSegment;
  readonly part: 'start' | 'end' | 'middle';
}

/** Labelled intervals, a row for each kind. */
export class TimelineEvents {
  /** One that is being drawn or dragged, as it would be. */
  draft: EventSegment | null = null;
  picked: string | null = null;

  constructor(
    private readonly session: Session,
    private readonly layout: TimelineLayout,
  ) {}

  get classes(): readonly EventClass[] {
    return this.session.task.ontology.events ?? [];
  }

  /** What lies under a point; the ends are held by their last pixels. */
  at(x: number, y: number): EventHit | null {
    const row = this.layout.eventRowAt(y);
    const kind = row === null ? null : this.classes[row];
    if (!kind) return null;
    for (const event of [...this.session.labels.view.events()].reverse()) {
      if (event.classId !== kind.id) continue;
      const x0 = this.layout.x(event.from);
      const x1 = this.layout.x(event.to);
      if (x < x0 - 2 || x > x1 + 2) continue;
      const edge = Math.min(EDGE_PX, (x1 - x0) / 3);
      return { event, part: x < x0 + edge ? 'start' : x > x1 - edge ? 'end' : 'middle' };
    }
    return null;
  }

  captions(context: CanvasRenderingContext2D): void {
    this.classes.forEach((kind, i) => {
      const y = this.layout.eventsTop + i * EVENT_ROW + EVENT_ROW / 2;
      context.fillStyle = kind.color;
      context.fillRect(14, y - 4, 8, 8);
      context.fillStyle = INK.quiet;
      context.fillText(kind.name.length > 15 ? `${kind.name.slice(0, 14)}…` : kind.name, 30, y);
    });
  }

  draw(context: CanvasRenderingContext2D): void {
    const { labels, happenings } = this.session;
    for (const proposed of happenings.open(labels.view.events())) this.proposal(context, proposed);
    const events = labels.view.events().filter((e) => e.id !== this.draft?.id);
    for (const event of this.draft ? [...events, this.draft] : events) this.bar(context, event);
  }

  /** Dashed over all rows: that something happens is proposed, what it is is not. */
  private proposal(context: CanvasRenderingContext2D, { from, to, confidence }: ProposedEvent): void {
    const { layout } = this;
    const x = layout.x(from) + 0.5;
    const height = this.classes.length * EVENT_ROW - 3;
    if (height <= 0) return;
    context.save();
    context.setLineDash([3, 3]);
    context.strokeStyle = withAlpha(INK.quiet, 0.35 + 0.5 * confidence);
    context.strokeRect(x, layout.eventsTop + 1.5, Math.max(3, layout.x(to) - x - 1), height);
    context.restore();
  }

  private bar(context: CanvasRenderingContext2D, event: EventSegment): void {
    const row = this.classes.findIndex((c) => c.id === event.classId);
    if (row < 0) return;
    const { layout } = this;
    const x0 = layout.x(event.from);
    const width = Math.max(3, layout.x(event.to) - x0 - 1);
    const y = layout.eventsTop + row * EVENT_ROW + 2;
    const { color, name } = this.classes[row]!;
    const on = event.id === this.picked || event === this.draft;
    context.fillStyle = withAlpha(color, on ? 1 : 0.72);
    context.beginPath();
    context.roundRect(x0, y, width, EVENT_ROW - 4, 3);
    context.fill();
    if (on) {
      context.strokeStyle = '#fff';
      context.lineWidth = 1.5;
      context.stroke();
    }
    if (width < 46) return;
    context.save();
    context.beginPath();
    context.rect(x0, y, width - 4, EVENT_ROW);
    context.clip();
    context.fillStyle = on ? inkOn(color) : '#fff';
    context.fillText(`${name} ${event.from}–${event.to - 1}`, x0 + 6, y + (EVENT_ROW - 4) / 2);
    context.restore();
  }
}
