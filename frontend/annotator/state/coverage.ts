import { rangesOf } from '../model/ranges.js';
import { Emitter } from './emitter.js';

const EVERY = 4000;

/** Gathers the frames that were really shown and tells the server now and then; what could not be told is told later. */
export class Coverage {
  /** A frame's picture is on the screen, for the first time or again. */
  readonly looked = new Emitter<number>();
  private readonly seen = new Set<number>();
  private untold = new Set<number>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly tell: (ranges: readonly (readonly [number, number])[]) => Promise<void>) {}

  /** What this person had looked at on earlier visits. */
  load(ranges: readonly (readonly [number, number])[]): void {
    for (const [from, to] of ranges) for (let frame = from; frame < to; frame++) this.seen.add(frame);
  }

  has(frame: number): boolean {
    return this.seen.has(frame);
  }

  shown(frame: number): void {
    this.looked.emit(frame);
    if (this.seen.has(frame)) return;
    this.seen.add(frame);
    this.untold.add(frame);
    this.timer ??= setTimeout(() => void this.report(), EVERY);
  }

  async report(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const frames = this.untold;
    if (frames.size === 0) return;
    this.untold = new Set();
    try {
      await this.tell(rangesOf(frames).map((r) => [r.from, r.to] as const));
    } catch {
      frames.forEach((frame) => this.untold.add(frame));
      this.timer ??= setTimeout(() => void this.report(), EVERY * 4);
    }
  }

  close(): void {
    void this.report();
    clearTimeout(this.timer);
  }
}
