import type { BoxShape, EllipseShape, Keyframe, PolygonShape, Shape, SkeletonShape } from '../protocol/wire.js';
import { lastAtOrBefore, firstAfter } from './document.js';
import { maskBetween } from './mask-interpolation.js';
import { aligned, resampled } from './rings.js';
import { maskOf, shapeOf } from './shapes.js';

const LEAST_RESAMPLED = 64;
const made = new WeakMap<Shape, WeakMap<Shape, Map<number, Shape>>>();
const KEPT = 96;

/** What lies at a frame between a person's shapes, all of one slot, before and after it; null outside them. */
export function shapeBetween(
  own: readonly Keyframe[],
  frame: number,
  frameWidth: number,
  frameHeight: number,
): Shape | null {
  const before = lastAtOrBefore(own, frame - 1);
  const after = before && firstAfter(own, frame);
  if (!before || !after) return null;
  const t = (frame - before.frame) / (after.frame - before.frame);
  let ofA = made.get(before.shape);
  if (!ofA) made.set(before.shape, (ofA = new WeakMap()));
  let known = ofA.get(after.shape);
  if (!known) ofA.set(after.shape, (known = new Map()));
  let shape = known.get(t);
  if (!shape) {
    if (known.size >= KEPT) known.clear();
    known.set(t, (shape = between(before.shape, after.shape, t, frameWidth, frameHeight)));
  }
  return shape;
}

/** The shape at `t` of the way; where the two cannot be matched, the nearer one holds. As the server reads it. */
export function between(a: Shape, b: Shape, t: number, frameWidth: number, frameHeight: number): Shape {
  if (t <= 0) return a;
  if (t >= 1) return b;
  const nearer = t < 0.5 ? a : b;
  if (a.type === 'box' && b.type === 'box') return box(a, b, t);
  if (a.type === 'ellipse' && b.type === 'ellipse') return ellipse(a, b, t);
  if (a.type === 'polygon' && b.type === 'polygon' && a.rings.length === b.rings.length) return polygon(a, b, t);
  if (a.type === 'polyline' && b.type === 'polyline' && a.points.length === b.points.length) {
    return { type: 'polyline', points: mixAll(a.points, b.points, t) };
  }
  if (a.type === 'points' && b.type === 'points' && a.points.length === b.points.length) {
    return { type: 'points', points: mixAll(a.points, b.points, t) };
  }
  if (a.type === 'skeleton' && b.type === 'skeleton' && a.joints.length === b.joints.length) return skeleton(a, b, t);
  const maskA = maskOf(a, frameWidth, frameHeight);
  const maskB = maskOf(b, frameWidth, frameHeight);
  return maskA && maskB ? shapeOf(maskBetween(maskA, maskB, t)) : nearer;
}

function mix(a: number, b: number, t: number): number {
  return a + (b - a) * t;
}

function mixAll(a: readonly number[], b: readonly number[], t: number): number[] {
  return a.map((v, i) => mix(v, b[i]!, t));
}

/** The short way round. */
function mixAngle(a: number, b: number, t: number): number {
  return a + Math.atan2(Math.sin(b - a), Math.cos(b - a)) * t;
}

function box(a: BoxShape, b: BoxShape, t: number): BoxShape {
  const width = mix(a.width, b.width, t);
  const height = mix(a.height, b.height, t);
  const x = mix(a.x + a.width / 2, b.x + b.width / 2, t) - width / 2;
  const y = mix(a.y + a.height / 2, b.y + b.height / 2, t) - height / 2;
  return { type: 'box', x, y, width, height, angle: mixAngle(a.angle, b.angle, t) };
}

function ellipse(a: EllipseShape, b: EllipseShape, t: number): EllipseShape {
  return {
    type: 'ellipse',
    cx: mix(a.cx, b.cx, t),
    cy: mix(a.cy, b.cy, t),
    rx: mix(a.rx, b.rx, t),
    ry: mix(a.ry, b.ry, t),
    angle: mixAngle(a.angle, b.angle, t),
  };
}

function polygon(a: PolygonShape, b: PolygonShape, t: number): PolygonShape {
  const rings = a.rings.map((p, i) => {
    const q = b.rings[i]!;
    if (p.length === q.length) return mixAll(p, q, t);
    const points = Math.max(LEAST_RESAMPLED, Math.max(p.length, q.length) / 2);
    const even = resampled(p, points);
    return mixAll(even, aligned(resampled(q, points), even), t);
  });
  return { type: 'polygon', rings };
}

function skeleton(a: SkeletonShape, b: SkeletonShape, t: number): SkeletonShape {
  const joints = a.joints.map((p, i) => {
    const q = b.joints[i]!;
    return { x: mix(p.x, q.x, t), y: mix(p.y, q.y, t), visibility: (t < 0.5 ? p : q).visibility };
  });
  return { type: 'skeleton', joints };
}
