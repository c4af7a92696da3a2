import type { FrameRange } from '../model/ranges.js';
import { Emitter } from './emitter.js';

/** The frames picked on the timeline, for what is done to many at once. */
export class Span {
  readonly changed = new Emitter();
  private picked: FrameRange | null = null;

  get range(): FrameRange | null {
    return this.picked;
  }

  set(range: FrameRange | null): void {
    if (range?.from === this.picked?.from && range?.to === this.picked?.to) return;
    this.picked = range && range.to > range.from ? range : null;
    this.changed.emit();
  }
}
