import type { ProposalSource } from '../model/resolve.js';
import type { MaskItem, ProposalPiece, Shape } from '../protocol/wire.js';
import { Emitter } from './emitter.js';

export const WINDOW = 64;
const KEPT_WINDOWS = 24;

interface Window {
  state: 'loading' | 'ready' | 'stale';
  items: readonly MaskItem[];
}

/** The proposals that win: how sure they are for the whole task, their shapes in windows loaded as time comes near. */
export class Proposals implements ProposalSource {
  readonly changed = new Emitter();
  private byTrack = new Map<string, ProposalPiece[]>();
  private readonly windows = new Map<number, Window>();
  private frame = 0;
  private direction: 1 | -1 = 1;

  constructor(
    private readonly from: number,
    private readonly to: number,
    private readonly load: (from: number, to: number) => Promise<readonly MaskItem[]>,
  ) {}

  /** Takes the winning pieces; shapes of those not known before are loaded anew. */
  setPieces(pieces: readonly ProposalPiece[]): void {
    const known = new Set([...this.byTrack.values()].flat().map(nameOf));
    const byTrack = new Map<string, ProposalPiece[]>();
    for (const piece of pieces) {
      const list = byTrack.get(piece.track);
      if (list) list.push(piece);
      else byTrack.set(piece.track, [piece]);
    }
    for (const list of byTrack.values()) list.sort((a, b) => a.from - b.from);
    this.byTrack = byTrack;
    for (const piece of pieces) if (!known.has(nameOf(piece))) this.outdate(piece.from, piece.to);
    this.near(this.frame, this.direction);
    this.changed.emit();
  }

  pieces(track: string): readonly ProposalPiece[] {
    return this.byTrack.get(track) ?? [];
  }

  pieceAt(track: string, frame: number): ProposalPiece | null {
    const pieces = this.pieces(track);
    let low = 0;
    let high = pieces.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (pieces[middle]!.from <= frame) low = middle + 1;
      else high = middle;
    }
    const piece = pieces[low - 1];
    return piece && frame < piece.to ? piece : null;
  }

  shapeAt(piece: ProposalPiece, frame: number): Shape | null | undefined {
    const window = this.windows.get(Math.floor(frame / WINDOW));
    const covering = window?.items.filter(
      (item) => item.track === piece.track && frame >= item.from && frame < item.from + item.shapes.length,
    );
    const item = covering?.find((i) => i.run === piece.run && i.generation === piece.generation) ?? covering?.[0];
    return item ? item.shapes[frame - item.from] : undefined;
  }

  /** Loads what a frame and its neighbours ahead need. */
  near(frame: number, direction: 1 | -1): void {
    this.frame = frame;
    this.direction = direction;
    const here = Math.floor(frame / WINDOW);
    this.want(here);
    this.want(here + direction);
  }

  /** Shapes of these frames have changed: they stay on view until the new ones are here. */
  renew(from: number, to: number): void {
    this.outdate(from, to);
    this.near(this.frame, this.direction);
  }

  private outdate(from: number, to: number): void {
    for (const [n, window] of this.windows) {
      if (n * WINDOW < to && from < (n + 1) * WINDOW) window.state = 'stale';
    }
  }

  private want(n: number): void {
    const from = Math.max(this.from, n * WINDOW);
    const to = Math.min(this.to, (n + 1) * WINDOW);
    if (from >= to) return;
    const known = this.windows.get(n);
    if (known && known.state !== 'stale') return;
    const window: Window = { state: 'loading', items: known?.items ?? [] };
    this.windows.delete(n);
    this.windows.set(n, window);
    this.forget();
    void this.fill(window, from, to);
  }

  private async fill(window: Window, from: number, to: number): Promise<void> {
    try {
      window.items = await this.load(from, to);
      if (window.state === 'loading') window.state = 'ready';
    } catch {
      window.state = 'stale';
    }
    this.changed.emit();
  }

  private forget(): void {
    for (const n of this.windows.keys()) {
      if (this.windows.size <= KEPT_WINDOWS) return;
      this.windows.delete(n);
    }
  }
}

function nameOf(piece: ProposalPiece): string {
  return `${piece.run}/${piece.generation}/${piece.track}/${piece.from}/${piece.to}`;
}
