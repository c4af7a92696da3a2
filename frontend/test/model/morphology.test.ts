import { describe, expect, it } from 'vitest';
import { Bits } from '../../annotator/model/bits.js';
import { bytesOf, FAR, squaredDistances } from '../../annotator/model/distance.js';
import { differenceOf, overlapOf } from '../../annotator/model/difference.js';
import { Mask } from '../../annotator/model/mask.js';
import { filled, grow, minus, piecesOf, shrink, smoothed, touches, union, withoutSpecks } from '../../annotator/model/morphology.js';
import { random } from '../random.js';

const W = 70;
const H = 40;
type Test = (x: number, y: number) => boolean;

function maskWhere(test: Test): Mask {
  const bits = new Bits(W, H);
  for (let y = 0; y < H; y++) for (let x = 0; x < W; x++) if (test(x, y)) bits.row(y, x, x + 1, true);
  return bits.mask();
}

/** Blots and specks, some of them at the frame's edges. */
function someMask(next: () => number): Mask {
  const bits = new Bits(W, H);
  for (let i = 0; i < 4; i++) {
    const [cx, cy, r] = [next() * W, next() * H, 2 + next() * 9];
    for (let y = 0; y < H; y++) for (let x = 0; x < W; x++) if (Math.hypot(x - cx, y - cy) < r) bits.row(y, x, x + 1, i < 3);
  }
  for (let i = 0; i < 25; i++) {
    const [x, y] = [Math.floor(next() * W), Math.floor(next() * H)];
    bits.row(y, x, x + 1, next() < 0.6);
  }
  return bits.mask();
}

const seeds = Array.from({ length: 12 }, (_, i) => i + 1);
const nearest = (mask: Mask, x: number, y: number, on: boolean): number => {
  let least = Infinity;
  for (let j = 0; j < H; j++) for (let i = 0; i < W; i++) if (mask.has(i, j) === on) least = Math.min(least, (i - x) ** 2 + (j - y) ** 2);
  return least;
};

describe('distances', () => {
  it('are those to the nearest pixel', () => {
    for (const seed of seeds.slice(0, 3)) {
      const mask = someMask(random(seed));
      const field = squaredDistances(bytesOf(mask, { x: 0, y: 0, width: W, height: H }), W, H);
      for (let i = 0; i < 300; i++) {
        const at = (i * 997) % field.length;
        expect(field[at]).toBe(nearest(mask, at % W, Math.floor(at / W), true));
      }
    }
    expect(squaredDistances(new Uint8Array(6), 3, 2)[0]).toBe(FAR);
  });
});

describe('a mask as a whole', () => {
  it('grows by every pixel within reach, and shrinks by every pixel within reach of the outside', () => {
    for (const seed of seeds.slice(0, 4)) {
      const mask = someMask(random(seed));
      const by = 1 + (seed % 4);
      expect(grow(mask, by, W, H).equals(maskWhere((x, y) => nearest(mask, x, y, true) <= by * by))).toBe(true);
      expect(shrink(mask, by, W, H).equals(maskWhere((x, y) => mask.has(x, y) && nearest(mask, x, y, false) > by * by))).toBe(true);
    }
  });

  it('never loses a pixel by growing and shrinking, nor gains one the other way round', () => {
    for (const seed of seeds) {
      const mask = someMask(random(seed));
      expect(minus(mask, shrink(grow(mask, 2, W, H), 2, W, H), W, H).empty).toBe(true);
      expect(minus(grow(shrink(mask, 2, W, H), 2, W, H), mask, W, H).empty).toBe(true);
    }
  });

  it('is smoothed to what most of each neighbourhood is', () => {
    for (const seed of seeds.slice(0, 5)) {
      const mask = someMask(random(seed));
      const most: Test = (x, y) => {
        let [inside, all] = [0, 0];
        for (let j = y - 2; j <= y + 2; j++) {
          for (let i = x - 2; i <= x + 2; i++) {
            if (i < 0 || j < 0 || i >= W || j >= H) continue;
            all++;
            if (mask.has(i, j)) inside++;
          }
        }
        return 2 * inside > all;
      };
      expect(smoothed(mask, 2, W, H).equals(maskWhere(most))).toBe(true);
    }
  });

  it('has no holes once they are filled, and keeps all else', () => {
    for (const seed of seeds) {
      const mask = someMask(random(seed));
      const full = filled(mask);
      expect(minus(mask, full, W, H).empty).toBe(true);
      const outside = new Set<number>();
      const queue: [number, number][] = [];
      const visit = (x: number, y: number): void => {
        if (x < -1 || y < -1 || x > W || y > H || mask.has(x, y) || outside.has((y + 1) * 200 + x + 1)) return;
        outside.add((y + 1) * 200 + x + 1);
        queue.push([x, y]);
      };
      visit(-1, -1);
      while (queue.length > 0) {
        const [x, y] = queue.pop()!;
        [[x + 1, y], [x - 1, y], [x, y + 1], [x, y - 1]].forEach(([i, j]) => visit(i!, j!));
      }
      expect(full.equals(maskWhere((x, y) => !outside.has((y + 1) * 200 + x + 1)))).toBe(true);
    }
  });

  it('falls into its pieces, the largest first, and loses only those below a size', () => {
    for (const seed of seeds) {
      const mask = someMask(random(seed));
      const pieces = piecesOf(mask);
      expect(pieces.map((p) => p.area())).toEqual(pieces.map((p) => p.area()).sort((a, b) => b - a));
      const all = pieces.reduce((sum, piece) => union(sum, piece, W, H), Mask.EMPTY);
      expect(all.equals(mask)).toBe(true);
      const left = pieces.filter((p) => p.area() >= 6).reduce((sum, piece) => union(sum, piece, W, H), Mask.EMPTY);
      expect(withoutSpecks(mask, 6, 0).equals(left)).toBe(true);
    }
  });

  it('touches another exactly where they share a pixel', () => {
    for (const seed of seeds) {
      const [a, b] = [piecesOf(someMask(random(seed)))[0]!, piecesOf(someMask(random(seed + 50)))[0]!];
      expect(touches(a, b)).toBe(minus(a, b, W, H).area() < a.area());
    }
  });

  it('differs from a proposal by what was added and what was removed, and by nothing else', () => {
    for (const seed of seeds) {
      const [a, b] = [someMask(random(seed)), someMask(random(seed + 9))];
      const d = differenceOf(a, b, W, H);
      expect(union(d.kept, d.added, W, H).equals(b)).toBe(true);
      expect(union(d.kept, d.removed, W, H).equals(a)).toBe(true);
      expect(overlapOf(d)).toBeCloseTo(d.kept.area() / union(a, b, W, H).area());
    }
    expect(overlapOf(differenceOf(Mask.EMPTY, Mask.EMPTY, W, H))).toBe(1);
  });
});
