import type { ProposalPiece } from '../protocol/wire.js';
import type { Document } from './document.js';
import type { FrameRange } from './ranges.js';
import { isAccepted } from './resolve.js';

/** Consecutive frames of a track whose proposals are less sure than the project asks, and that nobody accepted. */
export interface Doubt extends FrameRange {
  readonly track: string;
  readonly least: number;
}

const ABSENT = 2;

export function doubtsOf(
  doc: Document,
  pieces: readonly ProposalPiece[],
  track: string,
  threshold: number,
): Doubt[] {
  const keyed = new Set(doc.keyframes(track).map((k) => k.frame));
  const doubts: { track: string; from: number; to: number; least: number }[] = [];
  for (const piece of pieces) {
    for (let frame = piece.from; frame < piece.to; frame++) {
      const confidence = piece.confidence[frame - piece.from] ?? 1;
      if (confidence >= threshold || piece.visibility[frame - piece.from] === ABSENT || keyed.has(frame)) continue;
      if (doc.stateAt(track, frame)?.visibility === 'ABSENT' || isAccepted(doc, piece, frame)) continue;
      const last = doubts[doubts.length - 1];
      if (last && last.to === frame) {
        last.to++;
        last.least = Math.min(last.least, confidence);
      } else doubts.push({ track, from: frame, to: frame + 1, least: confidence });
    }
  }
  return doubts;
}

/**
 * The next doubt in time from a frame, or the previous one: of the preferred tracks first, then of all, then around the
 * ends of the task.
 */
export function nextDoubt(
  doubts: readonly Doubt[],
  frame: number,
  direction: 1 | -1,
  preferred: (track: string) => boolean = () => true,
): Doubt | null {
  const ordered = [...doubts].sort((a, b) => direction * (a.from - b.from) || a.least - b.least);
  const beyond = ordered.filter((d) => (direction === 1 ? d.from > frame : d.to <= frame));
  return beyond.find((d) => preferred(d.track)) ?? beyond[0] ?? ordered[0] ?? null;
}
