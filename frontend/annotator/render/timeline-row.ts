import { confidenceColor } from '../model/confidence.js';
import { isAccepted } from '../model/resolve.js';
import type { ProposalPiece, Track, Visibility } from '../protocol/wire.js';
import type { Session } from '../state/session.js';
import { INK, withAlpha } from './style.js';
import { GUTTER, ROW, type TimelineLayout } from './timeline-layout.js';

interface Cell {
  readonly color: string | null;
  readonly visibility: Visibility;
  readonly accepted: boolean;
  readonly confidence: number | null;
}

const BAR_TOP = 7;
const BAR = 9;
const CURVE_TOP = 19;
const CURVE = 8;

/** One track through time: how sure the machine is, where people confirmed, where nothing is to be seen. */
export class TimelineRow {
  private hatch: CanvasPattern | null = null;

  constructor(
    private readonly session: Session,
    private readonly layout: TimelineLayout,
  ) {}

  draw(context: CanvasRenderingContext2D, track: Track, y: number): void {
    this.reach(context, track, y);
    this.running(context, track, y);
    const cells = this.cells(track.id);
    this.runs(cells, (a, b) => a.color === b.color && a.visibility === b.visibility, (from, to, cell) =>
      this.bar(context, from, to, cell, y),
    );
    this.runs(cells, (a, b) => a.accepted === b.accepted, (from, to, cell) => {
      if (cell.accepted) this.accepted(context, from, to, y);
    });
    this.curve(context, cells, y);
    this.keyframes(context, track, y);
  }

  private cells(track: string): Map<number, Cell> {
    const { from, to } = this.layout.visible;
    const cells = new Map<number, Cell>();
    for (const piece of this.session.proposals.pieces(track)) {
      const end = Math.min(piece.to, Math.ceil(to));
      for (let frame = Math.max(piece.from, Math.floor(from)); frame < end; frame++) {
        cells.set(frame, this.cell(track, frame, piece));
      }
    }
    for (const { frame, visibility } of this.session.labels.view.states(track)) {
      if (visibility && visibility !== 'VISIBLE') this.spread(cells, track, frame, visibility);
    }
    return cells;
  }

  private cell(track: string, frame: number, piece: ProposalPiece): Cell {
    const visibility = this.session.visibility(track, frame);
    const confidence = visibility === 'ABSENT' ? null : (piece.confidence[frame - piece.from] ?? null);
    const color = confidence === null ? null : confidenceColor(confidence);
    return { color, visibility, accepted: isAccepted(this.session.labels.view, piece, frame), confidence };
  }

  /** A person's word on visibility holds until their next one, with or without proposals. */
  private spread(cells: Map<number, Cell>, track: string, start: number, visibility: Visibility): void {
    const states = this.session.labels.view.states(track);
    const end = Math.min(states.find((s) => s.frame > start)?.frame ?? this.layout.to, Math.ceil(this.layout.visible.to));
    for (let frame = Math.max(start, Math.floor(this.layout.visible.from)); frame < end; frame++) {
      const known = cells.get(frame);
      if (!known) cells.set(frame, { color: null, visibility, accepted: false, confidence: null });
    }
  }

  private runs(
    cells: ReadonlyMap<number, Cell>,
    same: (a: Cell, b: Cell) => boolean,
    visit: (from: number, to: number, cell: Cell) => void,
  ): void {
    const frames = [...cells.keys()].sort((a, b) => a - b);
    let start = 0;
    for (let i = 1; i <= frames.length; i++) {
      const before = frames[i - 1]!;
      const goesOn = i < frames.length && frames[i] === before + 1 && same(cells.get(before)!, cells.get(frames[i]!)!);
      if (goesOn) continue;
      visit(frames[start]!, before + 1, cells.get(before)!);
      start = i;
    }
  }

  private bar(context: CanvasRenderingContext2D, from: number, to: number, cell: Cell, y: number): void {
    const x = this.layout.x(from);
    const width = this.layout.x(to) - x;
    const top = y + BAR_TOP;
    if (cell.visibility === 'ABSENT') {
      context.strokeStyle = withAlpha(INK.quiet, 0.6);
      context.setLineDash([2, 3]);
      context.lineWidth = 1;
      context.strokeRect(x + 0.5, top + 0.5, Math.max(1, width - 1), BAR - 1);
      context.setLineDash([]);
      return;
    }
    if (cell.color) {
      context.fillStyle = cell.color;
      context.fillRect(x, top, width, BAR);
    }
    if (cell.visibility === 'OCCLUDED') {
      context.fillStyle = this.hatching(context);
      context.fillRect(x, top, width, BAR);
    }
  }

  private accepted(context: CanvasRenderingContext2D, from: number, to: number, y: number): void {
    const x0 = this.layout.x(from) + 1;
    const x1 = this.layout.x(to) - 1;
    context.fillStyle = '#fff';
    context.fillRect(x0, y + BAR_TOP + BAR - 2, x1 - x0, 2);
    if (x1 - x0 < 14) return;
    const middle = Math.max(GUTTER + 8, (x0 + x1) / 2);
    context.strokeStyle = '#0c1014';
    context.lineWidth = 1.6;
    context.beginPath();
    context.moveTo(middle - 3.5, y + BAR_TOP + 3);
    context.lineTo(middle - 1, y + BAR_TOP + 5.5);
    context.lineTo(middle + 3.5, y + BAR_TOP + 1);
    context.stroke();
  }

  private curve(context: CanvasRenderingContext2D, cells: ReadonlyMap<number, Cell>, y: number): void {
    const { layout } = this;
    const level = (confidence: number): number => y + CURVE_TOP + (1 - Math.max(0, Math.min(1, confidence))) * CURVE;
    context.lineWidth = 1.5;
    let last = -2;
    let color = '';
    for (const [frame, cell] of [...cells].sort(([a], [b]) => a - b)) {
      if (cell.confidence === null) continue;
      const x = layout.x(frame) + layout.perFrame / 2;
      if (frame !== last + 1 || cell.color !== color) {
        if (color) context.stroke();
        context.beginPath();
        context.strokeStyle = color = cell.color!;
        const before = cells.get(last)?.confidence;
        if (frame === last + 1 && typeof before === 'number') {
          context.moveTo(x - layout.perFrame, level(before));
        } else context.moveTo(x - layout.perFrame / 2, level(cell.confidence));
      }
      context.lineTo(x, level(cell.confidence));
      last = frame;
    }
    if (color) context.stroke();
  }

  private keyframes(context: CanvasRenderingContext2D, track: Track, y: number): void {
    const { layout, session } = this;
    for (const k of session.labels.view.keyframes(track.id)) {
      const x = layout.x(k.frame) + layout.perFrame / 2;
      if (x < GUTTER - 8 || x > layout.width + 8) continue;
      const middle = y + BAR_TOP + BAR / 2;
      const size = 5.5;
      context.beginPath();
      context.moveTo(x, middle - size);
      context.lineTo(x + size, middle);
      context.lineTo(x, middle + size);
      context.lineTo(x - size, middle);
      context.closePath();
      context.fillStyle = k.draft ? INK.panel : '#fff';
      context.strokeStyle = k.draft ? '#fff' : INK.panel;
      context.lineWidth = 1.5;
      context.fill();
      context.stroke();
    }
  }

  /** A thin thread from the first to the last keyframe: here the track lives, though nothing is proposed yet. */
  private reach(context: CanvasRenderingContext2D, track: Track, y: number): void {
    const keys = this.session.labels.view.keyframes(track.id);
    const first = keys[0];
    const last = keys[keys.length - 1];
    if (!first || !last || first === last) return;
    const x = this.layout.x(first.frame);
    context.fillStyle = withAlpha(this.session.colorOf(track.id), 0.4);
    context.fillRect(x, y + BAR_TOP + BAR / 2 - 0.75, this.layout.x(last.frame) - x, 1.5);
  }

  private running(context: CanvasRenderingContext2D, track: Track, y: number): void {
    for (const run of this.session.runs.active()) {
      if (run.tracks && !run.tracks.includes(track.id)) continue;
      const x0 = this.layout.x(run.from ?? this.layout.from);
      const x1 = this.layout.x(run.to ?? this.layout.to);
      context.fillStyle = withAlpha(INK.accent, 0.16);
      context.fillRect(x0, y + 3, x1 - x0, ROW - 6);
    }
  }

  private hatching(context: CanvasRenderingContext2D): CanvasPattern {
    if (!this.hatch) {
      const tile = new OffscreenCanvas(6, 6);
      const ink = tile.getContext('2d')!;
      ink.strokeStyle = 'rgb(12 13 16 / 0.75)';
      ink.lineWidth = 1.6;
      for (const shift of [-6, 0, 6]) {
        ink.moveTo(shift, 6);
        ink.lineTo(shift + 6, 0);
      }
      ink.stroke();
      this.hatch = context.createPattern(tile, 'repeat')!;
    }
    return this.hatch;
  }
}
