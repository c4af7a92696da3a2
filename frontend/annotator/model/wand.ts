import { Mask } from './mask.js';
import { maskFrom } from './morphology.js';
import { colourDistance, type Pixels } from './pixels.js';

/** The pixels that hang together with one by their sides and are at most `tolerance` from its colour. */
export function alike(picture: Pixels, x: number, y: number, tolerance: number): Mask {
  const { width, height, data } = picture;
  if (x < 0 || y < 0 || x >= width || y >= height) return Mask.EMPTY;
  const seed = (y * width + x) * 4;
  const set = new Uint8Array(width * height);
  const fits = (at: number): boolean => set[at] === 0 && colourDistance(data, at * 4, seed) <= tolerance;
  const stack: number[] = [y * width + x];
  while (stack.length > 0) {
    const at = stack.pop()!;
    if (!fits(at)) continue;
    const row = at - (at % width);
    let left = at;
    let right = at + 1;
    while (left > row && fits(left - 1)) left--;
    while (right < row + width && fits(right)) right++;
    set.fill(1, left, right);
    for (const other of [row - width, row + width]) {
      if (other < 0 || other >= set.length) continue;
      for (let i = left - row; i < right - row; i++) {
        if (fits(other + i) && (i === left - row || !fits(other + i - 1))) stack.push(other + i);
      }
    }
  }
  return maskFrom(set, { x: 0, y: 0, width, height });
}
