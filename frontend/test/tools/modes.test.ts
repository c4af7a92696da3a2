import { describe, expect, it } from 'vitest';
import { polygonOf } from '../../annotator/model/shapes.js';
import type { Shape, SkeletonShape } from '../../annotator/protocol/wire.js';
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

const times = (n: number, text: string): string => Array(n).fill(text).join(', ');

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
  assist: {
    click: 'ask point',
    'click beside': 'ask point',
    'shift click': 'ask point',
    drag: 'ask box',
    'drag with the right button': 'ask not point',
    'drag a corner': 'ask box',
    'alt click a corner': 'ask point',
    'hover only': '–',
    'three clicks, Enter': 'ask point, ask point+point, ask point+point+point, took it',
    'three clicks, first point': 'ask point, ask point+point, ask point+point+point, ask point+point+point+point',
    'three clicks, double click': 'ask point, ask point+point, ask point+point+point',
    'three clicks, Backspace, Enter': 'ask point, ask point+point, ask point+point+point, ask point+point, took it',
    'three clicks, Esc, Enter': 'ask point, ask point+point, ask point+point+point',
    'half a drag, Esc': '–',
    Enter: '–',
    Backspace: '–',
    Esc: '–',
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
  lasso: {
    click: '–',
    'click beside': '–',
    'shift click': '–',
    drag: '–',
    'drag with the right button': '–',
    'drag a corner': '–',
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
  scissors: {
    click: '–',
    'click beside': '–',
    'shift click': '–',
    drag: '–',
    'drag with the right button': '–',
    'drag a corner': '–',
    'alt click a corner': '–',
    'hover only': '–',
    'three clicks, Enter': 'put scissors mask, took it',
    'three clicks, first point': 'put scissors mask',
    'three clicks, double click': 'put scissors mask',
    'three clicks, Backspace, Enter': 'took it',
    'three clicks, Esc, Enter': '–',
    'half a drag, Esc': '–',
    Enter: '–',
    Backspace: '–',
    Esc: '–',
  },
  'rotated-box': {
    click: '–',
    'click beside': '–',
    'shift click': '–',
    drag: '–',
    'drag with the right button': '–',
    'drag a corner': '–',
    'alt click a corner': '–',
    'hover only': '–',
    'three clicks, Enter': 'put rotated box box',
    'three clicks, first point': 'put rotated box box',
    'three clicks, double click': 'put rotated box box',
    'three clicks, Backspace, Enter': 'put rotated box box',
    'three clicks, Esc, Enter': 'put rotated box box',
    'half a drag, Esc': '–',
    Enter: '–',
    Backspace: '–',
    Esc: '–',
  },
  ellipse: {
    click: '–',
    'click beside': '–',
    'shift click': '–',
    drag: 'put ellipse ellipse',
    'drag with the right button': '–',
    'drag a corner': 'put ellipse ellipse',
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
  polyline: {
    click: '–',
    'click beside': '–',
    'shift click': '–',
    drag: '–',
    'drag with the right button': '–',
    'drag a corner': '–',
    'alt click a corner': '–',
    'hover only': '–',
    'three clicks, Enter': 'put line polyline, took it',
    'three clicks, first point': '–',
    'three clicks, double click': 'put line polyline',
    'three clicks, Backspace, Enter': 'put line polyline, took it',
    'three clicks, Esc, Enter': '–',
    'half a drag, Esc': '–',
    Enter: '–',
    Backspace: '–',
    Esc: '–',
  },
  skeleton: {
    click: '–',
    'click beside': '–',
    'shift click': '–',
    drag: 'put skeleton skeleton',
    'drag with the right button': '–',
    'drag a corner': 'put skeleton skeleton',
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
  slice: {
    click: '–',
    'click beside': '–',
    'shift click': '–',
    drag: '–',
    'drag with the right button': '–',
    'drag a corner': '–',
    'alt click a corner': '–',
    'hover only': '–',
    'three clicks, Enter': 'slice 3, took it',
    'three clicks, first point': '–',
    'three clicks, double click': 'slice 3',
    'three clicks, Backspace, Enter': 'slice 2, took it',
    'three clicks, Esc, Enter': '–',
    'half a drag, Esc': '–',
    Enter: '–',
    Backspace: '–',
    Esc: '–',
  },
  wand: {
    click: 'paint, dry, put wand mask',
    'click beside': 'paint, dry, put wand mask',
    'shift click': 'paint, dry, put wand mask',
    drag: 'paint, paint, dry, put wand mask',
    'drag with the right button': 'paint, dry, put wand cut mask',
    'drag a corner': 'paint, paint, dry, put wand mask',
    'alt click a corner': 'paint, dry, put wand mask',
    'hover only': '–',
    'three clicks, Enter': times(3, 'paint, dry, put wand mask'),
    'three clicks, first point': times(4, 'paint, dry, put wand mask'),
    'three clicks, double click': times(3, 'paint, dry, put wand mask'),
    'three clicks, Backspace, Enter': times(3, 'paint, dry, put wand mask'),
    'three clicks, Esc, Enter': times(3, 'paint, dry, put wand mask'),
    'half a drag, Esc': 'paint, paint, dry',
    Enter: '–',
    Backspace: '–',
    Esc: '–',
  },
  points: {
    click: 'put point points',
    'click beside': 'put point points',
    'shift click': 'put point points',
    drag: 'put point points',
    'drag with the right button': '–',
    'drag a corner': 'put point points',
    'alt click a corner': 'put point points',
    'hover only': '–',
    'three clicks, Enter': times(3, 'put point points'),
    'three clicks, first point': times(4, 'put point points'),
    'three clicks, double click': times(3, 'put point points'),
    'three clicks, Backspace, Enter': times(3, 'put point points'),
    'three clicks, Esc, Enter': times(3, 'put point points'),
    'half a drag, Esc': 'put point points',
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

  it('a lasso keeps its way as a polygon, and cuts with the right button', () => {
    const host = new FakeHost();
    const { lasso } = toolsFor(host);
    const around = (keys: Parameters<typeof touch>[2] = {}): void => {
      lasso.down(touch(10, 10, keys));
      for (const [x, y] of [[20, 10], [30, 10], [30, 20], [30, 30], [20, 30], [10, 30]] as const) lasso.move(touch(x, y, keys));
      lasso.up(touch(10, 20, keys));
    };
    around();
    expect(host.shape).toEqual(polygonOf([[10, 10, 30, 10, 30, 30, 10, 30]]));
    around({ exclude: true });
    expect(host.baseMask()!.empty).toBe(true);
  });

  it('the wand takes what is alike and hangs together', () => {
    const host = new FakeHost();
    EVENTS['click beside'](toolsFor(host).wand);
    expect(host.baseMask()).toMatchObject({ x: 24, y: 0, width: 40, height: 48 });
  });

  it('scissors keep to the edge between dark and bright', () => {
    const host = new FakeHost();
    const { scissors } = toolsFor(host);
    for (const [x, y] of [[24, 4], [24, 40], [50, 40], [50, 4]] as const) scissors.down(touch(x, y));
    scissors.finish();
    const mask = host.baseMask()!;
    expect([mask.has(22, 20), mask.has(25, 30)]).toEqual([false, true]);
  });

  it('a rotated box is laid along its side, on the side of the third click', () => {
    const host = new FakeHost();
    const tool = toolsFor(host)['rotated-box'];
    for (const [x, y] of [[10, 10], [20, 20], [10, 20]] as const) tool.down(touch(x, y));
    const box = host.shape as { angle: number; width: number; height: number };
    expect([box.angle, box.width, box.height].map((v) => v.toFixed(3))).toEqual(['0.785', '14.142', '7.071']);
  });

  it('the handle above a box turns it about its middle', () => {
    const host = new FakeHost(box);
    const { select } = toolsFor(host);
    select.down(touch(20, 4.5));
    select.move(touch(40, 20));
    select.up(touch(40, 20));
    expect(host.shape).toMatchObject({ x: 10, y: 10, width: 20, height: 20, angle: Math.PI / 2 });
  });

  it('a joint is shown, hidden and unlabelled in turn by Alt+click', () => {
    const host = new FakeHost({ type: 'skeleton', joints: [{ x: 20, y: 20, visibility: 2 }] });
    const { select } = toolsFor(host);
    const seen = [0, 1, 2].map(() => {
      select.down(touch(20, 20, { alt: true }));
      return (host.shape as SkeletonShape).joints[0]!.visibility;
    });
    expect(seen).toEqual([1, 0, 2]);
  });

  it('a pinned shape stays where it is, and says so', () => {
    const host = new FakeHost(square);
    host.isPinned = true;
    EVENTS.drag(toolsFor(host).select);
    expect(host.log).toEqual(['select dog', 'says This track is']);
  });

  it('points are taken away one by one, the last one stays', () => {
    const host = new FakeHost();
    const { points } = toolsFor(host);
    for (const x of [10, 20]) points.down(touch(x, 10));
    points.down(touch(11, 10, { exclude: true }));
    points.down(touch(11, 10, { exclude: true }));
    expect(host.shape).toEqual({ type: 'points', points: [20, 10] });
  });
});
