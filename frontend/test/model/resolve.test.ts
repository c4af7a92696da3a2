import { describe, expect, it } from 'vitest';
import { shapeBetween } from '../../annotator/model/interpolation.js';
import { type Doubt, doubtsOf, nextDoubt } from '../../annotator/model/doubts.js';
import { Document } from '../../annotator/model/document.js';
import { resolve, type ProposalSource, visibilityAt } from '../../annotator/model/resolve.js';
import type { BoxShape, Keyframe, ProposalPiece, Shape, TrackState } from '../../annotator/protocol/wire.js';

const mask = (x: number): Shape => ({ type: 'mask', x, y: 0, width: 2, height: 1, counts: '02' });
const box = (x: number, angle = 0): Shape => ({ type: 'box', x, y: 0, width: 4, height: 2, angle });
const piece: ProposalPiece = {
  track: 't', run: 'r', generation: 1, engine: 'flow', from: 10, to: 20, accepted: false,
  confidence: [0.9, 0.9, 0.7, 0.6, 0.9, 0.9, 0.5, 0.9, 0.9, 0.9],
  visibility: [0, 0, 0, 0, 1, 2, 0, 0, 0, 0],
};
const proposals: ProposalSource = {
  pieceAt: (track, frame) => (track === 't' && frame >= 10 && frame < 20 ? piece : null),
  shapeAt: (_, frame) => (frame === 15 ? null : mask(frame)),
};
const shot = { from: 0, to: 100 };

function labels(): Document {
  const doc = new Document();
  for (const [frame, shape] of [[5, mask(5)], [12, mask(1)]] as const) {
    const k: Keyframe = { track: 't', frame, slot: 'MASK', shape, draft: false, version: 1 };
    doc.put(`keyframe/t/${frame}/MASK`, k);
  }
  return doc;
}
const state = (frame: number, visibility: TrackState['visibility']): TrackState => ({
  track: 't', frame, visibility, attributes: {}, version: 1,
});
const sources = (doc: Document, frame: number): string[] => resolve(doc, proposals, 't', frame, shot, { width: 64, height: 48 }).map((r) => r.source);

describe('what a track shows', () => {
  it('is a keyframe before a proposal, a proposal before a ghost', () => {
    const doc = labels();
    expect([4, 5, 7, 11, 12, 13, 25].map((f) => sources(doc, f)[0] ?? 'nothing')).toEqual([
      'nothing', 'keyframe', 'preview', 'proposal', 'keyframe', 'proposal', 'ghost',
    ]);
  });

  it('is accepted only for the run and generation that a person saw', () => {
    const doc = labels();
    doc.put('acceptance/a', { id: 'a', track: 't', from: 13, to: 15, run: 'r', generation: 1, version: 1 });
    doc.put('acceptance/b', { id: 'b', track: 't', from: 16, to: 18, run: 'r', generation: 0, version: 1 });
    expect([13, 14, 16].map((f) => sources(doc, f)[0])).toEqual(['accepted', 'accepted', 'proposal']);
  });

  it('is nothing where a person said absent, but a keyframe on that frame stands', () => {
    const doc = labels();
    doc.put('state/t/11', state(11, 'ABSENT'));
    expect([11, 12, 13].map((f) => sources(doc, f)[0] ?? 'nothing')).toEqual(['nothing', 'keyframe', 'nothing']);
    expect(visibilityAt(doc, proposals, 't', 12)).toBe('VISIBLE');
  });

  it('takes visibility from a person until their next word, else from the machine', () => {
    const doc = labels();
    expect([13, 14, 15].map((f) => visibilityAt(doc, proposals, 't', f))).toEqual(['VISIBLE', 'OCCLUDED', 'ABSENT']);
    doc.put('state/t/16', state(16, 'OCCLUDED'));
    doc.put('state/t/18', state(18, 'VISIBLE'));
    expect([16, 17, 18].map((f) => visibilityAt(doc, proposals, 't', f))).toEqual(['OCCLUDED', 'OCCLUDED', 'VISIBLE']);
  });

  it('is a preview between two masks of one shot, and none over a cut', () => {
    const doc = labels();
    expect(sources(doc, 9)).toEqual(['preview']);
    expect(resolve(doc, proposals, 't', 9, { from: 7, to: 100 }, { width: 64, height: 48 })).toEqual([]);
  });

  it('shows no ghost from before a cut', () => {
    expect(resolve(labels(), proposals, 't', 60, { from: 50, to: 100 }, { width: 64, height: 48 })).toEqual([]);
  });

  it('is the box between two boxes, turned the short way', () => {
    const k = (frame: number, shape: Shape): Keyframe => ({ track: 't', frame, slot: 'BOX', shape, draft: false, version: 1 });
    const between = shapeBetween([k(0, box(0, 3)), k(10, box(20, -3))], 5, 64, 48) as BoxShape;
    expect(between.x).toBeCloseTo(10);
    expect(Math.cos(between.angle)).toBeCloseTo(-1);
    expect(shapeBetween([k(0, box(0))], 5, 64, 48)).toBeNull();
  });
});

describe('doubts', () => {
  it('join neighbouring frames below the threshold, without keyframes and what is absent or accepted', () => {
    const doc = labels();
    expect(doubtsOf(doc, [piece], 't', 0.8)).toEqual([
      { track: 't', from: 13, to: 14, least: 0.6 },
      { track: 't', from: 16, to: 17, least: 0.5 },
    ]);
    doc.put('acceptance/a', { id: 'a', track: 't', from: 10, to: 15, run: 'r', generation: 1, version: 1 });
    expect(doubtsOf(doc, [piece], 't', 0.8)).toHaveLength(1);
  });

  it('are visited in time, those of the selected track first, then around the end', () => {
    const d = (track: string, from: number): Doubt => ({ track, from, to: from + 3, least: 0.5 });
    const all = [d('a', 10), d('b', 20), d('a', 30), d('b', 40)];
    const a = (track: string): boolean => track === 'a';
    expect(nextDoubt(all, 12, 1)?.from).toBe(20);
    expect(nextDoubt(all, 12, 1, a)?.from).toBe(30);
    expect(nextDoubt(all, 31, 1, a)?.from).toBe(40);
    expect(nextDoubt(all, 41, 1, a)?.from).toBe(10);
    expect(nextDoubt(all, 31, -1)?.from).toBe(20);
    expect(nextDoubt(all, 31, -1, a)?.from).toBe(10);
    expect(nextDoubt([], 0, 1)).toBeNull();
  });
});
