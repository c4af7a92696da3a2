import { Bits } from './bits.js';
import type { Mask } from './mask.js';

export type Rings = readonly (readonly number[])[];

/**
 * Fills rings by the even-odd rule at pixel centres, with the arithmetic of the server in the same order, so that what
 * a person sees is what is stored, to the pixel.
 */
export function fillPolygon(rings: Rings, into: Bits, on = true): void {
  let top = Infinity;
  let bottom = -Infinity;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i += 2) {
      top = Math.min(top, ring[i]!);
      bottom = Math.max(bottom, ring[i]!);
    }
  }
  const first = Math.max(0, Math.floor(top) - 1);
  const last = Math.min(into.height - 1, Math.ceil(bottom) + 1);
  for (let y = first; y <= last; y++) {
    const crossings = crossingsAt(rings, y + 0.5).sort((a, b) => a - b);
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      into.row(y, firstPixel(crossings[i]!, into.width), firstPixel(crossings[i + 1]!, into.width), on);
    }
  }
}

export function rasterise(rings: Rings, width: number, height: number): Mask {
  const bits = new Bits(width, height);
  fillPolygon(rings, bits);
  return bits.mask();
}

function crossingsAt(rings: Rings, cy: number): number[] {
  const crossings: number[] = [];
  for (const ring of rings) {
    const n = ring.length;
    for (let i = 0; i < n; i += 2) {
      const next = i + 2 === n ? 0 : i + 2;
      const y0 = ring[i + 1]!;
      const y1 = ring[next + 1]!;
      if (y0 <= cy !== y1 <= cy) {
        const x0 = ring[i]!;
        const x1 = ring[next]!;
        crossings.push(x0 + ((cy - y0) / (y1 - y0)) * (x1 - x0));
      }
    }
  }
  return crossings;
}

/** The first pixel whose centre lies at or right of `x`. */
function firstPixel(x: number, width: number): number {
  let i = Math.max(0, Math.min(width, Math.floor(x) - 1));
  while (i < width && !(x <= i + 0.5)) i++;
  return i;
}
