import { Mask } from './mask.js';

/** Where a set bit starts at or after `x`, or `width`. */
export function nextSet(words: Uint32Array, row: number, x: number, width: number): number {
  while (x < width) {
    const rest = words[row + (x >>> 5)]! >>> (x & 31);
    if (rest !== 0) return Math.min(width, x + 31 - Math.clz32(rest & -rest));
    x = (x | 31) + 1;
  }
  return width;
}

/** Where a clear bit starts at or after `x`, or `width`. */
export function nextClear(words: Uint32Array, row: number, x: number, width: number): number {
  while (x < width) {
    const rest = ~words[row + (x >>> 5)]! >>> (x & 31);
    if (rest !== 0) return Math.min(width, x + 31 - Math.clz32(rest & -rest));
    x = (x | 31) + 1;
  }
  return width;
}

/** A whole frame of bits to paint on; rows start on a word. */
export class Bits {
  readonly stride: number;
  readonly words: Uint32Array;

  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    this.stride = (width + 31) >>> 5;
    this.words = new Uint32Array(this.stride * height);
  }

  /** Sets or clears the pixels `x0 ≤ x < x1` of a row, clipped to the frame. */
  row(y: number, x0: number, x1: number, on: boolean): void {
    if (y < 0 || y >= this.height) return;
    const from = Math.max(0, x0);
    const to = Math.min(this.width, x1);
    if (from >= to) return;
    const base = y * this.stride;
    const first = from >>> 5;
    const last = (to - 1) >>> 5;
    for (let i = first; i <= last; i++) {
      const low = i === first ? -1 << (from & 31) : -1;
      const high = i === last ? -1 >>> (31 - ((to - 1) & 31)) : -1;
      const bits = low & high;
      this.words[base + i] = on ? this.words[base + i]! | bits : this.words[base + i]! & ~bits;
    }
  }

  add(mask: Mask): this {
    mask.runs((y, x0, x1) => this.row(y, x0, x1, true));
    return this;
  }

  remove(mask: Mask): this {
    mask.runs((y, x0, x1) => this.row(y, x0, x1, false));
    return this;
  }

  clear(): void {
    this.words.fill(0);
  }

  /** What is painted, cut to its tight box. */
  mask(): Mask {
    const { stride, words, width, height } = this;
    const used = new Uint32Array(stride);
    let top = -1;
    let bottom = -1;
    for (let y = 0; y < height; y++) {
      let any = 0;
      for (let i = 0; i < stride; i++) {
        const word = words[y * stride + i]!;
        any |= word;
        used[i] = used[i]! | word;
      }
      if (any !== 0) {
        if (top < 0) top = y;
        bottom = y;
      }
    }
    if (top < 0) return Mask.EMPTY;
    const left = nextSet(used, 0, 0, width);
    let lastWord = stride - 1;
    while (used[lastWord] === 0) lastWord--;
    const right = lastWord * 32 + 32 - Math.clz32(used[lastWord]!);
    return this.cut(left, top, right - left, bottom - top + 1);
  }

  private cut(x: number, y: number, width: number, height: number): Mask {
    const stride = (width + 31) >>> 5;
    const words = new Uint32Array(stride * height);
    const shift = x & 31;
    const tail = -1 >>> (31 - ((width - 1) & 31));
    for (let j = 0; j < height; j++) {
      const from = (y + j) * this.stride + (x >>> 5);
      const end = (y + j + 1) * this.stride;
      for (let i = 0; i < stride; i++) {
        let word = this.words[from + i]! >>> shift;
        if (shift !== 0 && from + i + 1 < end) word |= this.words[from + i + 1]! << (32 - shift);
        words[j * stride + i] = word;
      }
      words[j * stride + stride - 1] = words[j * stride + stride - 1]! & tail;
    }
    return new Mask(x, y, width, height, words);
  }
}
