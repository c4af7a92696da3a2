import type { OntologyClass, Track } from '../protocol/wire.js';

const FALLBACK = '#8b93a1';

/** A class's colour for its first object; the ones after it lean away from it, so that neighbours can be told apart. */
export function trackColors(tracks: readonly Track[], classes: readonly OntologyClass[]): Map<string, string> {
  const counts = new Map<string, number>();
  const colors = new Map<string, string>();
  for (const track of tracks) {
    const ofClass = classes.find((c) => c.id === track.classId);
    const nth = counts.get(track.classId ?? '') ?? 0;
    counts.set(track.classId ?? '', nth + 1);
    colors.set(track.id, track.color ?? lean(ofClass?.color ?? FALLBACK, nth));
  }
  return colors;
}

function lean(color: string, nth: number): string {
  if (nth === 0) return color;
  const [h, s, l] = toHsl(color);
  const side = nth % 2 === 1 ? 1 : -1;
  const turn = side * 32 * Math.ceil(nth / 2);
  return toHex((h + turn + 720) % 360, Math.max(0.45, s), Math.min(0.72, Math.max(0.5, l + 0.06 * side)));
}

export function rgbOf(color: string): [number, number, number] {
  const hex = /^#?([0-9a-f]{6})$/i.exec(color)?.[1] ?? FALLBACK.slice(1);
  const value = parseInt(hex, 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** Black or white, whichever is easier to read on a colour. */
export function inkOn(color: string): string {
  const [r, g, b] = rgbOf(color).map((v) => (v <= 10 ? v / 3295 : ((v / 255 + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179 ? '#10131a' : '#fff';
}

function toHsl(color: string): [number, number, number] {
  const [r, g, b] = rgbOf(color).map((v) => v / 255) as [number, number, number];
  const max = Math.max(r, g, b);
  const min = Math.min(r, g, b);
  const span = max - min;
  const l = (max + min) / 2;
  if (span === 0) return [0, 0, l];
  const s = span / (1 - Math.abs(2 * l - 1));
  const h = max === r ? ((g - b) / span) % 6 : max === g ? (b - r) / span + 2 : (r - g) / span + 4;
  return [h * 60, s, l];
}

function toHex(h: number, s: number, l: number): string {
  const a = s * Math.min(l, 1 - l);
  const part = (n: number): string => {
    const k = (n + h / 30) % 12;
    const v = l - a * Math.max(-1, Math.min(k - 3, 9 - k, 1));
    return Math.round(v * 255).toString(16).padStart(2, '0');
  };
  return `#${part(0)}${part(8)}${part(4)}`;
}
