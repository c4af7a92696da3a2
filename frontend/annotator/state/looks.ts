import { Emitter } from './emitter.js';
import type { Shape } from '../protocol/wire.js';
import type { Preferences } from './preferences.js';

/**
 * How labels are laid over the picture: filled, outlines alone, what people changed of the proposals, or the proposals
 * left of a line and what stands right of it.
 */
export type Overlay = 'overlay' | 'outline' | 'difference' | 'wipe';
export const OVERLAYS: readonly Overlay[] = ['overlay', 'outline', 'difference', 'wipe'];

const LEAST_REVEALED = 0.25;

/** Two versions of one shape, laid over each other on their frame. */
export interface Versions {
  readonly frame: number;
  readonly before: Shape | null;
  readonly after: Shape | null;
  /** Whose they are, for the legend. */
  readonly words: string;
}

/** How this person looks at the tracks: hidden, locked and pinned ones, and how strongly masks cover the picture. */
export class Looks {
  readonly changed = new Emitter();
  private readonly hiddenTracks = new Set<string>();
  private readonly lockedTracks = new Set<string>();
  private readonly pinnedTracks = new Set<string>();
  private shown: Overlay = 'overlay';
  private revealing = false;
  private wipeAt = 0.5;
  private pair: Versions | null = null;

  constructor(private readonly preferences: Preferences) {
    preferences.changed.on((key) => key === 'opacity' && this.changed.emit());
  }

  hidden(track: string): boolean {
    return !this.revealing && this.hiddenTracks.has(track);
  }

  locked(track: string): boolean {
    return this.lockedTracks.has(track);
  }

  /** A pinned track's shapes are not moved by a drag. */
  pinned(track: string): boolean {
    return this.pinnedTracks.has(track);
  }

  get opacity(): number {
    const opacity = this.preferences.get('opacity', 0.4);
    return this.revealing ? Math.max(LEAST_REVEALED, opacity) : opacity;
  }

  get overlay(): Overlay {
    return this.revealing ? 'overlay' : this.shown;
  }

  /** Where the wipe's line stands, as a part of the view's width. */
  get wipe(): number {
    return this.wipeAt;
  }

  /** Everything is shown, whatever was hidden before. */
  reveal(on: boolean): void {
    this.revealing = on;
    this.changed.emit();
  }

  /** What is compared on this frame alone, until another one is shown. */
  get versions(): Versions | null {
    return this.pair;
  }

  compare(versions: Versions | null): void {
    if (versions === this.pair) return;
    this.pair = versions;
    this.changed.emit();
  }

  setOpacity(opacity: number): void {
    this.preferences.set('opacity', Math.max(0, Math.min(1, opacity)));
  }

  setOverlay(overlay: Overlay): void {
    this.shown = overlay;
    this.changed.emit();
  }

  setWipe(part: number): void {
    this.wipeAt = Math.max(0, Math.min(1, part));
    this.changed.emit();
  }

  toggleHidden(tracks: readonly string[]): void {
    this.toggle(this.hiddenTracks, tracks);
  }

  toggleLocked(tracks: readonly string[]): void {
    this.toggle(this.lockedTracks, tracks);
  }

  togglePinned(tracks: readonly string[]): void {
    this.toggle(this.pinnedTracks, tracks);
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
