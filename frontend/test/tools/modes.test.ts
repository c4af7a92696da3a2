import { describe, expect, it } from 'vitest';
import { polygonOf } from '../../annotator/model/shapes.js';
import type { Shape } from '../../annotator/protocol/wire.js';
import type { ToolName } from '../../annotator/state/toolbox.js';
import type { Tool } from '../../annotator/tools/tool.js';
import { toolsFor } from '../../annotator/tools/workbench.js';
import { FakeHost, touch } from './fake-host.js';

const square: Shape = polygonOf([[10, 10, 30, 10, 30, 30, 10, 30]]);
const box: Shape = { type: 'box', x: 10, y: 10, width: 20, height: 20, angle: 0 };

const EVENTS = {
  click: (t: Tool) => (t.down(touch(20, 20)), t.up(touch(20, 20))),
  'click beside': (t: Tool) => (t.down(touch(50, 40)), t.up(touch(50, 40))),
  'shift click': (t: Tool) => (t.down(touch(20, 20, { shift: true })), t.up(touch(20, 20))),
  drag: (t: Tool) => (t.down(touch(20, 20)), t.move(touch(26, 24)), t.up(touch(26, 24))),
  'drag with the right button': (t: Tool) => (t.down(touch(20, 20, { exclude: true })), t.up(touch(20, 20, { exclude: true }))),
  'drag a corner': (t: Tool) => (t.down(touch(30, 30)), t.move(touch(40, 36)), t.up(touch(40, 36))),
  'alt click a corner': (t: Tool) => (t.down(touch(30, 30, { alt: true })), t.up(touch(30, 30))),
  'hover only': (t: Tool) => t.move(touch(20, 20)),
  'three clicks, Enter': (t: Tool) => (clicks(t), String(t.finish())),
  'three clicks, first point': (t: Tool) => (clicks(t), t.down(touch(12.5, 12)), t.up(touch(12.5, 12))),
  'three clicks, double click': (t: Tool) => (clicks(t), t.doubleClick(touch(12, 24))),
  'three clicks, Backspace, Enter': (t: Tool) => (clicks(t), t.back(), String(t.finish())),
  'three clicks, Esc, Enter': (t: Tool) => (clicks(t), t.cancel(), String(t.finish())),
  'half a drag, Esc': (t: Tool) => (t.down(touch(20, 20)), t.move(touch(26, 24)), t.cancel(), t.up(touch(26, 24))),
  Enter: (t: Tool) => String(t.finish()),
  Backspace: (t: Tool) => String(t.back()),
  Esc: (t: Tool) => String(t.cancel()),
} satisfies Record<string, (tool: Tool) => unknown>;

type EventName = keyof typeof EVENTS;

function clicks(t: Tool): void {
  for (const [x, y] of [[12, 12], [24, 12], [12, 24]] as const) {
    t.down(touch(x, y));
    t.up(touch(x, y));
  }
}

/** What a tool does on an event, over a square polygon of the selected track. */
function reaction(tool: ToolName, event: EventName, shape: Shape | null = square, allowed = true): string {
  const host = new FakeHost(shape);
  host.allowed = allowed;
  const said = EVENTS[event](toolsFor(host)[tool]);
  const list = typeof said === 'string' && said === 'true' ? [...host.log, 'took it'] : host.log;
  return list.join(', ') || '–';
}

const TABLE: Record<ToolName, Record<EventName, string>> = {
  select: {
    click: 'select dog',
    'click beside': 'select none',
    'shift click': 'select dog too',
    drag: 'select dog, put move polygon',
    'drag with the right button': 'select dog',
    'drag a corner': 'put move point polygon',
    'alt click a corner': 'put remove point polygon',
    'hover only': '–',
    'three clicks, Enter': 'select dog, select dog, select dog',
    'three clicks, first point': 'select dog, select dog, select dog, select dog',
    'three clicks, double click': 'select dog, select dog, select dog',
    'three clicks, Backspace, Enter': 'select dog, select dog, select dog',
    'three clicks, Esc, Enter': 'select dog, select dog, select dog, select none',
    'half a drag, Esc': 'select dog',
    Enter: '–',
    Backspace: '–',
    Esc: 'select none, took it',
  },
  brush: {
    click: 'paint, put brush stroke mask, dry',
    'click beside': 'paint, put brush stroke mask, dry',
    'shift click': 'paint, put brush stroke mask, dry',
    drag: 'paint, put brush stroke mask, dry',
    'drag with the right button': 'paint, put eraser stroke mask, dry',
    'drag a corner': 'paint, put brush stroke mask, dry',
    'alt click a corner': 'paint, put brush stroke mask, dry',
    'hover only': '–',
    'three clicks, Enter': Array(3).fill('paint, put brush stroke mask, dry').join(', '),
    'three clicks, first point': Array(4).fill('paint, put brush stroke mask, dry').join(', '),
    'three clicks, double click': Array(3).fill('paint, put brush stroke mask, dry').join(', '),
    'three clicks, Backspace, Enter': Array(3).fill('paint, put brush stroke mask, dry').join(', '),
    'three clicks, Esc, Enter': Array(3).fill('paint, put brush stroke mask, dry').join(', '),
    'half a drag, Esc': 'paint, dry',
    Enter: '–',
    Backspace: '–',
    Esc: '–',
  },
  eraser: {
    click: 'paint, put eraser stroke mask, dry',
    'click beside': 'paint, put eraser stroke mask, dry',
    'shift click': 'paint, put eraser stroke mask, dry',
    drag: 'paint, put eraser stroke mask, dry',
    'drag with the right button': 'paint, put brush stroke mask, dry',
    'drag a corner': 'paint, put eraser stroke mask, dry',
    'alt click a corner': 'paint, put eraser stroke mask, dry',
    'hover only': '–',
    'three clicks, Enter': Array(3).fill('paint, put eraser stroke mask, dry').join(', '),
    'three clicks, first point': Array(4).fill('paint, put eraser stroke mask, dry').join(', '),
    'three clicks, double click': Array(3).fill('paint, put eraser stroke mask, dry').join(', '),
    'three clicks, Backspace, Enter': Array(3).fill('paint, put eraser stroke mask, dry').join(', '),
    'three clicks, Esc, Enter': Array(3).fill('paint, put eraser stroke mask, dry').join(', '),
    'half a drag, Esc': 'paint, dry',
    Enter: '–',
    Backspace: '–',
    Esc: '–',
  },
  polygon: {
    click: '–',
    'click beside': '–',
    'shift click': '–',
    drag: '–',
    'drag with the right button': '–',
    'drag a corner': '–',
    'alt click a corner': '–',
    'hover only': '–',
    'three clicks, Enter': 'put polygon mask, took it',
    'three clicks, first point': 'put polygon mask',
    'three clicks, double click': 'put polygon mask',
    'three clicks, Backspace, Enter': 'took it',
    'three clicks, Esc, Enter': '–',
    'half a drag, Esc': '–',
    Enter: '–',
    Backspace: '–',
    Esc: '–',
  },
  'polygon-subtract': {
    click: '–',
    'click beside': '–',
    'shift click': '–',
    drag: '–',
    'drag with the right button': '–',
    'drag a corner': '–',
    'alt click a corner': '–',
    'hover only': '–',
    'three clicks, Enter': 'put polygon cut mask, took it',
    'three clicks, first point': 'put polygon cut mask',
    'three clicks, double click': 'put polygon cut mask',
    'three clicks, Backspace, Enter': 'took it',
    'three clicks, Esc, Enter': '–',
    'half a drag, Esc': '–',
    Enter: '–',
    Backspace: '–',
    Esc: '–',
  },
  box: {
    click: '–',
    'click beside': '–',
    'shift click': '–',
    drag: 'put box box',
    'drag with the right button': '–',
    'drag a corner': 'put box box',
    'alt click a corner': '–',
    'hover only': '–',
    'three clicks, Enter': '–',
    'three clicks, first point': '–',
    'three clicks, double click': '–',
    'three clicks, Backspace, Enter': '–',
    'three clicks, Esc, Enter': '–',
    'half a drag, Esc': '–',
    Enter: '–',
    Backspace: '–',
    Esc: '–',
  },
};

describe('each tool on each event', () => {
  for (const [tool, row] of Object.entries(TABLE) as [ToolName, Record<EventName, string>][]) {
    for (const [event, expected] of Object.entries(row) as [EventName, string][]) {
      it(`${tool}: ${event}`, () => expect(reaction(tool, event)).toBe(expected));
    }
  }
});

describe('where nothing may be changed', () => {
  for (const tool of Object.keys(TABLE) as ToolName[]) {
    it(`${tool} leaves the shape alone`, () => {
      for (const event of Object.keys(EVENTS) as EventName[]) {
        expect(reaction(tool, event, square, false)).not.toContain('put');
      }
    });
  }
});

describe('shapes that tools leave', () => {
  it('a polygon on nothing keeps its vertices, and one beside it joins as a second ring', () => {
    const host = new FakeHost();
    const { polygon } = toolsFor(host);
    clicks(polygon);
    polygon.finish();
    expect(host.shape).toEqual(polygonOf([[12, 12, 24, 12, 12, 24]]));
    for (const [x, y] of [[40, 30], [50, 30], [45, 40]] as const) polygon.down(touch(x, y));
    polygon.finish();
    expect(host.shape).toMatchObject({ type: 'polygon', rings: [{}, [40, 30, 50, 30, 45, 40]] });
  });

  it('the eraser and the cutting polygon have nothing to do on nothing', () => {
    expect(reaction('eraser', 'drag', null)).toBe('–');
    expect(reaction('polygon-subtract', 'three clicks, Enter', null)).toBe('took it');
  });

  it('erasing takes exactly what the brush had given', () => {
    const host = new FakeHost();
    const tools = toolsFor(host);
    EVENTS.drag(tools.brush);
    expect(host.baseMask()!.area()).toBeGreaterThan(40);
    EVENTS.drag(tools.eraser);
    expect(host.baseMask()!.empty).toBe(true);
  });

  it('a dragged corner of a box leaves the opposite one in place', () => {
    const host = new FakeHost(box);
    EVENTS['drag a corner'](toolsFor(host).select);
    expect(host.shape).toEqual({ type: 'box', x: 10, y: 10, width: 30, height: 26, angle: 0 });
  });

  it('a box is clipped to the frame, and square with Shift', () => {
    const host = new FakeHost();
    const { box: tool } = toolsFor(host);
    tool.down(touch(50, 40));
    tool.up(touch(90, 90));
    expect(host.shape).toMatchObject({ x: 50, y: 40, width: 14, height: 8 });
    tool.down(touch(10, 10));
    tool.up(touch(30, 22, { shift: true }));
    expect(host.shape).toMatchObject({ width: 12, height: 12 });
  });

  it('a tool laid down forgets what it had not finished, and keeps the selection', () => {
    const host = new FakeHost(square);
    const tools = toolsFor(host);
    clicks(tools.polygon);
    tools.polygon.leave();
    tools.select.leave();
    expect([tools.polygon.pending(), host.track]).toEqual([null, 'dog']);
  });
});
