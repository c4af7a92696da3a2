import { boxBetween } from './interpolation.js';
import type { ProposalPiece, Shape, Slot, Visibility } from '../protocol/wire.js';
import { type Document, lastAtOrBefore } from './document.js';
import { contains, type FrameRange } from './ranges.js';

export type Source = 'draft' | 'keyframe' | 'accepted' | 'proposal' | 'interpolated' | 'ghost';

/** What a track shows at a frame, and where it comes from. A ghost is the last keyframe shown as a reminder: no label. */
export interface Resolved {
  readonly track: string;
  readonly slot: Slot;
  readonly shape: Shape | null;
  readonly source: Source;
  readonly confidence: number | null;
  readonly piece: ProposalPiece | null;
}

export interface ProposalSource {
  pieceAt(track: string, frame: number): ProposalPiece | null;
  /** The proposed shape; null when nothing is seen there, undefined while it is on its way. */
  shapeAt(piece: ProposalPiece, frame: number): Shape | null | undefined;
}

/** A person has said that this proposal is good here. */
export function isAccepted(doc: Document, piece: ProposalPiece, frame: number): boolean {
  return doc
    .acceptances(piece.track)
    .some((a) => contains(a, frame) && a.run === piece.run && a.generation === piece.generation);
}

const VISIBILITIES: readonly Visibility[] = ['VISIBLE', 'OCCLUDED', 'ABSENT'];

export function visibilityAt(doc: Document, proposals: ProposalSource, track: string, frame: number): Visibility {
  const said = lastAtOrBefore(
    doc.states(track).filter((state) => state.visibility),
    frame,
  )?.visibility;
  const here = doc.keyframes(track).filter((k) => k.frame === frame);
  if (here.length > 0) {
    if (here.every((k) => k.shape.type === 'mask' && k.shape.width === 0)) return 'ABSENT';
    return said && said !== 'ABSENT' ? said : 'VISIBLE';
  }
  if (said && said !== 'VISIBLE') return said;
  const piece = proposals.pieceAt(track, frame);
  return piece ? (VISIBILITIES[piece.visibility[frame - piece.from] ?? 0] ?? 'VISIBLE') : (said ?? 'VISIBLE');
}

/** Every shape a track shows at a frame: a person's keyframe first, else the winning proposal, else a ghost. */
export function resolve(
  doc: Document,
  proposals: ProposalSource,
  track: string,
  frame: number,
  shot: FrameRange,
): Resolved[] {
  const keyframes = doc.keyframes(track);
  const here = keyframes.filter((k) => k.frame === frame);
  const shown: Resolved[] = here.map((k) => ({
    track,
    slot: k.slot,
    shape: k.shape,
    source: k.draft ? 'draft' : 'keyframe',
    confidence: null,
    piece: null,
  }));
  const absent = visibilityAt(doc, proposals, track, frame) === 'ABSENT';
  if (absent) return shown;
  const piece = proposals.pieceAt(track, frame);
  const proposal = piece && proposals.shapeAt(piece, frame);
  const proposedSlot: Slot = proposal?.type === 'box' ? 'BOX' : 'MASK';
  if (piece && !here.some((k) => k.slot === proposedSlot)) {
    shown.push({
      track,
      slot: proposedSlot,
      shape: proposal ?? null,
      source: isAccepted(doc, piece, frame) ? 'accepted' : 'proposal',
      confidence: piece.confidence[frame - piece.from] ?? null,
      piece,
    });
  }
  const box = here.some((k) => k.slot === 'BOX') ? null : boxBetween(keyframes, frame);
  if (box) shown.push({ track, slot: 'BOX', shape: box, source: 'interpolated', confidence: null, piece: null });
  if (shown.length === 0) shown.push(...ghosts(doc, track, frame, shot));
  return shown;
}

function ghosts(doc: Document, track: string, frame: number, shot: FrameRange): Resolved[] {
  const latest = new Map<Slot, Resolved>();
  for (const k of doc.keyframes(track)) {
    if (k.frame >= frame) break;
    if (!contains(shot, k.frame)) continue;
    latest.set(k.slot, { track, slot: k.slot, shape: k.shape, source: 'ghost', confidence: null, piece: null });
  }
  return [...latest.values()];
}
