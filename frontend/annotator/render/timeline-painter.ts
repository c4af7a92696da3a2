import { contains } from '../model/ranges.js';
import type { Track } from '../protocol/wire.js';
import type { Session } from '../state/session.js';
import { FONT, INK, withAlpha } from './style.js';
import { TimelineEvents } from './timeline-events.js';
import { GUTTER, NOTES, ROW, RULER, SHOTS, type TimelineLayout, WAVE } from './timeline-layout.js';
import { TimelineRow } from './timeline-row.js';
import type { TimelineStrip } from './timeline-strip.js';
import type { TimelineWave } from './timeline-wave.js';

const NAME_Y = 12;
const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];

/** Draws the timeline: ruler, storyboard, shots, events, notes, a row per track, and where time stands. */
export class TimelinePainter {
  readonly events: TimelineEvents;
  private readonly row: TimelineRow;

  constructor(
    private readonly session: Session,
    private readonly layout: TimelineLayout,
    private readonly strip: TimelineStrip,
    private readonly wave: TimelineWave,
  ) {
    this.row = new TimelineRow(session, layout);
    this.events = new TimelineEvents(session, layout);
  }

  drawBase(context: CanvasRenderingContext2D): void {
    const { layout, session } = this;
    context.fillStyle = INK.panel;
    context.fillRect(0, 0, layout.width, layout.height);
    context.font = FONT;
    context.textBaseline = 'middle';
    const tracks = session.labels.view.tracks();
    this.selectedRows(context, tracks);
    this.ruler(context);
    context.save();
    context.beginPath();
    context.rect(0, layout.rowsTop, layout.width, layout.height - layout.rowsTop);
    context.clip();
    tracks.forEach((track, i) => this.trackRow(context, track, layout.rowY(i)));
    context.restore();
    if (tracks.length === 0 && session.modes.draws) this.caption(context, 'Tracks appear here as you draw.', layout.rowsTop + NAME_Y, GUTTER + 14);
    this.clipped(context, () => this.strip.draw(context));
    this.sound(context);
    this.shots(context);
    this.events.captions(context);
    this.clipped(context, () => this.events.draw(context));
    this.notes(context);
  }

  drawTime(context: CanvasRenderingContext2D, hover: number | null): void {
    const { layout, session } = this;
    this.seen(context);
    this.span(context);
    if (hover !== null && hover !== session.time.frame) this.mark(context, hover, withAlpha(INK.quiet, 0.55), false);
    for (const person of session.people) {
      if (person.frame !== null && person.frame !== undefined) this.flag(context, person.frame, person.color ?? INK.quiet);
    }
    const { frame } = session.time;
    const { from, to } = layout.visible;
    if (frame < from - 1 || frame > to) return;
    this.mark(context, frame, INK.accent, true);
  }

  private selectedRows(context: CanvasRenderingContext2D, tracks: readonly Track[]): void {
    const { layout, session } = this;
    tracks.forEach((track, i) => {
      if (!session.selection.has(track.id)) return;
      context.fillStyle = 'rgb(91 157 255 / 0.10)';
      context.fillRect(0, Math.max(layout.rowsTop, layout.rowY(i)), layout.width, ROW);
    });
  }

  private ruler(context: CanvasRenderingContext2D): void {
    const { layout } = this;
    const { from, to } = layout.visible;
    const step = STEPS.find((s) => s * layout.perFrame >= 56) ?? 10000;
    context.textAlign = 'center';
    for (let frame = Math.ceil(from / step) * step; frame < to; frame += step) {
      const x = Math.round(layout.x(frame) + layout.perFrame / 2);
      context.fillStyle = withAlpha(INK.line, 0.7);
      context.fillRect(x, RULER - 5, 1, layout.height);
      context.fillStyle = INK.quiet;
      context.fillText(String(frame), x, 10);
    }
    context.textAlign = 'left';
  }

  /** The frames that are picked. */
  private span(context: CanvasRenderingContext2D): void {
    const { layout, session } = this;
    const { range } = session.span;
    if (!range) return;
    this.clipped(context, () => {
      const x0 = layout.x(range.from);
      const x1 = layout.x(range.to);
      context.fillStyle = withAlpha(INK.accent, 0.13);
      context.fillRect(x0, RULER - 4, x1 - x0, layout.height);
      context.fillStyle = INK.accent;
      context.fillRect(x0, RULER - 4, x1 - x0, 2);
      context.fillRect(x0 - 0.5, RULER - 4, 1, layout.height);
      context.fillRect(x1 - 0.5, RULER - 4, 1, layout.height);
    });
  }

  /** What this person has looked at, as a thin line under the numbers. */
  private seen(context: CanvasRenderingContext2D): void {
    const { layout, session } = this;
    const from = Math.max(layout.from, Math.floor(layout.visible.from));
    const to = Math.min(layout.to, Math.ceil(layout.visible.to));
    context.fillStyle = '#7d8797';
    let start = -1;
    for (let frame = from; frame <= to; frame++) {
      const seen = frame < to && session.coverage.has(frame);
      if (seen && start < 0) start = frame;
      if (seen || start < 0) continue;
      context.fillRect(layout.x(start), RULER - 2, layout.x(frame) - layout.x(start), 2);
      start = -1;
    }
  }

  private sound(context: CanvasRenderingContext2D): void {
    const { layout, wave } = this;
    if (layout.shotsTop === layout.waveTop) return;
    this.caption(context, wave.caption(), layout.waveTop + WAVE / 2);
    this.clipped(context, () => wave.draw(context));
  }

  private shots(context: CanvasRenderingContext2D): void {
    const { layout, session } = this;
    const y = layout.shotsTop + 3;
    this.caption(context, 'Shots', y + 7);
    this.clipped(context, () => {
      session.index.shots.forEach((shot, i) => {
        const x0 = layout.x(shot.from);
        const x1 = layout.x(shot.to) - 1.5;
        if (x1 < GUTTER || x0 > layout.width) return;
        const here = contains(shot, session.time.frame);
        context.fillStyle = here ? '#3b4a66' : i % 2 ? '#303848' : '#29303d';
        context.beginPath();
        context.roundRect(x0, y, Math.max(1, x1 - x0), SHOTS - 6, 3);
        context.fill();
        if (x1 - x0 < 70) return;
        context.fillStyle = here ? '#dbe4f2' : INK.quiet;
        context.font = '11px Inter, "Instrument Sans", system-ui, sans-serif';
        context.fillText(`${i + 1} · ${shot.to - shot.from} frames`, Math.max(GUTTER, x0) + 7, y + 7.5);
        context.font = FONT;
      });
    });
  }

  private notes(context: CanvasRenderingContext2D): void {
    const { layout, session } = this;
    const y = layout.notesTop;
    if (session.notes.list.length === 0) return;
    this.caption(context, 'Notes', y + 6);
    this.clipped(context, () => {
      for (const note of session.notes.list) {
        const x = layout.x(note.from);
        const color = note.resolvedAt ? '#5d6675' : '#e3b341';
        context.fillStyle = withAlpha(color, note.resolvedAt ? 0.35 : 0.55);
        context.fillRect(x, y + 5, Math.max(3, layout.x(note.to) - x), 3);
        context.fillStyle = color;
        context.beginPath();
        context.arc(x + layout.perFrame / 2, y + NOTES / 2 - 0.5, 3.5, 0, 7);
        context.fill();
      }
    });
  }

  private trackRow(context: CanvasRenderingContext2D, track: Track, y: number): void {
    const { layout, session } = this;
    if (y + ROW < layout.rowsTop || y > layout.height) return;
    const color = session.colorOf(track.id);
    context.globalAlpha = session.looks.hidden(track.id) ? 0.45 : 1;
    context.fillStyle = color;
    context.beginPath();
    context.roundRect(14, y + NAME_Y - 5, 10, 10, 2.5);
    context.fill();
    context.fillStyle = session.selection.has(track.id) ? '#fff' : INK.text;
    const number = track.number ? `#${track.number}` : 'new';
    const room = GUTTER - 46 - context.measureText(number).width;
    const name = fitted(context, session.nameOf(track), room);
    context.fillText(name, 32, y + NAME_Y);
    context.fillStyle = INK.quiet;
    context.fillText(number, 32 + context.measureText(name).width + 5, y + NAME_Y);
    this.clipped(context, () => this.row.draw(context, track, y));
    context.globalAlpha = 1;
  }

  private caption(context: CanvasRenderingContext2D, text: string, y: number, x = 14): void {
    context.fillStyle = INK.quiet;
    context.fillText(text, x, y);
  }

  private mark(context: CanvasRenderingContext2D, frame: number, color: string, head: boolean): void {
    const x = Math.round(this.layout.x(frame) + this.layout.perFrame / 2);
    if (x < GUTTER - 2) return;
    context.fillStyle = color;
    context.fillRect(x - (head ? 0.75 : 0.5), head ? 14 : RULER - 4, head ? 1.5 : 1, this.layout.height);
    context.font = '600 11px Inter, "Instrument Sans", system-ui, sans-serif';
    const text = String(frame);
    const width = context.measureText(text).width + 10;
    context.beginPath();
    context.roundRect(x - width / 2, 2, width, 16, 4);
    context.fillStyle = head ? color : INK.raised;
    context.fill();
    context.fillStyle = head ? '#08121f' : INK.text;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillText(text, x, 10.5);
    context.textAlign = 'left';
  }

  private flag(context: CanvasRenderingContext2D, frame: number, color: string): void {
    const x = Math.round(this.layout.x(frame) + this.layout.perFrame / 2);
    if (x < GUTTER) return;
    context.fillStyle = color;
    context.fillRect(x - 0.75, RULER - 4, 1.5, SHOTS + 2);
    context.beginPath();
    context.arc(x, RULER - 4, 3.5, 0, 7);
    context.fill();
  }

  private clipped(context: CanvasRenderingContext2D, draw: () => void): void {
    context.save();
    context.beginPath();
    context.rect(GUTTER - 7, 0, this.layout.width - GUTTER + 7, this.layout.height);
    context.clip();
    draw();
    context.restore();
  }
}

function fitted(context: CanvasRenderingContext2D, text: string, room: number): string {
  if (context.measureText(text).width <= room) return text;
  let cut = text;
  while (cut.length > 1 && context.measureText(`${cut}…`).width > room) cut = cut.slice(0, -1);
  return `${cut}…`;
}
