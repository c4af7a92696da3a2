import { Bits } from './bits.js';
import { bytesOf, squaredDistances, type Window } from './distance.js';
import { Mask } from './mask.js';

/** The set bytes of a window as a mask in its tight box. */
export function maskFrom(set: Uint8Array, window: Window): Mask {
  const bits = new Bits(window.width, window.height);
  for (let y = 0; y < window.height; y++) {
    const row = y * window.width;
    let x = set.indexOf(1, row);
    while (x >= 0 && x < row + window.width) {
      let end = x + 1;
      while (end < row + window.width && set[end] === 1) end++;
      bits.row(y, x - row, end - row, true);
      x = set.indexOf(1, end);
    }
  }
  const { x, y, width, height, words } = bits.mask();
  return width === 0 ? Mask.EMPTY : new Mask(x + window.x, y + window.y, width, height, words);
}

/** The mask's box with some room around it, inside the frame. */
function around(mask: Mask, room: number, frameWidth: number, frameHeight: number): Window {
  const x = Math.max(0, mask.x - room);
  const y = Math.max(0, mask.y - room);
  const right = Math.min(frameWidth, mask.x + mask.width + room);
  const bottom = Math.min(frameHeight, mask.y + mask.height + room);
  return { x, y, width: right - x, height: bottom - y };
}

/** Every pixel of the frame within `radius` of the mask. */
export function grow(mask: Mask, radius: number, frameWidth: number, frameHeight: number): Mask {
  if (mask.empty || radius <= 0) return mask;
  const window = around(mask, Math.ceil(radius), frameWidth, frameHeight);
  const distances = squaredDistances(bytesOf(mask, window), window.width, window.height);
  return maskFrom(Uint8Array.from(distances, (d) => (d <= radius * radius ? 1 : 0)), window);
}

/** Every pixel of the mask that is farther than `radius` from all others. The frame's edge takes nothing away. */
export function shrink(mask: Mask, radius: number, frameWidth: number, frameHeight: number): Mask {
  if (mask.empty || radius <= 0) return mask;
  const window = around(mask, 1, frameWidth, frameHeight);
  const outside = bytesOf(mask, window).map((v) => 1 - v);
  const distances = squaredDistances(outside, window.width, window.height);
  return maskFrom(Uint8Array.from(distances, (d) => (d > radius * radius ? 1 : 0)), window);
}

/** A pixel is in where more than half of the square of `2 radius + 1` pixels around it is. */
export function smoothed(mask: Mask, radius: number, frameWidth: number, frameHeight: number): Mask {
  if (mask.empty || radius <= 0) return mask;
  const window = around(mask, radius, frameWidth, frameHeight);
  const { width, height } = window;
  const sums = sumsOf(bytesOf(mask, window), width, height);
  const set = new Uint8Array(width * height);
  const stride = width + 1;
  for (let y = 0; y < height; y++) {
    const y0 = Math.max(0, y - radius) * stride;
    const y1 = Math.min(height, y + radius + 1) * stride;
    for (let x = 0; x < width; x++) {
      const x0 = Math.max(0, x - radius);
      const x1 = Math.min(width, x + radius + 1);
      const inside = sums[y1 + x1]! - sums[y1 + x0]! - sums[y0 + x1]! + sums[y0 + x0]!;
      const all = inFrame(window.x + x, radius, frameWidth) * inFrame(window.y + y, radius, frameHeight);
      if (2 * inside > all) set[y * width + x] = 1;
    }
  }
  return maskFrom(set, window);
}

function inFrame(at: number, radius: number, size: number): number {
  return Math.min(size, at + radius + 1) - Math.max(0, at - radius);
}

function sumsOf(set: Uint8Array, width: number, height: number): Int32Array {
  const stride = width + 1;
  const sums = new Int32Array(stride * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      row += set[y * width + x]!;
      sums[(y + 1) * stride + x + 1] = sums[y * stride + x + 1]! + row;
    }
  }
  return sums;
}

/** The mask without its holes: what its outside does not reach over pixel sides. */
export function filled(mask: Mask): Mask {
  return withoutSpecks(mask, 0, Infinity);
}

/** Drops parts of fewer than `least` pixels and fills holes of fewer than `hole` pixels (pixels joined by their sides). */
export function withoutSpecks(mask: Mask, least: number, hole: number): Mask {
  if (mask.empty) return mask;
  const { x, y, width, height } = mask;
  const set = bytesOf(mask, mask);
  for (const part of partsOf(set, width, height)) {
    const on = set[part.pixels[0]!] === 1;
    if (on ? part.pixels.length < least : !part.edge && part.pixels.length < hole) {
      for (const pixel of part.pixels) set[pixel] = on ? 0 : 1;
    }
  }
  return maskFrom(set, { x, y, width, height });
}

interface Part {
  readonly pixels: readonly number[];
  /** It touches the border of the window. */
  readonly edge: boolean;
}

/** Runs of equal pixels joined by their sides, of both kinds. */
function partsOf(set: Uint8Array, width: number, height: number): Part[] {
  const seen = new Uint8Array(set.length);
  const parts: Part[] = [];
  for (let start = 0; start < set.length; start++) {
    if (!seen[start]) parts.push(flood(set, width, height, start, seen));
  }
  return parts;
}

function flood(set: Uint8Array, width: number, height: number, start: number, seen: Uint8Array): Part {
  const kind = set[start];
  const pixels = [start];
  let edge = false;
  seen[start] = 1;
  for (let i = 0; i < pixels.length; i++) {
    const at = pixels[i]!;
    const x = at % width;
    const y = (at - x) / width;
    if (x === 0 || y === 0 || x === width - 1 || y === height - 1) edge = true;
    for (const next of [x > 0 ? at - 1 : -1, x < width - 1 ? at + 1 : -1, at - width, at + width]) {
      if (next < 0 || next >= set.length || seen[next] || set[next] !== kind) continue;
      seen[next] = 1;
      pixels.push(next);
    }
  }
  return { pixels, edge };
}

/** The parts of a mask that hang together by pixel sides, the largest first. */
export function piecesOf(mask: Mask): Mask[] {
  if (mask.empty) return [];
  const set = bytesOf(mask, mask);
  return partsOf(set, mask.width, mask.height)
    .filter((part) => set[part.pixels[0]!] === 1)
    .sort((a, b) => b.pixels.length - a.pixels.length)
    .map((part) => {
      const own = new Uint8Array(set.length);
      for (const pixel of part.pixels) own[pixel] = 1;
      return maskFrom(own, mask);
    });
}

export function union(a: Mask, b: Mask, frameWidth: number, frameHeight: number): Mask {
  return new Bits(frameWidth, frameHeight).add(a).add(b).mask();
}

export function minus(a: Mask, b: Mask, frameWidth: number, frameHeight: number): Mask {
  return new Bits(frameWidth, frameHeight).add(a).remove(b).mask();
}

export function touches(a: Mask, b: Mask): boolean {
  const apart = a.x >= b.x + b.width || b.x >= a.x + a.width || a.y >= b.y + b.height || b.y >= a.y + a.height;
  if (apart) return false;
  let found = false;
  a.runs((y, x0, x1) => {
    for (let x = x0; !found && x < x1; x++) found = b.has(x, y);
  });
  return found;
}
