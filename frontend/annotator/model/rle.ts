import type { MaskShape } from '../protocol/wire.js';
import { Mask } from './mask.js';

export const EMPTY_SHAPE: MaskShape = { type: 'mask', x: 0, y: 0, width: 0, height: 0, counts: '' };

/** Row-major run lengths inside the mask's box, background first. */
export function countsOf(mask: Mask): number[] {
  const counts: number[] = [];
  let at = 0;
  mask.runs((y, x0, x1) => {
    const row = (y - mask.y) * mask.width - mask.x;
    const start = row + x0;
    if (start === at && counts.length > 0) counts[counts.length - 1]! += x1 - x0;
    else counts.push(start - at, x1 - x0);
    at = row + x1;
  });
  if (at < mask.width * mask.height) counts.push(mask.width * mask.height - at);
  return counts;
}

export function encodeMask(mask: Mask): MaskShape {
  if (mask.empty) return EMPTY_SHAPE;
  const { x, y, width, height } = mask;
  return { type: 'mask', x, y, width, height, counts: writeCounts(countsOf(mask)) };
}

export function decodeMask(shape: MaskShape): Mask {
  const { x, y, width, height } = shape;
  if (width === 0) return Mask.EMPTY;
  const mask = new Mask(x, y, width, height, new Uint32Array(((width + 31) >>> 5) * height));
  let at = 0;
  readCounts(shape.counts, width * height).forEach((count, i) => {
    if (i % 2 === 1) fill(mask, at, at + count);
    at += count;
  });
  return mask;
}

function fill(mask: Mask, from: number, to: number): void {
  let y = Math.floor(from / mask.width);
  let x = from - y * mask.width;
  let left = to - from;
  while (left > 0) {
    const end = Math.min(mask.width, x + left);
    left -= end - x;
    while (x < end) {
      const stop = Math.min(end, (x | 31) + 1);
      const bits = (-1 << (x & 31)) & (-1 >>> (31 - ((stop - 1) & 31)));
      const word = y * mask.stride + (x >>> 5);
      mask.words[word] = mask.words[word]! | bits;
      x = stop;
    }
    x = 0;
    y++;
  }
}

/** COCO's compressed alphabet: groups of five bits, from the third on as differences to the run before the last. */
export function writeCounts(counts: readonly number[]): string {
  let text = '';
  for (let i = 0; i < counts.length; i++) {
    let value = i > 2 ? counts[i]! - counts[i - 2]! : counts[i]!;
    let more = true;
    while (more) {
      const group = value & 0x1f;
      value >>= 5;
      more = group & 0x10 ? value !== -1 : value !== 0;
      text += String.fromCharCode((more ? group | 0x20 : group) + 48);
    }
  }
  return text;
}

export function readCounts(text: string, total: number): number[] {
  const counts: number[] = [];
  let sum = 0;
  let at = 0;
  while (at < text.length) {
    let value = 0;
    let shift = 0;
    let group = 0;
    do {
      group = text.charCodeAt(at++) - 48;
      if (!(group >= 0 && group <= 63) || shift > 30) throw broken();
      value |= (group & 0x1f) << shift;
      shift += 5;
    } while (group & 0x20);
    if (group & 0x10 && shift < 32) value |= -1 << shift;
    if (counts.length > 2) value += counts[counts.length - 2]!;
    sum += value;
    if (value < 0 || sum > total) throw broken();
    counts.push(value);
  }
  if (sum !== total) throw broken();
  return counts;
}

function broken(): Error {
  return new Error('A mask cannot be read: its run lengths do not fill its box.');
}
