import { boxCorners, polygonOf } from '../model/shapes.js';
import type { BoxShape, EllipseShape, PolygonShape, Shape, SkeletonShape } from '../protocol/wire.js';
import type { Point } from '../state/navigation.js';

/** A point of a shape that can be dragged. */
export interface Handle {
  readonly kind: 'vertex' | 'middle' | 'corner' | 'turn' | 'axis' | 'joint';
  readonly ring: number;
  readonly at: number;
  readonly point: Point;
}

const TURN_PX = 22;

/** `reach`: how many frame pixels a CSS pixel is. */
export function handlesOf(shape: Shape, reach = 1): Handle[] {
  switch (shape.type) {
    case 'box':
      return boxHandles(shape, reach);
    case 'ellipse':
      return ellipseHandles(shape, reach);
    case 'polygon':
      return shape.rings.flatMap((ring, r) => ringHandles(ring, r, true));
    case 'polyline':
      return ringHandles(shape.points, 0, false);
    case 'points':
      return ringHandles(shape.points, 0, false).filter((h) => h.kind === 'vertex');
    case 'skeleton':
      return shape.joints.map((joint, at) => ({ kind: 'joint', ring: 0, at, point: { x: joint.x, y: joint.y } }));
    case 'mask':
      return [];
  }
}

function boxHandles(box: BoxShape, reach: number): Handle[] {
  const flat = boxCorners(box);
  const corners = [0, 1, 2, 3].map(
    (at): Handle => ({ kind: 'corner', ring: 0, at, point: { x: flat[at * 2]!, y: flat[at * 2 + 1]! } }),
  );
  const up = box.height / 2 + TURN_PX * reach;
  const { x, y } = centreOf(box);
  const point = { x: x + Math.sin(box.angle) * up, y: y - Math.cos(box.angle) * up };
  return [...corners, { kind: 'turn', ring: 0, at: 0, point }];
}

function ellipseHandles(e: EllipseShape, reach: number): Handle[] {
  const cos = Math.cos(e.angle);
  const sin = Math.sin(e.angle);
  const on = (u: number, v: number): Point => ({ x: e.cx + u * cos - v * sin, y: e.cy + u * sin + v * cos });
  const places = [on(e.rx, 0), on(0, e.ry), on(-e.rx, 0), on(0, -e.ry)];
  const axes = places.map((point, at): Handle => ({ kind: 'axis', ring: 0, at, point }));
  return [...axes, { kind: 'turn', ring: 0, at: 0, point: on(0, -e.ry - TURN_PX * reach) }];
}

function ringHandles(flat: readonly number[], ring: number, closed: boolean): Handle[] {
  const handles: Handle[] = [];
  for (let i = 0; i < flat.length; i += 2) {
    const next = (i + 2) % flat.length;
    const [x, y, nx, ny] = [flat[i]!, flat[i + 1]!, flat[next]!, flat[next + 1]!];
    handles.push({ kind: 'vertex', ring, at: i, point: { x, y } });
    if (closed || next > i) handles.push({ kind: 'middle', ring, at: i, point: { x: (x + nx) / 2, y: (y + ny) / 2 } });
  }
  return handles;
}

/** The shape with a handle dragged to a point; dragging the middle of an edge makes a new vertex. */
export function dragged(shape: Shape, handle: Handle, to: Point): Shape {
  switch (shape.type) {
    case 'box':
      return handle.kind === 'turn' ? { ...shape, angle: angleTo(centreOf(shape), to) } : draggedBox(shape, handle, to);
    case 'ellipse':
      return draggedEllipse(shape, handle, to);
    case 'polygon':
      return replaced(shape, handle.ring, withPoint(shape.rings[handle.ring]!, handle, to));
    case 'polyline':
    case 'points':
      return { ...shape, points: withPoint(shape.points, handle, to) };
    case 'skeleton':
      return { ...shape, joints: shape.joints.map((j, i) => (i === handle.at ? { ...j, x: to.x, y: to.y } : j)) };
    case 'mask':
      return shape;
  }
}

function withPoint(flat: readonly number[], handle: Handle, to: Point): number[] {
  const points = [...flat];
  if (handle.kind === 'middle') points.splice(handle.at + 2, 0, to.x, to.y);
  else points.splice(handle.at, 2, to.x, to.y);
  return points;
}

/** The shape without a point; null when too few would be left. A joint is shown, hidden or not labelled in turn. */
export function without(shape: Shape, handle: Handle): Shape | null {
  switch (shape.type) {
    case 'polygon':
      return handle.kind === 'vertex' ? withoutVertex(shape, handle) : null;
    case 'polyline':
    case 'points': {
      const least = shape.type === 'polyline' ? 4 : 2;
      if (handle.kind !== 'vertex' || shape.points.length <= least) return null;
      return { ...shape, points: shape.points.filter((_, i) => i !== handle.at && i !== handle.at + 1) };
    }
    case 'skeleton':
      return turnedJoint(shape, handle.at);
    default:
      return null;
  }
}

function turnedJoint(shape: SkeletonShape, at: number): SkeletonShape {
  return { ...shape, joints: shape.joints.map((j, i) => (i === at ? { ...j, visibility: (j.visibility + 2) % 3 } : j)) };
}

function withoutVertex(shape: PolygonShape, handle: Handle): PolygonShape | null {
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

function centreOf(box: BoxShape): Point {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** The angle of a shape whose upper side looks at a point. */
function angleTo(centre: Point, to: Point): number {
  return Math.atan2(to.x - centre.x, centre.y - to.y);
}

function draggedEllipse(e: EllipseShape, handle: Handle, to: Point): EllipseShape {
  if (handle.kind === 'turn') return { ...e, angle: angleTo({ x: e.cx, y: e.cy }, to) };
  const [dx, dy] = [to.x - e.cx, to.y - e.cy];
  const along = Math.max(1, Math.abs(dx * Math.cos(e.angle) + dy * Math.sin(e.angle)));
  const across = Math.max(1, Math.abs(dy * Math.cos(e.angle) - dx * Math.sin(e.angle)));
  return handle.at % 2 === 0 ? { ...e, rx: along } : { ...e, ry: across };
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
