import { describe, expect, it } from 'vitest';
import { Bits } from '../../annotator/model/bits.js';
import { Mask } from '../../annotator/model/mask.js';
import { countsOf, decodeMask, EMPTY_SHAPE, encodeMask, readCounts, writeCounts } from '../../annotator/model/rle.js';
import { random } from '../random.js';

function scattered(seed: number, width: number, height: number, density: number): { bits: Bits; pixels: boolean[] } {
  const next = random(seed);
  const bits = new Bits(width, height);
  const pixels = Array.from({ length: width * height }, () => next() < density);
  pixels.forEach((on, i) => on && bits.row(Math.floor(i / width), i % width, (i % width) + 1, true));
  return { bits, pixels };
}

function pixelsOf(mask: Mask, width: number, height: number): boolean[] {
  return Array.from({ length: width * height }, (_, i) => mask.has(i % width, Math.floor(i / width)));
}

describe('masks', () => {
  it('keep every pixel in their tight box', () => {
    for (let seed = 0; seed < 60; seed++) {
      const width = 1 + (seed * 13) % 97;
      const height = 1 + (seed * 7) % 41;
      const { bits, pixels } = scattered(seed, width, height, [0, 0.01, 0.3, 0.9, 1][seed % 5]!);
      const mask = bits.mask();
      expect(pixelsOf(mask, width, height)).toEqual(pixels);
      expect(mask.area()).toBe(pixels.filter(Boolean).length);
      if (mask.empty) continue;
      const xs = pixels.flatMap((on, i) => (on ? [i % width] : []));
      const ys = pixels.flatMap((on, i) => (on ? [Math.floor(i / width)] : []));
      expect([mask.x, mask.y, mask.width, mask.height]).toEqual([
        Math.min(...xs),
        Math.min(...ys),
        Math.max(...xs) - Math.min(...xs) + 1,
        Math.max(...ys) - Math.min(...ys) + 1,
      ]);
    }
  });

  it('come back the same from their text', () => {
    for (let seed = 0; seed < 60; seed++) {
      const mask = scattered(seed, 3 + (seed * 17) % 150, 2 + (seed * 5) % 60, 0.5).bits.mask();
      expect(decodeMask(encodeMask(mask)).equals(mask)).toBe(true);
    }
  });

  it('are written as the server writes them', () => {
    const bits = new Bits(10, 10);
    bits.row(2, 3, 6, true);
    bits.row(3, 3, 4, true);
    expect(encodeMask(bits.mask())).toEqual({ type: 'mask', x: 3, y: 2, width: 3, height: 2, counts: '042' });
    expect(countsOf(bits.mask())).toEqual([0, 4, 2]);
    expect(encodeMask(Mask.EMPTY)).toEqual(EMPTY_SHAPE);
  });

  it('carry large and falling run lengths', () => {
    const counts = [0, 5, 100000, 7, 3, 99999, 1, 40];
    const total = counts.reduce((a, b) => a + b);
    expect(readCounts(writeCounts(counts), total)).toEqual(counts);
  });

  it('say so when their text does not fill their box', () => {
    expect(() => readCounts('042', 7)).toThrow(/do not fill/);
    expect(() => readCounts('0~', 6)).toThrow(/cannot be read/);
  });

  it('move by whole pixels and lose what leaves the frame', () => {
    const bits = new Bits(40, 20);
    for (let y = 5; y < 9; y++) bits.row(y, 30, 38, true);
    const mask = bits.mask();
    expect(mask.moved(1, -2, 40, 20)).toMatchObject({ x: 31, y: 3, width: 8, height: 4 });
    expect(mask.moved(6, 13, 40, 20)).toMatchObject({ x: 36, y: 18, width: 4, height: 2 });
    expect(mask.moved(100, 0, 40, 20).empty).toBe(true);
  });

  it('join and part like sets', () => {
    const a = scattered(1, 70, 30, 0.4);
    const b = scattered(2, 70, 30, 0.4);
    const union = new Bits(70, 30).add(a.bits.mask()).add(b.bits.mask()).mask();
    const difference = new Bits(70, 30).add(a.bits.mask()).remove(b.bits.mask()).mask();
    expect(pixelsOf(union, 70, 30)).toEqual(a.pixels.map((on, i) => on || b.pixels[i]));
    expect(pixelsOf(difference, 70, 30)).toEqual(a.pixels.map((on, i) => on && !b.pixels[i]));
  });
});
