import { type FrameRange, rangeText } from '../model/ranges.js';
import type { Attributes, EventSegment, Tag } from '../protocol/wire.js';
import type { Editor } from './editor.js';
import type { Session } from './session.js';

/** Labelled intervals, and what is said of the whole clip. */
export class EventCommands {
  constructor(
    private readonly session: Session,
    private readonly editor: Editor,
    private readonly newId: () => string = () => crypto.randomUUID(),
  ) {}

  /** The tracks selected now take part. */
  add(classId: string, range: FrameRange): string | null {
    if (!this.editor.may()) return null;
    const id = this.newId();
    const participants = this.session.selection.tracks;
    this.editor.make(`event ${rangeText(range)}`, [{ kind: 'event.put', id, classId, from: range.from, to: range.to, participants }], null);
    return id;
  }

  change(event: EventSegment, change: Partial<Pick<EventSegment, 'classId' | 'from' | 'to' | 'attributes' | 'participants'>>): void {
    if (!this.editor.may()) return;
    const { id, classId, from, to, attributes, participants } = { ...event, ...change };
    this.editor.make('change event', [{ kind: 'event.put', id, classId, from, to, attributes, participants }], null);
  }

  remove(event: EventSegment): void {
    if (this.editor.may()) this.editor.make('delete event', [{ kind: 'event.delete', id: event.id }], null);
  }

  tagOf(classId: string): Tag | null {
    return this.session.labels.view.tags().find((tag) => tag.classId === classId) ?? null;
  }

  /** Says a class of the clip, or takes the word back. */
  toggleTag(classId: string, value: Attributes = {}): void {
    if (!this.editor.may()) return;
    const known = this.tagOf(classId);
    if (known) this.editor.make('untag the clip', [{ kind: 'tag.delete', id: known.id }], null);
    else this.editor.make('tag the clip', [{ kind: 'tag.put', id: this.newId(), classId, value }], null);
  }
}
