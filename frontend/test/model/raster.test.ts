import { describe, expect, it } from 'vitest';
import { Bits } from '../../annotator/model/bits.js';
import { stroke } from '../../annotator/model/brush.js';
import { corners, outline, smooth } from '../../annotator/model/outline.js';
import { rasterise, type Rings } from '../../annotator/model/polygon.js';
import { random } from '../random.js';

/** The contract word for word, pixel by pixel. */
function inside(rings: Rings, i: number, j: number): boolean {
  const cy = j + 0.5;
  let crossings = 0;
  for (const ring of rings) {
    for (let k = 0; k < ring.length; k += 2) {
      const next = (k + 2) % ring.length;
      const [x0, y0, x1, y1] = [ring[k]!, ring[k + 1]!, ring[next]!, ring[next + 1]!];
      if (y0 <= cy !== y1 <= cy && x0 + ((cy - y0) / (y1 - y0)) * (x1 - x0) <= i + 0.5) crossings++;
    }
  }
  return crossings % 2 === 1;
}

describe('polygons', () => {
  it('fill exactly the pixels of the contract, holes, crossings and frame edges included', () => {
    for (let seed = 0; seed < 40; seed++) {
      const next = random(seed);
      const point = (): number => Math.round((next() * 90 - 20) * (seed % 2 ? 2 : 64)) / (seed % 2 ? 2 : 64);
      const rings = Array.from({ length: 1 + (seed % 3) }, () =>
        Array.from({ length: 2 * (3 + Math.floor(next() * 7)) }, point),
      );
      const mask = rasterise(rings, 50, 44);
      for (let j = 0; j < 44; j++) {
        for (let i = 0; i < 50; i++) expect(mask.has(i, j), `seed ${seed} at ${i},${j}`).toBe(inside(rings, i, j));
      }
    }
  });
});

describe('the round brush', () => {
  it('paints the pixels whose centres are within reach of its way', () => {
    for (let seed = 0; seed < 30; seed++) {
      const next = random(seed);
      const [ax, ay, bx, by] = [next() * 60, next() * 50, next() * 60, next() * 50] as const;
      const radius = 0.5 + next() * 15;
      const bits = new Bits(60, 50);
      stroke(ax, ay, seed % 5 ? bx : ax, seed % 5 ? by : ay, radius, (y, x0, x1) => bits.row(y, x0, x1, true));
      const mask = bits.mask();
      for (let j = 0; j < 50; j++) {
        for (let i = 0; i < 60; i++) {
          const d = distance(i + 0.5, j + 0.5, ax, ay, seed % 5 ? bx : ax, seed % 5 ? by : ay);
          if (Math.abs(d - radius) > 1e-9) expect(mask.has(i, j), `seed ${seed} at ${i},${j}`).toBe(d < radius);
        }
      }
    }
  });
});

function distance(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
  return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay));
}

describe('outlines', () => {
  it('fill back to the same mask', () => {
    for (let seed = 0; seed < 30; seed++) {
      const next = random(seed);
      const bits = new Bits(40, 30);
      for (let i = 0; i < 200; i++) {
        const x = Math.floor(next() * 40);
        bits.row(Math.floor(next() * 30), x, x + 1 + Math.floor(next() * 6), true);
      }
      const mask = bits.mask();
      expect(rasterise(outline(mask).map(corners), 40, 30).equals(mask)).toBe(true);
    }
  });

  it('keep only turns, and cut corners when smooth', () => {
    const bits = new Bits(10, 10);
    for (let y = 2; y < 5; y++) bits.row(y, 3, 7, true);
    const [ring] = outline(bits.mask());
    expect(corners(ring!)).toHaveLength(8);
    expect(smooth(ring!)).toHaveLength(16);
  });
});
