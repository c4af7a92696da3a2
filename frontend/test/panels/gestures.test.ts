import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TimelineGestures, type Place } from '../../annotator/panels/timeline-gestures.js';
import type { Desk } from '../../annotator/panels/desk.js';
import { TimelineEvents } from '../../annotator/render/timeline-events.js';
import { GUTTER, TimelineLayout } from '../../annotator/render/timeline-layout.js';
import { Bench } from '../state/bench.js';

let bench: Bench;
let layout: TimelineLayout;
let events: TimelineEvents;
let gestures: TimelineGestures;

beforeEach(async () => {
  vi.stubGlobal('EventSource', class { close(): void {} addEventListener(): void {} });
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('removeEventListener', () => undefined);
  vi.stubGlobal('document', { hidden: true });
  bench = await Bench.open();
  layout = new TimelineLayout(0, 60);
  layout.resize(GUTTER + 614, 300);
  layout.arrange(1, false);
  events = new TimelineEvents(bench.session, layout);
  const desk = { session: bench.session, commands: bench.commands, pickEvent: () => undefined } as unknown as Desk;
  gestures = new TimelineGestures(desk, layout, events, () => undefined);
});
afterEach(() => bench.session.close());

const at = (frame: number, y: number, keys: Partial<Place> = {}): Place => ({ x: layout.x(frame) + layout.perFrame / 2, y, shift: false, toggle: false, ...keys });
function drag(from: Place, to: Place): void {
  gestures.down(from);
  gestures.move(to);
  gestures.up(to);
}
const rows = (): number => layout.rowsTop + 5;
const eventRow = (): number => layout.eventsTop + 8;
const list = (): number[][] => bench.session.labels.view.events().map((e) => [e.from, e.to]);

describe('a pointer on the timeline', () => {
  it('scrubs, and with Shift picks a range either way', () => {
    drag(at(5, 8), at(20, 8));
    expect([bench.session.time.frame, bench.session.span.range]).toEqual([20, null]);
    drag(at(30, rows(), { shift: true }), at(12, rows(), { shift: true }));
    expect([bench.session.time.frame, bench.session.span.range]).toEqual([20, { from: 12, to: 31 }]);
  });

  it('draws, moves and stretches events, inside the task, each as one deed', () => {
    drag(at(10, eventRow()), at(19, eventRow()));
    expect(list()).toEqual([[10, 20]]);
    drag(at(14, eventRow()), at(18, eventRow()));
    expect(list()).toEqual([[14, 24]]);
    drag({ ...at(14, eventRow()), x: layout.x(14) + 1 }, { ...at(8, eventRow()), x: layout.x(8) + 1 });
    expect(list()).toEqual([[8, 24]]);
    drag({ ...at(23, eventRow()), x: layout.x(24) - 1 }, at(59, eventRow()));
    expect(list()).toEqual([[8, 60]]);
    drag(at(20, eventRow()), at(1, eventRow()));
    expect(list()).toEqual([[0, 52]]);
    for (let i = 0; i < 4; i++) bench.commands.undo();
    expect(list()).toEqual([[10, 20]]);
  });

  it('changes no event where nothing may be changed', async () => {
    drag(at(10, eventRow()), at(19, eventRow()));
    bench.session.task = { ...bench.session.task, editable: false };
    drag(at(14, eventRow()), at(40, eventRow()));
    expect(list()).toEqual([[10, 20]]);
  });
});
