import type { Mask } from './mask.js';

const DX = [1, 0, -1, 0];
const DY = [0, 1, 0, -1];

/**
 * The mask's borders as closed rings of pixel corners, one step a pixel, inside on the right hand. Flat: x0, y0, x1, y1 …
 */
export function outline(mask: Mask): number[][] {
  const w = mask.width + 1;
  const out = new Uint8Array(w * (mask.height + 1));
  const mark = (x: number, y: number, direction: number): void => {
    out[(y - mask.y) * w + (x - mask.x)]! |= 1 << direction;
  };
  mask.runs((y, x0, x1) => {
    mark(x0, y + 1, 3);
    mark(x1, y, 1);
    for (let x = x0; x < x1; x++) {
      if (!mask.has(x, y - 1)) mark(x, y, 0);
      if (!mask.has(x, y + 1)) mark(x + 1, y + 1, 2);
    }
  });
  const rings: number[][] = [];
  for (let start = 0; start < out.length; start++) {
    while (out[start] !== 0) rings.push(walk(out, w, start, mask));
  }
  return rings;
}

function walk(out: Uint8Array, w: number, start: number, mask: Mask): number[] {
  const ring: number[] = [];
  let at = start;
  let direction = 31 - Math.clz32(out[at]!);
  do {
    ring.push(mask.x + (at % w), mask.y + Math.floor(at / w));
    const exits = out[at]!;
    const right = (direction + 1) & 3;
    const left = (direction + 3) & 3;
    if (exits & (1 << right)) direction = right;
    else if (!(exits & (1 << direction))) direction = left;
    out[at] = exits & ~(1 << direction);
    at += DX[direction]! + DY[direction]! * w;
  } while (at !== start);
  return ring;
}

/** Only the corners where the border turns. */
export function corners(ring: readonly number[]): number[] {
  return filterTurns(ring);
}

/** The border through the middles of its pixel sides: calm to look at when a pixel is small on the screen. */
export function smooth(ring: readonly number[]): number[] {
  const middles: number[] = [];
  const n = ring.length;
  for (let i = 0; i < n; i += 2) {
    const next = (i + 2) % n;
    middles.push((ring[i]! + ring[next]!) / 2, (ring[i + 1]! + ring[next + 1]!) / 2);
  }
  return filterTurns(middles);
}

function filterTurns(ring: readonly number[]): number[] {
  const kept: number[] = [];
  const n = ring.length;
  for (let i = 0; i < n; i += 2) {
    const before = (i + n - 2) % n;
    const after = (i + 2) % n;
    const ax = ring[i]! - ring[before]!;
    const ay = ring[i + 1]! - ring[before + 1]!;
    const bx = ring[after]! - ring[i]!;
    const by = ring[after + 1]! - ring[i + 1]!;
    if (ax * by !== ay * bx) kept.push(ring[i]!, ring[i + 1]!);
  }
  return kept;
}
