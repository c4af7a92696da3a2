import { applyEdit, type Entity, subjectOf } from '../../annotator/model/edits.js';
import { ApiError } from '../../annotator/protocol/api.js';
import type { LabelState, Op, OpResult, Track } from '../../annotator/protocol/wire.js';

/** Answers edits by the contract: versions checked, op ids remembered, each outcome told once and again. */
export class FakeServer {
  readonly entities = new Map<string, Entity>();
  readonly outcomes = new Map<string, OpResult>();
  seq = 0;
  failures: (Error | 'lost-answer')[] = [];
  batches: string[][] = [];
  /** The task has gone on: what comes is kept apart. */
  late = false;
  readonly apart: Op[] = [];

  send = async (ops: readonly Op[]): Promise<readonly OpResult[]> => {
    const failure = this.failures.shift();
    if (failure && failure !== 'lost-answer') throw failure;
    this.batches.push(ops.map((op) => op.kind));
    const results = ops.map((op) => this.apply(op));
    if (failure === 'lost-answer') throw new ApiError(0, 'The server cannot be reached.');
    return results;
  };

  private apply(op: Op): OpResult {
    const known = this.outcomes.get(op.op);
    if (known) return known.status === 'applied' ? { ...known, status: 'replayed' } : known;
    const subject = subjectOf(op);
    const before = this.entities.get(subject) ?? null;
    if (this.late || op.base < 0) {
      const version = -this.apart.push(op);
      const branched: OpResult = { op: op.op, status: 'branched', version, message: 'The task has gone on.' };
      this.outcomes.set(op.op, branched);
      return branched;
    }
    const outcome: OpResult =
      (before?.version ?? 0) !== op.base
        ? { op: op.op, status: 'conflict', message: 'Ana changed this first.', current: before }
        : this.take(op, subject, before);
    this.outcomes.set(op.op, outcome);
    return outcome;
  }

  private take(op: Op, subject: string, before: Entity | null): OpResult {
    const version = op.base + 1;
    const after = applyEdit(before, op);
    const number = op.kind === 'track.create' ? [...this.entities.keys()].filter((s) => s.startsWith('track')).length + 1 : null;
    if (after) this.entities.set(subject, { ...after, version, ...(number && { number }) } as Entity);
    else this.entities.delete(subject);
    return { op: op.op, status: 'applied', seq: ++this.seq, version, number };
  }

  state(): LabelState {
    const of = <T>(kind: string): T[] =>
      [...this.entities].filter(([subject]) => subject.startsWith(kind)).map(([, entity]) => entity as T);
    return {
      seq: this.seq,
      tracks: of<Track>('track'),
      keyframes: of('keyframe'),
      states: of('state'),
      acceptances: of('acceptance'),
      proposals: [],
      runs: [],
    };
  }
}
