import { rgbOf } from '../model/colors.js';

/** Colours of the canvases; the panels carry the same in their style sheet. */
export const INK = {
  back: '#0c0d10',
  panel: '#1b1e24',
  raised: '#22262e',
  line: '#2c313a',
  text: '#d7dce3',
  quiet: '#9aa3b2',
  accent: '#5b9dff',
} as const;

export const FONT = '12px Inter, "Instrument Sans", system-ui, sans-serif';

export function withAlpha(color: string, alpha: number): string {
  const [r, g, b] = rgbOf(color);
  return `rgb(${r} ${g} ${b} / ${alpha})`;
}

export function lighter(color: string, part = 0.4): string {
  const [r, g, b] = rgbOf(color).map((v) => Math.round(v + (255 - v) * part));
  return `rgb(${r} ${g} ${b})`;
}
