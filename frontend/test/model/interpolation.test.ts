import { describe, expect, it } from 'vitest';
import { between } from '../../annotator/model/interpolation.js';
import { maskBetween } from '../../annotator/model/mask-interpolation.js';
import { rasterise } from '../../annotator/model/polygon.js';
import { aligned, resampled, simplified, toSegment } from '../../annotator/model/rings.js';
import { boundsOf, ellipseRing, hits, moved, polygonOf } from '../../annotator/model/shapes.js';
import type { EllipseShape, PolygonShape, Shape } from '../../annotator/protocol/wire.js';
import { random } from '../random.js';

const W = 120;
const H = 90;
const disc = (cx: number, cy: number, r: number) => rasterise([ellipseRing({ type: 'ellipse', cx, cy, rx: r, ry: r, angle: 0 })], W, H);
const iou = (a: ReturnType<typeof disc>, b: ReturnType<typeof disc>): number => {
  let common = 0;
  a.runs((y, x0, x1) => {
    for (let x = x0; x < x1; x++) if (b.has(x, y)) common++;
  });
  return common / (a.area() + b.area() - common);
};

describe('a mask between two', () => {
  it('is the one at its end, and the same mask between two equal ones', () => {
    const [a, b] = [disc(30, 40, 12), disc(80, 45, 20)];
    expect(maskBetween(a, b, 0)).toBe(a);
    expect(maskBetween(a, b, 1)).toBe(b);
    expect(maskBetween(a, disc(30, 40, 12), 0.3).equals(a)).toBe(true);
  });

  it('goes and grows with the object, where the left one held still would miss it', () => {
    const [a, b] = [disc(30, 40, 12), disc(80, 45, 20)];
    for (const t of [0.25, 0.5, 0.75]) {
      const truth = disc(30 + 50 * t, 40 + 5 * t, 12 + 8 * t);
      expect(iou(maskBetween(a, b, t), truth)).toBeGreaterThan(0.9);
      expect(iou(a, truth)).toBeLessThan(0.5);
    }
  });

  it('moves a mask pixel by pixel when nothing but its place changes', () => {
    const a = disc(30.5, 40.5, 11);
    expect(maskBetween(a, a.moved(20, 8, W, H), 0.25).equals(a.moved(5, 2, W, H))).toBe(true);
  });
});

describe('shapes between two', () => {
  const e = (cx: number, angle: number): EllipseShape => ({ type: 'ellipse', cx, cy: 5, rx: 4, ry: 2, angle });

  it('of every kind meet both ends and lie halfway in the middle', () => {
    const pairs: [Shape, Shape, Shape][] = [
      [e(10, 0), e(20, 1), { ...e(15, 0.5) }],
      [{ type: 'points', points: [0, 0, 4, 4] }, { type: 'points', points: [2, 2, 8, 4] }, { type: 'points', points: [1, 1, 6, 4] }],
      [{ type: 'polyline', points: [0, 0, 4, 4] }, { type: 'polyline', points: [2, 2, 8, 4] }, { type: 'polyline', points: [1, 1, 6, 4] }],
      [polygonOf([[0, 0, 4, 0, 0, 4]]), polygonOf([[2, 2, 6, 2, 2, 6]]), polygonOf([[1, 1, 5, 1, 1, 5]])],
      [
        { type: 'skeleton', joints: [{ x: 0, y: 0, visibility: 2 }] },
        { type: 'skeleton', joints: [{ x: 4, y: 2, visibility: 1 }] },
        { type: 'skeleton', joints: [{ x: 2, y: 1, visibility: 1 }] },
      ],
    ];
    for (const [a, b, middle] of pairs) {
      expect(between(a, b, 0, W, H)).toBe(a);
      expect(between(a, b, 1, W, H)).toBe(b);
      expect(between(a, b, 0.5, W, H)).toEqual(middle);
    }
  });

  it('of polygons with other numbers of points match along their outline, whichever way they run', () => {
    const ring = (n: number, start: number, way: 1 | -1): number[] =>
      Array.from({ length: n }, (_, i) => ((start + way * i) / n) * 2 * Math.PI).flatMap((a) => [60 + 30 * Math.cos(a), 40 + 30 * Math.sin(a)]);
    const middle = between(polygonOf([ring(24, 0, 1)]), polygonOf([ring(40, 11, -1)]), 0.5, W, H) as PolygonShape;
    expect(iou(rasterise(middle.rings, W, H), disc(60, 40, 30))).toBeGreaterThan(0.95);
  });

  it('of different kinds are the nearer one', () => {
    const [a, b] = [e(10, 0), { type: 'points', points: [1, 1] } as Shape];
    expect([between(a, b, 0.4, W, H), between(a, b, 0.6, W, H)]).toEqual([a, b]);
  });
});

describe('rings', () => {
  it('keep their length when they are resampled, and find their match when turned', () => {
    const next = random(4);
    for (let i = 0; i < 20; i++) {
      const ring = Array.from({ length: 16 }, () => next() * 50);
      const even = resampled(ring, 64);
      const turned = [...even.slice(26), ...even.slice(0, 26)];
      expect(aligned(turned, even)).toEqual(even);
    }
  });

  it('lose only points that lie within the tolerance of what is left', () => {
    const next = random(8);
    for (let i = 0; i < 30; i++) {
      const ring = Array.from({ length: 60 }, (_, k) => (k / 60) * 2 * Math.PI).flatMap((a) => [40 + (20 + 3 * next()) * Math.cos(a), 40 + (20 + 3 * next()) * Math.sin(a)]);
      const few = simplified(ring, 1.5);
      expect(few.length).toBeLessThan(ring.length);
      for (let p = 0; p < ring.length; p += 2) {
        let least = Infinity;
        for (let q = 0; q < few.length; q += 2) {
          const n = (q + 2) % few.length;
          least = Math.min(least, toSegment(ring[p]!, ring[p + 1]!, few[q]!, few[q + 1]!, few[n]!, few[n + 1]!));
        }
        expect(least).toBeLessThanOrEqual(1.5 + 1e-9);
      }
    }
  });
});

describe('every kind of shape', () => {
  const all: Shape[] = [
    { type: 'box', x: 10, y: 10, width: 20, height: 8, angle: 0.4 },
    { type: 'ellipse', cx: 30, cy: 30, rx: 12, ry: 6, angle: 1 },
    { type: 'polyline', points: [10, 10, 40, 20, 60, 60] },
    { type: 'points', points: [12, 12, 50, 50] },
    { type: 'skeleton', joints: [{ x: 20, y: 20, visibility: 2 }, { x: 40, y: 44, visibility: 1 }] },
    polygonOf([[10, 10, 30, 12, 20, 40]]),
  ];

  it('is moved as a whole, and found where it lies', () => {
    for (const shape of all) {
      const before = boundsOf(shape)!;
      const after = boundsOf(moved(shape, 7, -3, W, H))!;
      expect([after.x - before.x, after.y - before.y, after.width - before.width].map((v) => Math.round(v * 1e6) / 1e6)).toEqual([7, -3, 0]);
      let found = 0;
      for (let y = 0; y < H; y++) for (let x = 0; x < W; x++) if (hits(shape, x + 0.5, y + 0.5, W, H, 2)) found++;
      expect(found).toBeGreaterThan(0);
      expect(hits(shape, 115, 85, W, H, 2)).toBe(false);
    }
  });
});
