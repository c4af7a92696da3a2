import type { Api } from '../protocol/api.js';
import type { Decided, LateEdit } from '../protocol/wire.js';
import { Emitter } from './emitter.js';

/** Edits that came after the task had gone on, and wait for a decision. */
export class LateEdits {
  readonly changed = new Emitter();
  list: readonly LateEdit[] = [];

  constructor(private readonly api: Pick<Api, 'lateEdits' | 'applyLate' | 'discardLate'>) {}

  async reload(): Promise<void> {
    this.list = await this.api.lateEdits();
    this.changed.emit();
  }

  /** Takes them over into the labels; those that do not fit stay and say why. */
  async apply(edits: readonly LateEdit[], over: boolean): Promise<Decided> {
    const decided = await this.api.applyLate(edits.map((edit) => edit.n), over);
    await this.reload();
    return decided;
  }

  async discard(edits: readonly LateEdit[], reason: string): Promise<Decided> {
    const decided = await this.api.discardLate(edits.map((edit) => edit.n), reason);
    await this.reload();
    return decided;
  }
}
