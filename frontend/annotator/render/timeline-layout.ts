import { Emitter } from '../state/emitter.js';

export const GUTTER = 148;
const RIGHT = 14;
export const RULER = 24;
export const SHOTS = 20;
export const NOTES = 14;
export const ROW = 30;
export const EVENT_ROW = 20;
export const STRIP = 40;
export const WAVE = 26;
const MIN_FRAMES = 12;

/** Where frames and rows lie on the timeline. */
export class TimelineLayout {
  readonly changed = new Emitter();
  private first: number;
  private last: number;
  private down = 0;
  width = 1;
  height = 1;
  /** How many kinds of events have a row of their own. */
  private events = 0;
  private strip = 0;
  private wave = 0;

  constructor(
    readonly from: number,
    readonly to: number,
  ) {
    this.first = from;
    this.last = to;
  }

  get visible(): { from: number; to: number } {
    return { from: this.first, to: this.last };
  }

  get perFrame(): number {
    return Math.max(1, this.width - GUTTER - RIGHT) / (this.last - this.first);
  }

  get stripHeight(): number {
    return this.strip;
  }

  get waveTop(): number {
    return RULER + this.strip;
  }

  get shotsTop(): number {
    return this.waveTop + this.wave;
  }

  get eventsTop(): number {
    return this.shotsTop + SHOTS;
  }

  get notesTop(): number {
    return this.eventsTop + this.events * EVENT_ROW;
  }

  get rowsTop(): number {
    return this.notesTop + NOTES;
  }

  /** Which event row lies at a height; null beside them. */
  eventRowAt(y: number): number | null {
    const row = Math.floor((y - this.eventsTop) / EVENT_ROW);
    return y >= this.eventsTop && row < this.events ? row : null;
  }

  arrange(events: number, strip: boolean, wave = false): void {
    const height = strip ? STRIP : 0;
    const loud = wave ? WAVE : 0;
    if (events === this.events && height === this.strip && loud === this.wave) return;
    this.events = events;
    this.strip = height;
    this.wave = loud;
    this.changed.emit();
  }

  get scroll(): number {
    return this.down;
  }

  x(frame: number): number {
    return GUTTER + (frame - this.first) * this.perFrame;
  }

  frameAt(x: number): number {
    return Math.floor(this.frameExactly(x));
  }

  frameExactly(x: number): number {
    return this.first + (x - GUTTER) / this.perFrame;
  }

  rowY(row: number): number {
    return this.rowsTop + row * ROW - this.down;
  }

  rowAt(y: number, rows: number): number | null {
    if (y < this.rowsTop) return null;
    const row = Math.floor((y - this.rowsTop + this.down) / ROW);
    return row < rows ? row : null;
  }

  resize(width: number, height: number): void {
    this.width = width;
    this.height = height;
    this.changed.emit();
  }

  zoom(x: number, factor: number): void {
    const held = this.first + (x - GUTTER) / this.perFrame;
    const span = Math.max(Math.min(MIN_FRAMES, this.to - this.from), Math.min(this.to - this.from, (this.last - this.first) / factor));
    const part = (held - this.first) / (this.last - this.first);
    this.place(held - part * span, span);
  }

  pan(frames: number): void {
    this.place(this.first + frames, this.last - this.first);
  }

  fit(): void {
    this.place(this.from, this.to - this.from);
  }

  /** Brings a frame into view by the least movement, with some room beyond it. */
  reveal(frame: number): void {
    const span = this.last - this.first;
    const room = Math.min(span * 0.08, 20);
    if (frame < this.first + room) this.place(frame - room, span);
    else if (frame + 1 > this.last - room) this.place(frame + 1 + room - span, span);
  }

  scrollRows(by: number, rows: number): void {
    const most = Math.max(0, rows * ROW - (this.height - this.rowsTop) + 6);
    this.down = Math.max(0, Math.min(most, this.down + by));
    this.changed.emit();
  }

  revealRow(row: number, rows: number): void {
    const y = this.rowY(row);
    if (y < this.rowsTop) this.scrollRows(y - this.rowsTop, rows);
    else if (y + ROW > this.height) this.scrollRows(y + ROW - this.height, rows);
  }

  private place(first: number, span: number): void {
    const start = Math.max(this.from, Math.min(this.to - span, first));
    if (start === this.first && start + span === this.last) return;
    this.first = start;
    this.last = start + span;
    this.changed.emit();
  }
}
