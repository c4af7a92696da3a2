import { signedDistances, type Window } from './distance.js';
import { Mask } from './mask.js';
import { maskFrom } from './morphology.js';

interface Pair {
  readonly window: Window;
  readonly a: Float32Array;
  readonly b: Float32Array;
  readonly dx: number;
  readonly dy: number;
}

const pairs = new WeakMap<Mask, WeakMap<Mask, Pair>>();

/**
 * A mask on the way between two, in the arithmetic of the server: signed distances blended about the moving centroid.
 * `t` is 0 at `a` and 1 at `b`.
 */
export function maskBetween(a: Mask, b: Mask, t: number): Mask {
  if (t <= 0 || t >= 1 || a.empty || b.empty) return t < 0.5 ? a : b;
  const { window, a: fieldA, b: fieldB, dx, dy } = pairOf(a, b);
  const { width, height } = window;
  const set = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const one = at(fieldA, width, height, x - t * dx, y - t * dy);
      const two = at(fieldB, width, height, x + (1 - t) * dx, y + (1 - t) * dy);
      if ((1 - t) * one + t * two > 0) set[y * width + x] = 1;
    }
  }
  return maskFrom(set, window);
}

function pairOf(a: Mask, b: Mask): Pair {
  let ofA = pairs.get(a);
  if (!ofA) pairs.set(a, (ofA = new WeakMap()));
  let pair = ofA.get(b);
  if (!pair) {
    const window = windowAround(a, b);
    const [ax, ay] = centroid(a);
    const [bx, by] = centroid(b);
    pair = { window, a: signedDistances(a, window), b: signedDistances(b, window), dx: bx - ax, dy: by - ay };
    ofA.set(b, pair);
  }
  return pair;
}

/** With room on all sides: outside the window everything counts as clear. */
function windowAround(a: Mask, b: Mask): Window {
  const x = Math.min(a.x, b.x) - 2;
  const y = Math.min(a.y, b.y) - 2;
  const right = Math.max(a.x + a.width, b.x + b.width) + 2;
  const bottom = Math.max(a.y + a.height, b.y + b.height) + 2;
  return { x, y, width: right - x, height: bottom - y };
}

function centroid(mask: Mask): [number, number] {
  let [sumX, sumY, area] = [0, 0, 0];
  mask.runs((y, x0, x1) => {
    sumX += ((x1 - x0) * (x0 + x1 - 1)) / 2;
    sumY += (x1 - x0) * y;
    area += x1 - x0;
  });
  return [sumX / area, sumY / area];
}

/** Reads a field between its pixels; outside it falls off with the distance to the edge. */
function at(field: Float32Array, width: number, height: number, x: number, y: number): number {
  const cx = Math.max(0, Math.min(width - 1, x));
  const cy = Math.max(0, Math.min(height - 1, y));
  const x0 = Math.floor(cx);
  const y0 = Math.floor(cy);
  const x1 = Math.min(width - 1, x0 + 1);
  const y1 = Math.min(height - 1, y0 + 1);
  const fx = cx - x0;
  const fy = cy - y0;
  const top = field[y0 * width + x0]! * (1 - fx) + field[y0 * width + x1]! * fx;
  const low = field[y1 * width + x0]! * (1 - fx) + field[y1 * width + x1]! * fx;
  const value = top * (1 - fy) + low * fy;
  return cx === x && cy === y ? value : value - Math.hypot(x - cx, y - cy);
}
