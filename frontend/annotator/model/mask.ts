import { Bits, nextClear, nextSet } from './bits.js';

export type RunVisitor = (y: number, x0: number, x1: number) => void;

/** A set of pixels of a frame as bits inside its own box; rows start on a word. Never changed once made. */
export class Mask {
  static readonly EMPTY: Mask = new Mask(0, 0, 0, 0, new Uint32Array(0));
  readonly stride: number;

  constructor(
    readonly x: number,
    readonly y: number,
    readonly width: number,
    readonly height: number,
    readonly words: Uint32Array,
  ) {
    this.stride = (width + 31) >>> 5;
  }

  get empty(): boolean {
    return this.width === 0;
  }

  has(px: number, py: number): boolean {
    const i = px - this.x;
    const j = py - this.y;
    if (i < 0 || j < 0 || i >= this.width || j >= this.height) return false;
    return ((this.words[j * this.stride + (i >>> 5)]! >>> (i & 31)) & 1) === 1;
  }

  area(): number {
    let sum = 0;
    for (const word of this.words) sum += popcount(word);
    return sum;
  }

  /** Visits each row's runs of set pixels, half open, in frame coordinates. */
  runs(visit: RunVisitor): void {
    for (let j = 0; j < this.height; j++) {
      const row = j * this.stride;
      let start = nextSet(this.words, row, 0, this.width);
      while (start < this.width) {
        const end = nextClear(this.words, row, start, this.width);
        visit(this.y + j, this.x + start, this.x + end);
        start = nextSet(this.words, row, end, this.width);
      }
    }
  }

  equals(other: Mask): boolean {
    return (
      this.x === other.x &&
      this.y === other.y &&
      this.width === other.width &&
      this.height === other.height &&
      this.words.every((word, i) => word === other.words[i])
    );
  }

  /** The same pixels elsewhere, clipped to the frame. */
  moved(dx: number, dy: number, frameWidth: number, frameHeight: number): Mask {
    if (this.empty) return this;
    const inside =
      this.x + dx >= 0 &&
      this.y + dy >= 0 &&
      this.x + dx + this.width <= frameWidth &&
      this.y + dy + this.height <= frameHeight;
    const moved = new Mask(this.x + dx, this.y + dy, this.width, this.height, this.words);
    return inside ? moved : new Bits(frameWidth, frameHeight).add(moved).mask();
  }
}

function popcount(word: number): number {
  let v = word - ((word >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return (((v + (v >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
