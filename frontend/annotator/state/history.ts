import { applyEdit, type Entity, fingerprint, inverseOf, subjectOf } from '../model/edits.js';
import type { Edit } from '../protocol/wire.js';
import { Emitter } from './emitter.js';
import type { Labels } from './labels.js';

interface Step {
  readonly edit: Edit;
  readonly inverse: Edit | null;
  readonly subject: string;
  /** What the edit left, to notice when somebody has changed it since. */
  readonly left: string;
}

/** Something a person did, as data: it can be undone and done again. */
export interface Deed {
  readonly label: string;
  readonly frame: number;
  readonly track: string | null;
  readonly steps: readonly Step[];
}

export type UndoOutcome =
  | { readonly status: 'done'; readonly deed: Deed }
  | { readonly status: 'changed'; readonly deed: Deed }
  | { readonly status: 'empty' };

const LIMIT = 1000;

/** Makes edits and remembers how to take them back; undo is an edit like any other. */
export class History {
  readonly changed = new Emitter();
  private done: Deed[] = [];
  private undone: Deed[] = [];

  constructor(
    private readonly labels: Labels,
    private readonly push: (edits: readonly Edit[]) => void,
  ) {}

  get canUndo(): boolean {
    return this.done.length > 0;
  }

  get canRedo(): boolean {
    return this.undone.length > 0;
  }

  get last(): Deed | null {
    return this.done[this.done.length - 1] ?? null;
  }

  make(label: string, frame: number, track: string | null, edits: readonly Edit[]): void {
    if (edits.length === 0) return;
    this.done = [...this.done, this.perform(label, frame, track, edits)].slice(-LIMIT);
    this.undone = [];
    this.changed.emit();
  }

  undo(): UndoOutcome {
    return this.reverse(this.done, this.undone);
  }

  redo(): UndoOutcome {
    return this.reverse(this.undone, this.done);
  }

  private reverse(from: Deed[], to: Deed[]): UndoOutcome {
    const deed = from.pop();
    if (!deed) return { status: 'empty' };
    const untouched = lastOfEach(deed.steps).every((s) => fingerprint(this.labels.view.get(s.subject)) === s.left);
    if (untouched) {
      const inverses = [...deed.steps].reverse().flatMap((step) => (step.inverse ? [asDraft(step.inverse)] : []));
      to.push(this.perform(deed.label, deed.frame, deed.track, inverses));
    }
    this.changed.emit();
    return { status: untouched ? 'done' : 'changed', deed };
  }

  private perform(label: string, frame: number, track: string | null, edits: readonly Edit[]): Deed {
    const running = new Map<string, Entity | null>();
    const inverses = edits.map((edit) => {
      const subject = subjectOf(edit);
      const before = running.has(subject) ? running.get(subject)! : this.labels.view.get(subject);
      running.set(subject, applyEdit(before, edit));
      return inverseOf(before, edit);
    });
    this.push(edits);
    const steps = edits.map((edit, i) => {
      const subject = subjectOf(edit);
      return { edit, inverse: inverses[i]!, subject, left: fingerprint(this.labels.view.get(subject)) };
    });
    return { label, frame, track, steps };
  }
}

function lastOfEach(steps: readonly Step[]): Step[] {
  return [...new Map(steps.map((step) => [step.subject, step])).values()];
}

/** A shape brought back is a draft again: it is confirmed, and the spans beside it rerun, when its frame is left. */
function asDraft(edit: Edit): Edit {
  return edit.kind === 'keyframe.put' ? { ...edit, draft: true } : edit;
}
