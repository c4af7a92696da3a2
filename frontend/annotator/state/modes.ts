import type { Ontology, Track } from '../protocol/wire.js';
import { Emitter } from './emitter.js';

/** What a task is about, as its classes say. */
export type Mode = 'instance' | 'semantic' | 'panoptic' | 'events' | 'clip';

export function modeOf(ontology: Ontology): Mode {
  const things = ontology.classes.some((c) => c.kind !== 'stuff');
  const stuff = ontology.classes.some((c) => c.kind === 'stuff');
  if (things && stuff) return 'panoptic';
  if (things) return 'instance';
  if (stuff) return 'semantic';
  return (ontology.events?.length ?? 0) > 0 || (ontology.clips?.length ?? 0) === 0 ? 'events' : 'clip';
}

/** How new shapes join those that are there. */
export class Modes {
  readonly changed = new Emitter();
  readonly mode: Mode;
  private takes: boolean;

  constructor(private readonly ontology: Ontology) {
    this.mode = modeOf(ontology);
    this.takes = this.mode === 'semantic' || this.mode === 'panoptic';
  }

  /** A pixel belongs to one track at most: new paint takes it from the others. */
  get exclusive(): boolean {
    return this.takes;
  }

  /** Each pixel needs a class. */
  get whole(): boolean {
    return this.mode === 'semantic' || this.mode === 'panoptic';
  }

  /** There is something to draw. */
  get draws(): boolean {
    return this.mode !== 'events' && this.mode !== 'clip';
  }

  setExclusive(on: boolean): void {
    this.takes = on;
    this.changed.emit();
  }

  /** Stuff is one track a class: paint of that class goes there. */
  home(classId: string | null, tracks: readonly Track[]): Track | null {
    const stuff = this.ontology.classes.some((c) => c.id === classId && c.kind === 'stuff');
    return stuff ? (tracks.find((t) => t.classId === classId) ?? null) : null;
  }
}
