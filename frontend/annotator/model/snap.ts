import type { Shape } from '../protocol/wire.js';
import { outline } from './outline.js';
import { boundsOf, linesOf, maskOf } from './shapes.js';

interface Point {
  readonly x: number;
  readonly y: number;
}

const borders = new WeakMap<Shape, readonly (readonly number[])[]>();

/** The nearest point on the borders of shapes within `reach`; a vertex within half of it goes first. */
export function nearestBorder(
  shapes: readonly Shape[],
  point: Point,
  reach: number,
  frame: { readonly width: number; readonly height: number },
): Point | null {
  let best: Point | null = null;
  let least = reach;
  for (const shape of shapes) {
    const bounds = boundsOf(shape);
    if (!bounds || shape.type === 'points' || shape.type === 'skeleton') continue;
    const outside =
      point.x < bounds.x - reach || point.y < bounds.y - reach || point.x > bounds.x + bounds.width + reach || point.y > bounds.y + bounds.height + reach;
    if (outside) continue;
    for (const ring of bordersOf(shape, frame)) {
      for (const at of nearOn(ring, point, shape.type !== 'polyline')) {
        if (at.distance >= least) continue;
        least = at.distance;
        best = { x: at.x, y: at.y };
      }
    }
  }
  return best;
}

function bordersOf(shape: Shape, frame: { readonly width: number; readonly height: number }): readonly (readonly number[])[] {
  let rings = borders.get(shape);
  if (!rings) {
    rings = shape.type === 'mask' ? outline(maskOf(shape, frame.width, frame.height)!) : linesOf(shape);
    borders.set(shape, rings);
  }
  return rings;
}

function* nearOn(ring: readonly number[], { x, y }: Point, closed: boolean): Generator<Point & { distance: number }> {
  const n = ring.length;
  for (let i = 0; i < n; i += 2) {
    const [ax, ay] = [ring[i]!, ring[i + 1]!];
    yield { x: ax, y: ay, distance: Math.hypot(x - ax, y - ay) / 2 };
    if (!closed && i + 2 === n) return;
    const next = (i + 2) % n;
    const [dx, dy] = [ring[next]! - ax, ring[next + 1]! - ay];
    const long = dx * dx + dy * dy;
    const t = long === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / long));
    const [px, py] = [ax + t * dx, ay + t * dy];
    yield { x: px, y: py, distance: Math.hypot(x - px, y - py) };
  }
}
