import { Emitter } from './emitter.js';
import type { Preferences } from './preferences.js';

export interface Adjustments {
  readonly brightness: number;
  readonly contrast: number;
  readonly saturation: number;
  readonly gamma: number;
}

export const PLAIN: Adjustments = { brightness: 1, contrast: 1, saturation: 1, gamma: 1 };
export const ADJUSTABLE: readonly (readonly [keyof Adjustments, string, number, number])[] = [
  ['brightness', 'Brightness', 0.2, 3],
  ['contrast', 'Contrast', 0.2, 3],
  ['saturation', 'Saturation', 0, 3],
  ['gamma', 'Gamma', 0.3, 3],
];

/** How the picture itself is shown. It changes what is seen, never what is labelled. */
export class Picture {
  readonly changed = new Emitter();

  constructor(private readonly preferences: Preferences) {
    preferences.changed.on((key) => key.startsWith('picture') && this.changed.emit());
  }

  get adjustments(): Adjustments {
    return { ...PLAIN, ...this.preferences.get<Partial<Adjustments>>('picture', {}) };
  }

  get plain(): boolean {
    const now = this.adjustments;
    return (Object.keys(PLAIN) as (keyof Adjustments)[]).every((key) => now[key] === PLAIN[key]);
  }

  /** Side of the grid's squares in pixels of the frame; 0 for none. */
  get grid(): number {
    return this.preferences.get('picture.grid', 0);
  }

  adjust(change: Partial<Adjustments>): void {
    this.preferences.set('picture', { ...this.adjustments, ...change });
  }

  reset(): void {
    this.preferences.set('picture', PLAIN);
  }

  setGrid(size: number): void {
    this.preferences.set('picture.grid', size);
  }

  /** As a style sheet says it; gamma goes through a filter of that name. */
  filter(gammaFilter: string): string {
    const { brightness, contrast, saturation, gamma } = this.adjustments;
    const parts = [
      gamma === 1 ? '' : `url(#${gammaFilter})`,
      brightness === 1 ? '' : `brightness(${brightness})`,
      contrast === 1 ? '' : `contrast(${contrast})`,
      saturation === 1 ? '' : `saturate(${saturation})`,
    ];
    return parts.filter(Boolean).join(' ') || 'none';
  }
}
