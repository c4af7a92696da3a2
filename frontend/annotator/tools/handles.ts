import { boxCorners, polygonOf } from '../model/shapes.js';
import type { BoxShape, PolygonShape, Shape } from '../protocol/wire.js';
import type { Point } from '../state/navigation.js';

/** A point of a shape that can be dragged: a vertex, the middle of an edge, a corner of a box. */
export interface Handle {
  readonly kind: 'vertex' | 'middle' | 'corner';
  readonly ring: number;
  readonly at: number;
  readonly point: Point;
}

export function handlesOf(shape: Shape): Handle[] {
  if (shape.type === 'box') {
    const flat = boxCorners(shape);
    return [0, 1, 2, 3].map((at) => ({ kind: 'corner', ring: 0, at, point: { x: flat[at * 2]!, y: flat[at * 2 + 1]! } }));
  }
  if (shape.type !== 'polygon') return [];
  return shape.rings.flatMap((ring, r) => ringHandles(ring, r));
}

function ringHandles(flat: readonly number[], ring: number): Handle[] {
  const handles: Handle[] = [];
  for (let i = 0; i < flat.length; i += 2) {
    const next = (i + 2) % flat.length;
    const [x, y, nx, ny] = [flat[i]!, flat[i + 1]!, flat[next]!, flat[next + 1]!];
    handles.push({ kind: 'vertex', ring, at: i, point: { x, y } });
    handles.push({ kind: 'middle', ring, at: i, point: { x: (x + nx) / 2, y: (y + ny) / 2 } });
  }
  return handles;
}

/** The shape with a handle dragged to a point; dragging the middle of an edge makes a new vertex. */
export function dragged(shape: Shape, handle: Handle, to: Point): Shape {
  if (shape.type === 'box') return draggedBox(shape, handle, to);
  if (shape.type !== 'polygon') return shape;
  const flat = [...shape.rings[handle.ring]!];
  if (handle.kind === 'middle') flat.splice(handle.at + 2, 0, to.x, to.y);
  else flat.splice(handle.at, 2, to.x, to.y);
  return replaced(shape, handle.ring, flat);
}

/** The polygon without a vertex; null when too few would be left. */
export function without(shape: PolygonShape, handle: Handle): PolygonShape | null {
  const flat = [...shape.rings[handle.ring]!];
  if (flat.length > 6) {
    flat.splice(handle.at, 2);
    return replaced(shape, handle.ring, flat);
  }
  const rest = shape.rings.filter((_, i) => i !== handle.ring);
  return rest.length > 0 ? polygonOf(rest) : null;
}

function replaced(shape: PolygonShape, ring: number, flat: number[]): PolygonShape {
  return polygonOf(shape.rings.map((old, i) => (i === ring ? flat : old)));
}

function draggedBox(box: BoxShape, handle: Handle, to: Point): BoxShape {
  const flat = boxCorners(box);
  const opposite = { x: flat[((handle.at + 2) % 4) * 2]!, y: flat[((handle.at + 2) % 4) * 2 + 1]! };
  const cos = Math.cos(box.angle);
  const sin = Math.sin(box.angle);
  const dx = to.x - opposite.x;
  const dy = to.y - opposite.y;
  const width = Math.abs(dx * cos + dy * sin);
  const height = Math.abs(dy * cos - dx * sin);
  const cx = (to.x + opposite.x) / 2;
  const cy = (to.y + opposite.y) / 2;
  return { ...box, x: cx - width / 2, y: cy - height / 2, width, height };
}
