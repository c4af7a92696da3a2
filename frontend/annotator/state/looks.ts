import { Emitter } from './emitter.js';

/** How this person looks at the tracks: hidden and locked ones, and how strongly masks cover the picture. */
export class Looks {
  readonly changed = new Emitter();
  private readonly hiddenTracks = new Set<string>();
  private readonly lockedTracks = new Set<string>();
  private strength = 0.4;

  hidden(track: string): boolean {
    return this.hiddenTracks.has(track);
  }

  locked(track: string): boolean {
    return this.lockedTracks.has(track);
  }

  get opacity(): number {
    return this.strength;
  }

  setOpacity(opacity: number): void {
    this.strength = Math.max(0, Math.min(1, opacity));
    this.changed.emit();
  }

  toggleHidden(tracks: readonly string[]): void {
    this.toggle(this.hiddenTracks, tracks);
  }

  toggleLocked(tracks: readonly string[]): void {
    this.toggle(this.lockedTracks, tracks);
  }

  private toggle(set: Set<string>, tracks: readonly string[]): void {
    const on = !tracks.every((track) => set.has(track));
    for (const track of tracks) {
      if (on) set.add(track);
      else set.delete(track);
    }
    this.changed.emit();
  }
}
