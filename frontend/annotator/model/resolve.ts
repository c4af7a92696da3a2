import { shapeBetween } from './interpolation.js';
import type { Keyframe, ProposalPiece, Shape, Slot, TrackState, Visibility } from '../protocol/wire.js';
import { type Document, firstAfter, firstIndexFrom, lastAtOrBefore } from './document.js';
import { contains, type FrameRange } from './ranges.js';

export type Source = 'draft' | 'keyframe' | 'accepted' | 'proposal' | 'interpolated' | 'preview' | 'ghost';

/**
 * What a track shows at a frame, and where it comes from. Two are no labels: a ghost is the last keyframe shown as a
 * reminder, a preview is what lies between two masks before any engine has run.
 */
export interface Resolved {
  readonly track: string;
  readonly slot: Slot;
  readonly shape: Shape | null;
  readonly source: Source;
  readonly confidence: number | null;
  readonly piece: ProposalPiece | null;
}

/** Nobody has said so yet, and no export will have it. */
export function isLabel(shown: Resolved): boolean {
  return shown.source !== 'ghost' && shown.source !== 'preview';
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
  const said = saidAt(doc.states(track), frame);
  const here = doc.keyframesAt(track, frame);
  if (here.length > 0) {
    if (here.every((k) => k.shape.type === 'mask' && k.shape.width === 0)) return 'ABSENT';
    return said && said !== 'ABSENT' ? said : 'VISIBLE';
  }
  if (said && said !== 'VISIBLE') return said;
  const piece = proposals.pieceAt(track, frame);
  return piece ? (VISIBILITIES[piece.visibility[frame - piece.from] ?? 0] ?? 'VISIBLE') : (said ?? 'VISIBLE');
}

/** What a person last said of visibility. */
function saidAt(states: readonly TrackState[], frame: number): Visibility | null {
  for (let at = firstIndexFrom(states, frame + 1) - 1; at >= 0; at--) {
    const { visibility } = states[at]!;
    if (visibility) return visibility;
  }
  return null;
}

/** Every shape a track shows at a frame: a person's keyframe first, else the winning proposal, else a ghost. */
export function resolve(
  doc: Document,
  proposals: ProposalSource,
  track: string,
  frame: number,
  shot: FrameRange,
  size: { readonly width: number; readonly height: number },
): Resolved[] {
  const here = doc.keyframesAt(track, frame);
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
  for (const [slot, own] of doc.slots(track)) {
    if (shown.some((r) => r.slot === slot)) continue;
    const source = slot === 'MASK' ? 'preview' : 'interpolated';
    if (source === 'preview' && !sameShot(own, frame, shot)) continue;
    const shape = shapeBetween(own, frame, size.width, size.height);
    if (shape) shown.push({ track, slot, shape, source, confidence: null, piece: null });
  }
  if (shown.length === 0) shown.push(...ghosts(doc, track, frame, shot));
  return shown;
}

/** Nothing is carried over a cut. */
function sameShot(own: readonly Keyframe[], frame: number, shot: FrameRange): boolean {
  const before = lastAtOrBefore(own, frame);
  const after = firstAfter(own, frame);
  return !!before && !!after && contains(shot, before.frame) && contains(shot, after.frame);
}

function ghosts(doc: Document, track: string, frame: number, shot: FrameRange): Resolved[] {
  const ghosts: Resolved[] = [];
  for (const [slot, own] of doc.slots(track)) {
    const last = lastAtOrBefore(own, frame - 1);
    if (!last || !contains(shot, last.frame)) continue;
    ghosts.push({ track, slot, shape: last.shape, source: 'ghost', confidence: null, piece: null });
  }
  return ghosts;
}
