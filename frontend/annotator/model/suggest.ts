import type { Document } from './document.js';

/** The middle of the gap between keyframes around a frame; null where it has none inside. */
export function middleOf(doc: Document, track: string, frame: number): number | null {
  const frames = [...new Set(doc.keyframes(track).map((k) => k.frame))];
  const before = Math.max(...frames.filter((f) => f <= frame));
  const after = Math.min(...frames.filter((f) => f > frame));
  const middle = Math.floor((before + after) / 2);
  return Number.isFinite(middle) && middle > before ? middle : null;
}
