import { describe, expect, it } from 'vitest';
import { squareStroke } from '../../annotator/model/brush.js';
import { colourDistance, type Pixels } from '../../annotator/model/pixels.js';
import { type CostMap, costMap, Paths } from '../../annotator/model/scissors.js';
import { sliced } from '../../annotator/model/slice.js';
import { nearestBorder } from '../../annotator/model/snap.js';
import { rasterise } from '../../annotator/model/polygon.js';
import { polygonOf } from '../../annotator/model/shapes.js';
import { union } from '../../annotator/model/morphology.js';
import { alike } from '../../annotator/model/wand.js';
import { random } from '../random.js';

const W = 40;
const H = 30;

function somePicture(seed: number, levels: number): Pixels {
  const next = random(seed);
  const data = new Uint8ClampedArray(W * H * 4);
  for (let i = 0; i < data.length; i += 4) data.fill(Math.floor(next() * levels) * 40, i, i + 3);
  return { width: W, height: H, data };
}

describe('the wand', () => {
  it('finds what a slow walk over pixel sides finds', () => {
    for (let seed = 1; seed <= 15; seed++) {
      const picture = somePicture(seed, 3);
      const [x, y] = [seed * 2, seed];
      const found = alike(picture, x, y, 40);
      const seen = new Set<number>();
      const queue = [y * W + x];
      while (queue.length > 0) {
        const at = queue.pop()!;
        if (seen.has(at) || colourDistance(picture.data, at * 4, (y * W + x) * 4) > 40) continue;
        seen.add(at);
        if (at % W > 0) queue.push(at - 1);
        if (at % W < W - 1) queue.push(at + 1);
        if (at >= W) queue.push(at - W);
        if (at < W * (H - 1)) queue.push(at + W);
      }
      expect(found.area()).toBe(seen.size);
      for (const at of seen) expect(found.has(at % W, Math.floor(at / W))).toBe(true);
    }
  });
});

describe('the scissors', () => {
  const slow = (map: CostMap, sx: number, sy: number): number[] => {
    const total = Array<number>(W * H).fill(Infinity);
    total[sy * W + sx] = 0;
    for (let changed = true; changed; ) {
      changed = false;
      for (let y = 0; y < H; y++) {
        for (let x = 0; x < W; x++) {
          for (let dy = -1; dy <= 1; dy++) {
            for (let dx = -1; dx <= 1; dx++) {
              const [px, py] = [x + dx, y + dy];
              if ((dx === 0 && dy === 0) || px < 0 || py < 0 || px >= W || py >= H) continue;
              const cost = total[py * W + px]! + (dx !== 0 && dy !== 0 ? 14 : 10) * map.cost[y * W + x]!;
              if (cost >= total[y * W + x]!) continue;
              total[y * W + x] = cost;
              changed = true;
            }
          }
        }
      }
    }
    return total;
  };

  it('find the cheapest way to every pixel, step by step', () => {
    for (let seed = 1; seed <= 4; seed++) {
      const map = costMap(somePicture(seed, 6));
      const paths = new Paths(map, 5 * seed, 4 * seed);
      const truth = slow(map, 5 * seed, 4 * seed);
      for (let y = 0; y < H; y++) for (let x = 0; x < W; x++) expect(paths.costTo(x, y)).toBe(truth[y * W + x]);
      const way = paths.to(W - 1, H - 1);
      expect([way[0], way[way.length - 1]]).toEqual([{ x: 5 * seed, y: 4 * seed }, { x: W - 1, y: H - 1 }]);
      way.slice(1).forEach((p, i) => expect(Math.max(Math.abs(p.x - way[i]!.x), Math.abs(p.y - way[i]!.y))).toBe(1));
    }
  });
});

describe('the square brush', () => {
  it('covers every pixel whose centre the square passes over, and no other', () => {
    const next = random(3);
    for (let i = 0; i < 60; i++) {
      const [ax, ay, bx, by] = [next() * W, next() * H, next() * W, next() * H];
      const half = 0.7 + next() * 5;
      const covered = new Set<string>();
      squareStroke(ax, ay, bx, by, half, (y, x0, x1) => {
        for (let x = x0; x < x1; x++) covered.add(`${x}/${y}`);
      });
      for (let y = -8; y < H + 8; y++) {
        for (let x = -8; x < W + 8; x++) {
          let most = -Infinity;
          for (let t = 0; t <= 1; t += 1 / 512) {
            const reach = Math.max(Math.abs(ax + (bx - ax) * t - x - 0.5), Math.abs(ay + (by - ay) * t - y - 0.5));
            most = Math.max(most, half - reach);
          }
          if (Math.abs(most) < 0.05) continue;
          expect(covered.has(`${x}/${y}`)).toBe(most > 0);
        }
      }
    }
  });
});

describe('a slice', () => {
  const square = rasterise([[5, 5, 30, 5, 30, 25, 5, 25]], W, H);

  it('parts a mask in two that share nothing and miss nothing', () => {
    const next = random(12);
    for (let i = 0; i < 25; i++) {
      const parts = sliced(square, [next() * W, 0, next() * W, H], W, H);
      if (!parts) continue;
      expect(parts[0].area() + parts[1].area()).toBe(square.area());
      expect(union(parts[0], parts[1], W, H).equals(square)).toBe(true);
      expect(parts[0].area()).toBeGreaterThanOrEqual(parts[1].area());
    }
    expect(sliced(square, [10, 0, 10, 30], W, H)).not.toBeNull();
  });

  it('that ends inside, or passes by, leaves the mask whole', () => {
    expect(sliced(square, [10, 0, 10, 15], W, H)).toBeNull();
    expect(sliced(square, [2, 0, 2, 29], W, H)).toBeNull();
  });
});

describe('snapping', () => {
  const frame = { width: W, height: H };
  const shapes = [polygonOf([[10, 10, 30, 10, 30, 20, 10, 20]])];

  it('finds the nearest border, a vertex sooner than a side, and nothing beyond reach', () => {
    expect(nearestBorder(shapes, { x: 20, y: 8 }, 3, frame)).toEqual({ x: 20, y: 10 });
    expect(nearestBorder(shapes, { x: 11, y: 9 }, 3, frame)).toEqual({ x: 10, y: 10 });
    expect(nearestBorder(shapes, { x: 20, y: 5 }, 3, frame)).toBeNull();
  });
});
