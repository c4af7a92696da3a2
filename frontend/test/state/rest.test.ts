import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { maskOf, polygonOf } from '../../annotator/model/shapes.js';
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

const areas = (): number[] =>
  bench.session.labels.view.tracks().map((t) => maskOf(bench.session.resolved(t.id)[0]!.shape!, 64, 48)!.area());

describe('pixels without class', () => {
  it('are counted at each frame, and filled with the stuff class in hand', () => {
    const { session, commands } = bench;
    expect(commands.rest.share()).toBeNull();
    session.toolbox.setClass('dog');
    commands.editor.put('draw', polygonOf([[0, 0, 32, 0, 32, 24, 0, 24]]));
    expect(commands.rest.share()).toBe(0.75);
    session.selection.only(null);
    commands.rest.fill();
    expect([commands.rest.share(), session.notices.list.at(-1)?.text]).toEqual([0.75, 'Select a track, or pick a stuff class, to give these pixels to.']);
    session.toolbox.setClass('grass');
    commands.rest.fill();
    expect([commands.rest.share(), areas()]).toEqual([0, [768, 2304]]);
    commands.undo();
    expect(commands.rest.share()).toBe(0.75);
    session.time.go(1);
    expect(commands.rest.share()).toBe(1);
  });

  it('that are painted join those that the class has', () => {
    const { session, commands } = bench;
    session.toolbox.setClass('grass');
    commands.editor.put('draw', polygonOf([[0, 0, 64, 0, 64, 24, 0, 24]]));
    session.selection.only(null);
    commands.rest.fill();
    expect([areas(), session.labels.view.tracks()[0]!.kind]).toEqual([[3072], 'STUFF']);
  });
});
