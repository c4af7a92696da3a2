import type { BoxShape, PolygonShape, Shape, Slot } from '../protocol/wire.js';
import { Mask } from './mask.js';
import { rasterise } from './polygon.js';
import { decodeMask, encodeMask } from './rle.js';

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const masks = new WeakMap<Shape, Mask>();

export function slotOf(shape: Shape): Slot {
  return shape.type === 'box' ? 'BOX' : 'MASK';
}

/** The pixels of a mask or polygon; null for shapes that have none. */
export function maskOf(shape: Shape, frameWidth: number, frameHeight: number): Mask | null {
  if (shape.type === 'box') return null;
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

export function boundsOf(shape: Shape): Bounds | null {
  if (shape.type === 'box') return cornersBounds(boxCorners(shape));
  if (shape.type === 'polygon') return cornersBounds(shape.rings.flat());
  return shape.width === 0 ? null : shape;
}

function cornersBounds(flat: readonly number[]): Bounds | null {
  if (flat.length === 0) return null;
  const xs = flat.filter((_, i) => i % 2 === 0);
  const ys = flat.filter((_, i) => i % 2 === 1);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
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

export function hits(shape: Shape, x: number, y: number, frameWidth: number, frameHeight: number): boolean {
  if (shape.type === 'box') {
    const dx = x - (shape.x + shape.width / 2);
    const dy = y - (shape.y + shape.height / 2);
    const cos = Math.cos(shape.angle);
    const sin = Math.sin(shape.angle);
    return (
      Math.abs(dx * cos + dy * sin) <= shape.width / 2 && Math.abs(dy * cos - dx * sin) <= shape.height / 2
    );
  }
  return maskOf(shape, frameWidth, frameHeight)!.has(Math.floor(x), Math.floor(y));
}

/** The shape moved by whole pixels. */
export function moved(shape: Shape, dx: number, dy: number, frameWidth: number, frameHeight: number): Shape {
  switch (shape.type) {
    case 'box':
      return { ...shape, x: shape.x + dx, y: shape.y + dy };
    case 'polygon':
      return { ...shape, rings: shape.rings.map((ring) => ring.map((v, i) => v + (i % 2 === 0 ? dx : dy))) };
    case 'mask':
      return shapeOf(maskOf(shape, frameWidth, frameHeight)!.moved(dx, dy, frameWidth, frameHeight));
  }
}

export function polygonOf(rings: readonly (readonly number[])[]): PolygonShape {
  return { type: 'polygon', rings };
}

export function areaOf(shape: Shape, frameWidth: number, frameHeight: number): number {
  if (shape.type === 'box') return Math.round(shape.width * shape.height);
  return maskOf(shape, frameWidth, frameHeight)!.area();
}
