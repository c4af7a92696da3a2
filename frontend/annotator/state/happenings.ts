import type { FrameRange } from '../model/ranges.js';
import type { ProposedEvent } from '../protocol/wire.js';
import { Emitter } from './emitter.js';

/** Stretches in which something seems to happen, going by what moves and sounds; nobody has said so yet. */
export class Happenings {
  readonly changed = new Emitter();
  list: readonly ProposedEvent[] = [];

  constructor(private readonly ask: () => Promise<{ readonly events: readonly ProposedEvent[] }>) {}

  async load(): Promise<void> {
    this.list = (await this.ask()).events;
    this.changed.emit();
  }

  /** Those that no labelled event covers for the most part. */
  open(labelled: readonly FrameRange[]): readonly ProposedEvent[] {
    return this.list.filter((p) => labelled.every((e) => 2 * (Math.min(p.to, e.to) - Math.max(p.from, e.from)) < p.to - p.from));
  }

  /** The first that begins after a frame, else the first of all. */
  next(frame: number, labelled: readonly FrameRange[]): ProposedEvent | null {
    const open = this.open(labelled);
    return open.find((p) => p.from > frame) ?? open[0] ?? null;
  }
}
