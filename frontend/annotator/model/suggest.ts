import type { ProposalPiece } from '../protocol/wire.js';
import type { Document } from './document.js';
import { isAccepted } from './resolve.js';

/** A frame whose label would help most, and how many frames' worth of doubt it would mend. */
export interface Suggestion {
  readonly track: string;
  readonly frame: number;
  readonly gain: number;
}

/** A keyframe mends its neighbours less, the farther they are; beyond this many frames not at all. */
export const REACH = 15;

/** The frame of a track whose label would take away most doubt around it; null where nothing is open. */
export function worthLabelling(doc: Document, pieces: readonly ProposalPiece[], track: string): Suggestion | null {
  const keyed = new Set(doc.keyframes(track).map((k) => k.frame));
  const doubt = new Map<number, number>();
  for (const piece of pieces) {
    for (let frame = piece.from; frame < piece.to; frame++) {
      const seen = piece.visibility[frame - piece.from] !== 2;
      if (!seen || keyed.has(frame) || isAccepted(doc, piece, frame)) continue;
      doubt.set(frame, 1 - (piece.confidence[frame - piece.from] ?? 1));
    }
  }
  let best: Suggestion | null = null;
  for (const frame of doubt.keys()) {
    let gain = 0;
    for (let other = frame - REACH + 1; other < frame + REACH; other++) {
      gain += (doubt.get(other) ?? 0) * (1 - Math.abs(other - frame) / REACH);
    }
    if (!best || gain > best.gain + 1e-9) best = { track, frame, gain };
  }
  return best;
}

/** The middle of the gap between keyframes around a frame; null where it has none inside. */
export function middleOf(doc: Document, track: string, frame: number): number | null {
  const frames = [...new Set(doc.keyframes(track).map((k) => k.frame))];
  const before = Math.max(...frames.filter((f) => f <= frame));
  const after = Math.min(...frames.filter((f) => f > frame));
  const middle = Math.floor((before + after) / 2);
  return Number.isFinite(middle) && middle > before ? middle : null;
}
