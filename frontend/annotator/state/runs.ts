import type { Run } from '../protocol/wire.js';
import { Emitter } from './emitter.js';

const OVER = /DONE|SUCCE|COMPLET|FINISH|CANCEL|FAIL|OVERTAKEN/i;

/** The runs of this task and how far they are. */
export class Runs {
  readonly changed = new Emitter();
  private readonly byId = new Map<string, Run>();

  load(runs: readonly Run[]): void {
    for (const run of runs) this.byId.set(run.id, run);
    this.changed.emit();
  }

  update(run: Partial<Run> & { id: string }): void {
    const known = this.byId.get(run.id) ?? { id: run.id, number: 0, state: 'RUNNING', progress: 0 };
    this.byId.set(run.id, { ...known, ...run });
    this.changed.emit();
  }

  progress(id: string, progress: number): void {
    const run = this.byId.get(id);
    if (run && !OVER.test(run.state)) this.update({ id, progress });
  }

  find(id: string): Run | null {
    return this.byId.get(id) ?? null;
  }

  active(): Run[] {
    return [...this.byId.values()].filter((run) => !OVER.test(run.state)).sort((a, b) => a.number - b.number);
  }

  /** A run that has ended without doing its work. */
  static failed(run: Partial<Run>): boolean {
    return /FAIL/i.test(run.state ?? '');
  }
}
