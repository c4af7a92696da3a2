import { Emitter } from './emitter.js';

/** The tracks that commands act on; the last one picked leads. */
export class Selection {
  readonly changed = new Emitter();
  private picked: readonly string[] = [];

  get tracks(): readonly string[] {
    return this.picked;
  }

  get track(): string | null {
    return this.picked[this.picked.length - 1] ?? null;
  }

  has(track: string): boolean {
    return this.picked.includes(track);
  }

  only(track: string | null): void {
    this.set(track ? [track] : []);
  }

  toggle(track: string): void {
    this.set(this.has(track) ? this.picked.filter((id) => id !== track) : [...this.picked, track]);
  }

  all(tracks: readonly string[]): void {
    this.set(tracks);
  }

  /** What no longer exists leaves the selection. */
  keep(exists: (track: string) => boolean): void {
    if (!this.picked.every(exists)) this.set(this.picked.filter(exists));
  }

  private set(tracks: readonly string[]): void {
    if (tracks.length === this.picked.length && tracks.every((id, i) => id === this.picked[i])) return;
    this.picked = tracks;
    this.changed.emit();
  }
}
