import { applyEdit, type Entity, fingerprint, subjectOf, trackSubject } from '../model/edits.js';
import { ApiError } from '../protocol/api.js';
import type { Edit, Op, OpResult, Track } from '../protocol/wire.js';
import { Emitter } from './emitter.js';
import type { Labels } from './labels.js';
import type { Kept, OutboxStore, Waiting } from './outbox-store.js';

export type SendOps = (ops: readonly Op[]) => Promise<readonly OpResult[]>;
export type Saving = 'saved' | 'saving' | 'offline' | 'signed-out';

const MAX_BATCH = 64;
const PAUSES = [500, 1000, 2000, 4000, 8000, 15000];

/**
 * Every edit on its way to the server. Edits are written down in the browser as they are made, sent in that order, and
 * forgotten only when the server has said that they are saved.
 */
export class Outbox {
  readonly changed = new Emitter();
  readonly settled = new Emitter<Op>();
  /** The server keeps it apart: it came after the task had gone on. */
  readonly branched = new Emitter<OpResult>();
  private queue: Waiting[] = [];
  private keptEdits: Kept[] = [];
  private next = 1;
  private state: Saving = 'saved';
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sending = false;
  private durableStore = true;
  private closed = false;

  constructor(
    private readonly task: string,
    private readonly labels: Labels,
    private readonly store: OutboxStore,
    private readonly send: SendOps,
    private readonly newId: () => string = () => crypto.randomUUID(),
  ) {}

  get saving(): Saving {
    return this.state;
  }

  get count(): number {
    return this.queue.length;
  }

  get kept(): readonly Kept[] {
    return this.keptEdits;
  }

  /** False where the browser cannot keep edits over a crash. */
  get durable(): boolean {
    return this.store.durable && this.durableStore;
  }

  /** Takes up what an earlier visit left behind. */
  async open(): Promise<void> {
    const { waiting, kept } = await this.store.load(this.task);
    this.queue = [...waiting, ...this.queue];
    this.keptEdits = kept;
    this.next = Math.max(this.next, ...waiting.map((w) => w.n + 1));
    for (const w of waiting) this.labels.add(w.op);
    this.wake(0);
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
  }

  push(edits: readonly Edit[]): Op[] {
    const group = edits.length > 1 ? this.newId() : undefined;
    const added = edits.map((edit) => this.prepare(edit, group));
    this.queue.push(...added);
    this.store.add(added).catch(() => (this.durableStore = false));
    this.wake(0);
    return added.map((w) => w.op);
  }

  /** Tries now: the person asks, or the network is back. */
  retry(): void {
    this.failures = 0;
    this.wake(0);
  }

  /** Waits for the server to have everything; false when it cannot be reached now. */
  async drained(): Promise<boolean> {
    while (this.queue.length > 0 && this.state === 'saving') {
      await new Promise<void>((resolve) => {
        const stop = this.changed.on(() => {
          stop();
          resolve();
        });
      });
    }
    return this.queue.length === 0;
  }

  /** Makes a kept edit once more, on top of what stands now; a track that was deleted meanwhile comes back for it. */
  insist(kept: Kept): void {
    const edits = kept.ops.map(({ op: _op, base: _base, group: _group, ...edit }) => edit as Edit);
    this.push([...this.revived(edits), ...edits]);
    this.dismiss(kept);
  }

  private revived(edits: readonly Edit[]): Edit[] {
    const tracks = new Set(edits.filter((e) => !['track.create', 'track.delete'].includes(e.kind)).flatMap((e) => ('track' in e ? [e.track] : [])));
    const gone = (track: string): boolean => (this.labels.view.get(trackSubject(track)) as Track | null)?.deleted === true;
    return [...tracks].filter(gone).map((track) => ({ kind: 'track.restore', track }));
  }

  dismiss(kept: Kept): void {
    this.keptEdits = this.keptEdits.filter((k) => k !== kept);
    void this.store.forget(kept.id);
    this.changed.emit();
  }

  private prepare(edit: Edit, group: string | undefined): Waiting {
    const subject = subjectOf(edit);
    const before = this.labels.waiting(subject);
    const after = before[before.length - 1]?.op ?? null;
    const op: Op = { ...edit, op: this.newId(), base: this.labels.baseOf(subject), ...(group && { group }) };
    this.labels.add(op);
    return { n: this.next++, task: this.task, op, after };
  }

  private wake(delay: number): void {
    if (this.closed) return;
    if (this.queue.length > 0 && this.state === 'saved') this.state = 'saving';
    this.changed.emit();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), delay);
  }

  private async flush(): Promise<void> {
    if (this.sending || this.closed) return;
    this.sending = true;
    try {
      while (this.queue.length > 0 && !this.closed) {
        const batch = this.batch();
        const results = await this.sendOrSplit(batch);
        this.failures = 0;
        this.state = 'saving';
        await this.take(batch, results);
      }
      this.state = 'saved';
    } catch (e) {
      this.failed(e);
    } finally {
      this.sending = false;
      this.changed.emit();
    }
  }

  /** The longest start of the queue that touches each subject once: a second edit needs the first one's version. */
  private batch(): Waiting[] {
    const seen = new Set<string>();
    const batch: Waiting[] = [];
    for (const w of this.queue.slice(0, MAX_BATCH)) {
      const subject = subjectOf(w.op);
      if (seen.has(subject)) break;
      seen.add(subject);
      batch.push(w);
    }
    return batch;
  }

  /** A batch refused as a whole is sent edit by edit, so that one bad edit does not hold up the rest. */
  private async sendOrSplit(batch: readonly Waiting[]): Promise<readonly OpResult[]> {
    try {
      return await this.send(batch.map((w) => w.op));
    } catch (e) {
      if (!(e instanceof ApiError) || !e.final) throw e;
      if (batch.length === 1) return [{ op: batch[0]!.op.op, status: 'refused', message: e.message }];
      const results: OpResult[] = [];
      for (const w of batch) results.push(...(await this.sendOrSplit([w])));
      return results;
    }
  }

  private async take(batch: readonly Waiting[], results: readonly OpResult[]): Promise<void> {
    const done: Waiting[] = [];
    const changed: Waiting[] = [];
    const kept: Kept[] = [];
    for (const w of batch) {
      const result = results.find((r) => r.op === w.op.op);
      if (!result || !this.queue.includes(w)) continue;
      if (result.status === 'applied' || result.status === 'replayed') {
        done.push(w);
        this.queue = this.queue.filter((other) => other !== w);
        changed.push(...this.rebase(w, result.version ?? w.op.base + 1));
        this.labels.settle(w.op, result);
        this.settled.emit(w.op);
      } else if (result.status === 'branched') {
        done.push(w);
        this.queue = this.queue.filter((other) => other !== w);
        changed.push(...this.rebase(w, result.version ?? w.op.base));
        this.labels.withdraw(w.op);
        this.branched.emit(result);
      } else {
        const subject = subjectOf(w.op);
        const lost = this.queue.filter((other) => subjectOf(other.op) === subject);
        this.queue = this.queue.filter((other) => !lost.includes(other));
        done.push(...lost);
        if (agreed(result, lost)) this.labels.yieldTo(subject, (result.current ?? null) as Entity | null);
        else kept.push(this.keep(subject, result, lost));
      }
    }
    if (done.length === 0) throw new Error('The server answered without saying what became of the edits.');
    await this.store.settle(done, changed, kept).catch(() => undefined);
    this.changed.emit();
  }

  private rebase(done: Waiting, version: number): Waiting[] {
    const changed: Waiting[] = [];
    this.queue = this.queue.map((w) => {
      if (w.after !== done.op.op) return w;
      const rebased = { ...w, after: null, op: { ...w.op, base: version } };
      changed.push(rebased);
      return rebased;
    });
    return changed;
  }

  private keep(subject: string, result: OpResult, lost: readonly Waiting[]): Kept {
    const reason = result.status === 'conflict' ? 'conflict' : 'refused';
    const current = reason === 'conflict' ? ((result.current ?? null) as Entity | null) : undefined;
    this.labels.yieldTo(subject, current);
    const message = result.message ?? 'Somebody else changed this first.';
    const kept: Kept = { id: this.newId(), task: this.task, subject, reason, message, ops: lost.map((w) => w.op) };
    this.keptEdits = [...this.keptEdits, kept];
    return kept;
  }

  private failed(e: unknown): void {
    this.state = e instanceof ApiError && e.status === 401 ? 'signed-out' : 'offline';
    const pause = PAUSES[Math.min(this.failures++, PAUSES.length - 1)]!;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), pause);
  }
}

/** Somebody else was first, and meant the same. */
function agreed({ status, current }: OpResult, ops: readonly Waiting[]): boolean {
  if (status !== 'conflict') return false;
  const theirs = (current ?? null) as Entity | null;
  const mine = ops.reduce<Entity | null>((entity, { op }) => applyEdit(entity, op), theirs);
  return fingerprint(mine) === fingerprint(theirs);
}
