import type { BoxShape, EllipseShape, PolygonShape, Shape, Slot } from '../protocol/wire.js';
import { Mask } from './mask.js';
import { rasterise } from './polygon.js';
import { toSegment } from './rings.js';
import { decodeMask, encodeMask } from './rle.js';

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const masks = new WeakMap<Shape, Mask>();
const SLOTS: Readonly<Record<Shape['type'], Slot>> = {
  mask: 'MASK',
  polygon: 'MASK',
  box: 'BOX',
  ellipse: 'ELLIPSE',
  polyline: 'POLYLINE',
  points: 'POINTS',
  skeleton: 'SKELETON',
};
const ROUND = 48;

export function slotOf(shape: Shape): Slot {
  return SLOTS[shape.type];
}

/** The pixels of a mask or polygon; null for shapes that have none. */
export function maskOf(shape: Shape, frameWidth: number, frameHeight: number): Mask | null {
  if (shape.type !== 'mask' && shape.type !== 'polygon') return null;
  let mask = masks.get(shape);
  if (!mask) {
    mask = shape.type === 'mask' ? decodeMask(shape) : rasterise(shape.rings, frameWidth, frameHeight);
    masks.set(shape, mask);
  }
  return mask;
}

export function shapeOf(mask: Mask): Shape {
  const shape = encodeMask(mask);
  masks.set(shape, mask);
  return shape;
}

/** All that a shape is drawn by, as closed rings or open lines, flat. */
export function linesOf(shape: Exclude<Shape, { type: 'mask' }>): readonly (readonly number[])[] {
  switch (shape.type) {
    case 'polygon':
      return shape.rings;
    case 'box':
      return [boxCorners(shape)];
    case 'ellipse':
      return [ellipseRing(shape)];
    case 'polyline':
    case 'points':
      return [shape.points];
    case 'skeleton':
      return [shape.joints.filter((j) => j.visibility > 0).flatMap((j) => [j.x, j.y])];
  }
}

export function boundsOf(shape: Shape): Bounds | null {
  if (shape.type === 'mask') return shape.width === 0 ? null : shape;
  return cornersBounds(linesOf(shape));
}

function cornersBounds(lines: readonly (readonly number[])[]): Bounds | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const flat of lines) {
    for (let i = 0; i < flat.length; i += 2) {
      left = Math.min(left, flat[i]!);
      right = Math.max(right, flat[i]!);
      top = Math.min(top, flat[i + 1]!);
      bottom = Math.max(bottom, flat[i + 1]!);
    }
  }
  return left > right ? null : { x: left, y: top, width: right - left, height: bottom - top };
}

/** The four corners, flat, clockwise from the top left. */
export function boxCorners(box: BoxShape): number[] {
  const cx = box.x + box.width / 2;
  const cy = box.y + box.height / 2;
  const cos = Math.cos(box.angle);
  const sin = Math.sin(box.angle);
  return [-1, -1, 1, -1, 1, 1, -1, 1].map((_, i, signs) => {
    const dx = (signs[i & ~1]! * box.width) / 2;
    const dy = (signs[i | 1]! * box.height) / 2;
    return i % 2 === 0 ? cx + dx * cos - dy * sin : cy + dx * sin + dy * cos;
  });
}

export function ellipseRing(e: EllipseShape): number[] {
  const cos = Math.cos(e.angle);
  const sin = Math.sin(e.angle);
  return Array.from({ length: ROUND }, (_, i) => (i / ROUND) * 2 * Math.PI).flatMap((a) => {
    const [u, v] = [e.rx * Math.cos(a), e.ry * Math.sin(a)];
    return [e.cx + u * cos - v * sin, e.cy + u * sin + v * cos];
  });
}

/** `reach` is how near, in pixels of the frame, a pointer must come to what has no inside. */
export function hits(shape: Shape, x: number, y: number, frameWidth: number, frameHeight: number, reach = 4): boolean {
  switch (shape.type) {
    case 'box': {
      const [u, v] = turnedInto(x - (shape.x + shape.width / 2), y - (shape.y + shape.height / 2), shape.angle);
      return Math.abs(u) <= shape.width / 2 && Math.abs(v) <= shape.height / 2;
    }
    case 'ellipse': {
      const [u, v] = turnedInto(x - shape.cx, y - shape.cy, shape.angle);
      return (u / shape.rx) ** 2 + (v / shape.ry) ** 2 <= 1;
    }
    case 'polyline':
      return nearLine(shape.points, x, y, reach);
    case 'points':
      return nearPoint(shape.points, x, y, reach * 1.5);
    case 'skeleton':
      return nearPoint(linesOf(shape)[0]!, x, y, reach * 2);
    default:
      return maskOf(shape, frameWidth, frameHeight)!.has(Math.floor(x), Math.floor(y));
  }
}

function turnedInto(dx: number, dy: number, angle: number): [number, number] {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  return [dx * cos + dy * sin, dy * cos - dx * sin];
}

function nearLine(flat: readonly number[], x: number, y: number, reach: number): boolean {
  for (let i = 0; i + 3 < flat.length; i += 2) {
    if (toSegment(x, y, flat[i]!, flat[i + 1]!, flat[i + 2]!, flat[i + 3]!) <= reach) return true;
  }
  return flat.length === 2 && nearPoint(flat, x, y, reach);
}

function nearPoint(flat: readonly number[], x: number, y: number, reach: number): boolean {
  for (let i = 0; i < flat.length; i += 2) if (Math.hypot(flat[i]! - x, flat[i + 1]! - y) <= reach) return true;
  return false;
}

/** The shape moved by whole pixels. */
export function moved(shape: Shape, dx: number, dy: number, frameWidth: number, frameHeight: number): Shape {
  const shifted = (flat: readonly number[]): number[] => flat.map((v, i) => v + (i % 2 === 0 ? dx : dy));
  switch (shape.type) {
    case 'box':
      return { ...shape, x: shape.x + dx, y: shape.y + dy };
    case 'ellipse':
      return { ...shape, cx: shape.cx + dx, cy: shape.cy + dy };
    case 'polyline':
    case 'points':
      return { ...shape, points: shifted(shape.points) };
    case 'skeleton':
      return { ...shape, joints: shape.joints.map((j) => ({ ...j, x: j.x + dx, y: j.y + dy })) };
    case 'polygon':
      return { ...shape, rings: shape.rings.map(shifted) };
    case 'mask':
      return shapeOf(maskOf(shape, frameWidth, frameHeight)!.moved(dx, dy, frameWidth, frameHeight));
  }
}

export function polygonOf(rings: readonly (readonly number[])[]): PolygonShape {
  return { type: 'polygon', rings };
}

export function areaOf(shape: Shape, frameWidth: number, frameHeight: number): number {
  if (shape.type === 'box') return Math.round(shape.width * shape.height);
  if (shape.type === 'ellipse') return Math.round(Math.PI * shape.rx * shape.ry);
  return maskOf(shape, frameWidth, frameHeight)?.area() ?? 0;
}

/** What is inside a shape, as pixels; null for what has no inside. */
export function pixelsOf(shape: Shape, frameWidth: number, frameHeight: number): Mask | null {
  if (shape.type === 'box' || shape.type === 'ellipse') return rasterise(linesOf(shape), frameWidth, frameHeight);
  return maskOf(shape, frameWidth, frameHeight);
}
