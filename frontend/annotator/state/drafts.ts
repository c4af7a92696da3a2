import type { Edit, Keyframe } from '../protocol/wire.js';
import type { Labels } from './labels.js';

/**
 * The strokes on one frame are one draft, saved as made. It becomes a keyframe when its frame is left or on Enter.
 */
export class Drafts {
  constructor(
    private readonly labels: Labels,
    private readonly me: string,
    private readonly push: (edits: readonly Edit[]) => void,
  ) {}

  at(frame: number): Keyframe[] {
    return this.all().filter((k) => k.frame === frame);
  }

  /** True when there was something to confirm. */
  commit(frame: number): boolean {
    return this.confirm(this.at(frame));
  }

  /** Also those that an earlier visit left behind. */
  commitAll(): boolean {
    return this.confirm(this.all());
  }

  private confirm(drafts: readonly Keyframe[]): boolean {
    const edits = drafts.map(({ track, frame, slot }): Edit => ({ kind: 'keyframe.commit', track, frame, slot }));
    if (edits.length > 0) this.push(edits);
    return edits.length > 0;
  }

  private all(): Keyframe[] {
    const { view } = this.labels;
    return [...view.drafts()].filter((k) => this.mine(k) && view.track(k.track)?.deleted !== true);
  }

  private mine(keyframe: Keyframe): boolean {
    const author = keyframe.author;
    return !author || (typeof author === 'string' ? author : author.id) === this.me;
  }
}
