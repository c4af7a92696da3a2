import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fingerprint } from '../../annotator/model/edits.js';
import { polygonOf } from '../../annotator/model/shapes.js';
import type { Shape } from '../../annotator/protocol/wire.js';
import { Bench } from './bench.js';

const rect = (x: number, y = 5, size = 10): Shape => polygonOf([[x, y, x + size, y, x + size, y + size, x, y + size]]);
let bench: Bench;

beforeEach(async () => {
  vi.stubGlobal('EventSource', class { close(): void {} addEventListener(): void {} });
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('removeEventListener', () => undefined);
  vi.stubGlobal('document', { hidden: true });
  bench = await Bench.open();
});
afterEach(() => bench.session.close());

/** A new track with shapes at some frames. */
function drawn(x: number, ...frames: number[]): string {
  const { session, commands } = bench;
  session.selection.only(null);
  for (const frame of frames) {
    session.time.go(frame);
    commands.editor.put('draw', rect(x + frame));
  }
  return session.selection.track!;
}
const select = (...tracks: string[]): void => {
  bench.session.selection.only(null);
  tracks.forEach((track) => bench.session.selection.toggle(track));
};
const frames = (track: string): number[] => bench.session.labels.view.keyframes(track).map((k) => k.frame);
function text(): string {
  const { view } = bench.session.labels;
  return [...view.subjects()]
    .filter((subject) => !(view.get(subject) as { deleted?: boolean }).deleted)
    .sort()
    .map((subject) => `${subject} ${fingerprint(view.get(subject))}`)
    .join('\n');
}
/** One undo takes a deed back wholly, and a redo makes it again. */
function reversible(work: () => void): void {
  const before = text();
  work();
  const after = text();
  expect(after).not.toBe(before);
  bench.commands.undo();
  expect(text()).toBe(before);
  bench.commands.redo();
  expect(text()).toBe(after);
}

describe('tracks', () => {
  it('merge into the first one selected, which keeps its own keyframes', () => {
    const [a, b] = [drawn(0, 0, 10), drawn(20, 10, 20)];
    select(a, b);
    reversible(() => bench.commands.tracks.merge());
    expect([frames(a), bench.session.labels.view.track(b)!.deleted]).toEqual([[0, 10, 20], true]);
    expect(bench.session.labels.view.keyframe(a, 10, 'MASK')!.shape).toEqual(rect(10));
  });

  it('split at a frame: what comes later belongs to a new track, the old one is gone from there', () => {
    const a = drawn(0, 0, 10, 20);
    bench.session.time.go(10);
    select(a);
    let b = '';
    reversible(() => {
      bench.commands.tracks.split();
      b = bench.session.labels.view.tracks().find((t) => t.id !== a)!.id;
    });
    expect([frames(a), frames(b), bench.session.visibility(a, 15)]).toEqual([[0], [10, 20], 'ABSENT']);
  });

  it('are sliced in two by a line, and joined again', () => {
    const a = drawn(10, 0);
    select(a);
    reversible(() => bench.commands.tracks.slice([13, 0, 13, 40]));
    const b = bench.session.labels.view.tracks().find((t) => t.id !== a)!.id;
    select(a, b);
    reversible(() => bench.commands.tracks.join());
    expect(frames(b)).toEqual([]);
    select(a);
    expect(bench.commands.editor.baseMask()!.area()).toBe(100);
  });

  it('are grouped and ungrouped, put in front and behind', () => {
    const [a, b] = [drawn(0, 0), drawn(20, 0)];
    select(a, b);
    reversible(() => bench.commands.tracks.group());
    const group = (): unknown[] => [a, b].map((t) => bench.session.labels.view.track(t)!.groupId ?? null);
    expect(group()[0]).toBe(group()[1]);
    reversible(() => bench.commands.tracks.group());
    expect(group()).toEqual([null, null]);
    select(a);
    bench.commands.tracks.toEnd('front');
    select(b);
    bench.commands.tracks.toEnd('back');
    expect([a, b].map((t) => bench.session.labels.view.track(t)!.z)).toEqual([1, -1]);
  });

  it('copy their shapes to the next frame, and go there', () => {
    const a = drawn(0, 3);
    select(a);
    bench.commands.tracks.copyToNext();
    expect([frames(a), bench.session.time.frame]).toEqual([[3, 4], 4]);
  });
});

describe('masks', () => {
  it('are filled, grown and cleaned as one deed each, and say so when nothing changes', () => {
    const a = drawn(10, 0);
    select(a);
    reversible(() => bench.commands.masks.apply('grow'));
    expect(bench.commands.editor.baseMask()!.area()).toBeGreaterThan(100);
    const before = text();
    bench.commands.masks.apply('fill');
    expect([text(), bench.session.notices.list.at(-1)?.text]).toEqual([before, 'There was nothing to fill holes here.']);
  });

  it('of stuff are one a class and end at things, which take from them', () => {
    const { session, commands } = bench;
    const dog = drawn(10, 0);
    session.modes.setExclusive(true);
    session.selection.only(null);
    session.toolbox.setClass('grass');
    reversible(() => commands.editor.put('draw', rect(15)));
    const grass = session.selection.track!;
    expect(commands.editor.baseMask()!.area()).toBe(50);
    session.selection.only(null);
    commands.editor.put('draw', rect(40));
    expect(session.labels.view.tracks().filter((t) => t.classId === 'grass')).toHaveLength(1);
    select(dog);
    expect(commands.editor.baseMask()!.area()).toBe(100);
    commands.editor.put('draw', rect(37));
    select(grass);
    expect(commands.editor.baseMask()!.area()).toBe(30);
  });
});

describe('a range', () => {
  it('is cleared, marked absent with what follows unchanged, copied and pasted', () => {
    const { session, commands } = bench;
    const a = drawn(0, 0, 10, 12, 30);
    select(a);
    reversible(() => commands.ranges.absent({ from: 10, to: 20 }));
    expect([frames(a), [9, 10, 19, 20].map((f) => session.visibility(a, f))]).toEqual([
      [0, 30],
      ['VISIBLE', 'ABSENT', 'ABSENT', 'VISIBLE'],
    ]);
    commands.undo();
    commands.ranges.copy({ from: 10, to: 13 });
    session.time.go(25);
    reversible(() => commands.ranges.paste());
    expect(frames(a)).toEqual([0, 10, 12, 25, 27, 30]);
    reversible(() => commands.ranges.clear({ from: 25, to: 28 }));
    expect(frames(a)).toEqual([0, 10, 12, 30]);
  });

  it('is accepted where proposals are sure enough', () => {
    const { session, commands } = bench;
    const a = drawn(0, 0);
    session.proposals.setPieces([
      { track: a, run: 'r', generation: 2, engine: 'flow', from: 1, to: 9, confidence: [0.9, 0.95, 0.5, 0.95, 0.95, 0.99, 0.2, 0.97], visibility: Array(8).fill(0), accepted: false },
    ]);
    select(a);
    expect(commands.ranges.countAbove(0.95)).toEqual({ open: 8, sure: 5 });
    reversible(() => commands.ranges.accept({ from: 0, to: 60 }, 0.95));
    expect(session.labels.view.acceptances(a).map((x) => [x.from, x.to])).toEqual([[2, 3], [4, 7], [8, 9]]);
  });
});

describe('events and tags', () => {
  it('are made, changed and taken away, each by one deed', () => {
    const { session, commands } = bench;
    reversible(() => commands.events.add('jump', { from: 5, to: 20 }));
    const event = (): ReturnType<typeof session.labels.view.events>[number] => session.labels.view.events()[0]!;
    reversible(() => commands.events.change(event(), { to: 30 }));
    expect([event().from, event().to]).toEqual([5, 30]);
    reversible(() => commands.events.remove(event()));
    reversible(() => commands.events.toggleTag('night'));
    reversible(() => commands.events.toggleTag('night'));
  });
});

describe('guidance', () => {
  it('leads to the frame that the server names, and to the middle between keyframes', async () => {
    const { session, commands } = bench;
    const a = drawn(0, 0, 40);
    session.api.nextKeyframe = async (track) => ({ track: track ?? a, frame: 26, gain: 4.2 });
    await commands.guide.suggest();
    expect([session.time.frame, session.selection.track]).toEqual([26, a]);
    session.api.nextKeyframe = async () => null;
    await commands.guide.suggest();
    expect(session.time.frame).toBe(26);
    commands.guide.midpoint();
    expect(session.time.frame).toBe(20);
  });
});
