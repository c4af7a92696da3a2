import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { polygonOf } from '../../annotator/model/shapes.js';
import { modeOf } from '../../annotator/state/modes.js';
import { Bench } from './bench.js';

let bench: Bench;

beforeEach(async () => {
  vi.stubGlobal('EventSource', class { close(): void {} addEventListener(): void {} });
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('removeEventListener', () => undefined);
  vi.stubGlobal('document', { hidden: true });
  bench = await Bench.open();
});
afterEach(() => bench.session.close());

describe('a reviewer’s span', () => {
  it('is the picked range, else the doubtful one, else the gap between keyframes, else the frame', () => {
    const { session, commands } = bench;
    for (const frame of [0, 30]) {
      session.time.go(frame);
      commands.editor.put('draw', polygonOf([[1, 1, 9, 1, 9, 9]]));
    }
    const track = session.selection.track!;
    expect(commands.review.span()).toEqual({ from: 30, to: 31 });
    session.time.go(12);
    expect(commands.review.span()).toEqual({ from: 1, to: 30 });
    const confidence = Array.from({ length: 29 }, (_, i) => (i >= 9 && i < 14 ? 0.3 : 0.9));
    session.proposals.setPieces([{ track, run: 'r', generation: 1, engine: 'flow', from: 1, to: 30, confidence, visibility: confidence.map(() => 0), accepted: false }]);
    expect(commands.review.span()).toEqual({ from: 10, to: 15 });
    session.span.set({ from: 3, to: 9 });
    expect(commands.review.span()).toEqual({ from: 3, to: 9 });
  });
});

describe('what a task is about', () => {
  const thing = { id: 'a', name: 'a', kind: 'thing', color: '#112233', attributes: [] };
  const stuff = { ...thing, id: 'b', kind: 'stuff' };
  const event = { id: 'e', name: 'e', color: '#112233', attributes: [] };

  it('follows from its classes', () => {
    const of = (o: Partial<Parameters<typeof modeOf>[0]>): string => modeOf({ version: 1, classes: [], ...o });
    expect([of({ classes: [thing] }), of({ classes: [stuff] }), of({ classes: [thing, stuff] }), of({ events: [event] }), of({ clips: [{ id: 'c', name: 'c' }] })]).toEqual([
      'instance', 'semantic', 'panoptic', 'events', 'clip',
    ]);
  });
});
