import type { VideoIndex } from '../protocol/wire.js';
import type { FrameRange } from './ranges.js';

/** When a frame is shown, in seconds from the first one. */
export function secondsOf(index: VideoIndex, frame: number): number {
  const [num, den] = index.timeBase;
  return (((index.pts[frame] ?? 0) - (index.pts[0] ?? 0)) * num) / den;
}

export function timeText(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const rest = (seconds - minutes * 60).toFixed(3).padStart(6, '0');
  return `${String(minutes).padStart(2, '0')}:${rest}`;
}

/** The last frame shown at or before a time. */
export function frameAt(index: VideoIndex, seconds: number): number {
  let low = 0;
  let high = index.frameCount;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (secondsOf(index, middle) <= seconds) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

export function shotAt(index: VideoIndex, frame: number): FrameRange {
  return index.shots.find((s) => frame >= s.from && frame < s.to) ?? { from: 0, to: index.frameCount };
}

/** The frame that a person means: a whole number is its number; "1:02.5", "62.5" and "62s" are times. Null for neither. */
export function placeOf(text: string, index: VideoIndex): number | null {
  const clean = text.trim().toLowerCase();
  if (/^\d+$/.test(clean)) return Number(clean);
  const time = /^(?:(\d+):)?(?:(\d+):)?(\d*\.?\d+|\d+\.?)s?$/.exec(clean);
  if (!time) return null;
  const [first, second, seconds] = [time[1], time[2], Number(time[3])];
  const whole = second === undefined ? Number(first ?? 0) * 60 : Number(first) * 3600 + Number(second) * 60;
  return frameAt(index, whole + seconds + 1e-6);
}
