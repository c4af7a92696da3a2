import type { Guideline } from '../protocol/wire.js';
import { Emitter } from './emitter.js';
import type { Preferences } from './preferences.js';

/** How the project wants its labels made, and whether this person has read the words that hold now. */
export class Guidelines {
  readonly changed = new Emitter();
  private text: Guideline | null = null;

  constructor(
    private readonly project: string,
    private readonly load: (project: string) => Promise<Guideline>,
    private readonly preferences: Preferences,
  ) {}

  /** Null where nobody has written any. */
  get current(): Guideline | null {
    return this.text && this.text.version > 0 && this.text.html.trim() !== '' ? this.text : null;
  }

  get open(): boolean {
    return this.current !== null && this.preferences.get('guidelines.open', false);
  }

  /** There is something that this person has not seen yet. */
  get news(): boolean {
    return this.current !== null && this.preferences.get(this.key, 0) !== this.current.version;
  }

  async reload(): Promise<void> {
    this.text = await this.load(this.project);
    if (this.open) this.read();
    this.changed.emit();
  }

  show(on: boolean): void {
    this.preferences.set('guidelines.open', on);
    if (on) this.read();
    this.changed.emit();
  }

  private read(): void {
    if (this.news) this.preferences.set(this.key, this.current!.version);
  }

  private get key(): string {
    return `guidelines.read.${this.project}`;
  }
}
