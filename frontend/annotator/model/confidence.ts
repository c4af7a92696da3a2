/** One scale for confidence everywhere. Blue-green, amber and rose differ in lightness too; a number always stands beside. */
export type Band = 'high' | 'middle' | 'low';

export const BAND_COLORS: Readonly<Record<Band, string>> = {
  high: '#2fa8a0',
  middle: '#e3b341',
  low: '#e0607e',
};

export function bandOf(confidence: number): Band {
  if (confidence >= 0.8) return 'high';
  return confidence >= 0.6 ? 'middle' : 'low';
}

export function confidenceColor(confidence: number): string {
  return BAND_COLORS[bandOf(confidence)];
}

/** Cut, not rounded: 0.799 never looks like the 0.80 that it is below. */
export function confidenceText(confidence: number): string {
  return (Math.floor(confidence * 100 + 1e-9) / 100).toFixed(2);
}
