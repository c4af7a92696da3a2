import type { Mask } from './mask.js';

/** A part of the plane of pixels. */
export interface Window {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const FAR = 0x7fffffff;

/** Which pixels of a window a mask holds, one byte each. */
export function bytesOf(mask: Mask, window: Window): Uint8Array {
  const bytes = new Uint8Array(window.width * window.height);
  const right = window.x + window.width;
  mask.runs((y, x0, x1) => {
    const row = y - window.y;
    if (row < 0 || row >= window.height) return;
    const from = Math.max(x0, window.x) - window.x;
    const to = Math.min(x1, right) - window.x;
    if (from < to) bytes.fill(1, row * window.width + from, row * window.width + to);
  });
  return bytes;
}

/** Exact squared distances from pixel centres to the nearest set pixel (Meijster's two passes); `FAR` for none. */
export function squaredDistances(set: Uint8Array, width: number, height: number): Int32Array {
  const field = new Int32Array(width * height);
  if (!set.includes(1)) return field.fill(FAR);
  const far = width + height;
  for (let i = 0; i < width; i++) field[i] = set[i] ? 0 : far;
  for (let i = width; i < field.length; i++) field[i] = set[i] ? 0 : Math.min(far, field[i - width]! + 1);
  for (let i = (height - 1) * width - 1; i >= 0; i--) field[i] = Math.min(field[i]!, field[i + width]! + 1);
  const row = new Int32Array(width);
  const centres = new Int32Array(width);
  const starts = new Int32Array(width);
  for (let y = 0; y < height; y++) {
    row.set(field.subarray(y * width, (y + 1) * width));
    lowerEnvelope(row, field, y * width, centres, starts);
  }
  return field;
}

function lowerEnvelope(g: Int32Array, out: Int32Array, at: number, centres: Int32Array, starts: Int32Array): void {
  const value = (x: number, c: number): number => (x - c) * (x - c) + g[c]! * g[c]!;
  let q = 0;
  centres[0] = starts[0] = 0;
  for (let u = 1; u < g.length; u++) {
    while (q >= 0 && value(starts[q]!, centres[q]!) > value(starts[q]!, u)) q--;
    if (q < 0) {
      q = 0;
      centres[0] = u;
      starts[0] = 0;
      continue;
    }
    const i = centres[q]!;
    const split = 1 + Math.floor((u * u - i * i + g[u]! * g[u]! - g[i]! * g[i]!) / (2 * (u - i)));
    if (split >= g.length) continue;
    q++;
    centres[q] = u;
    starts[q] = split;
  }
  for (let u = g.length - 1; u >= 0; u--) {
    out[at + u] = value(u, centres[q]!);
    if (u === starts[q]) q--;
  }
}

/** Distance to the border in pixels: positive inside, negative outside, half a pixel at the last one. */
export function signedDistances(mask: Mask, window: Window): Float32Array {
  const inside = bytesOf(mask, window);
  const toSet = squaredDistances(inside, window.width, window.height);
  const outside = inside.map((v) => 1 - v);
  const toClear = squaredDistances(outside, window.width, window.height);
  const field = new Float32Array(inside.length);
  for (let i = 0; i < field.length; i++) {
    field[i] = inside[i] ? Math.sqrt(toClear[i]!) - 0.5 : 0.5 - Math.sqrt(toSet[i]!);
  }
  return field;
}
