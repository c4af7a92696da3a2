import type { Api, NoteRequest } from '../protocol/api.js';
import type { Note } from '../protocol/wire.js';
import { Emitter } from './emitter.js';

/** Review remarks, by the frames they are about. */
export class Notes {
  readonly changed = new Emitter();
  list: readonly Note[] = [];

  constructor(private readonly api: Api) {}

  get open(): readonly Note[] {
    return this.list.filter((note) => !note.resolvedAt);
  }

  async reload(): Promise<void> {
    const notes = await this.api.notes();
    this.list = [...notes].sort((a, b) => a.from - b.from || (a.createdAt < b.createdAt ? -1 : 1));
    this.changed.emit();
  }

  async add(note: NoteRequest): Promise<void> {
    await this.api.addNote(note);
    await this.reload();
  }

  async settle(note: Note, resolved: boolean): Promise<void> {
    await this.api.settleNote(note.id, resolved, note.version);
    await this.reload();
  }

  async reply(note: Note, body: string): Promise<void> {
    await this.api.reply(note.id, body);
    await this.reload();
  }
}
