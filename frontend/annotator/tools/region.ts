import { Bits } from '../model/bits.js';
import type { Mask } from '../model/mask.js';
import { fillPolygon } from '../model/polygon.js';
import { boundsOf, polygonOf, shapeOf } from '../model/shapes.js';
import type { PolygonShape, Shape } from '../protocol/wire.js';
import type { ToolHost } from './tool.js';

/** A ring joined to what is there: rings that lie apart stay a polygon with its vertices, what overlaps becomes a mask. */
export function withRing(host: ToolHost, ring: readonly number[]): Shape {
  const base = host.base('MASK');
  if (!base || (base.type === 'mask' && base.width === 0)) return polygonOf([ring]);
  if (base.type === 'polygon' && apart(base, ring)) return polygonOf([...base.rings, ring]);
  return combined(host, ring, true);
}

/** A ring cut out of what is there; null where nothing is. */
export function withoutRing(host: ToolHost, ring: readonly number[]): Shape | null {
  return host.baseMask() ? combined(host, ring, false) : null;
}

/** Pixels joined to or taken from what is there; null where nothing would change it. */
export function withPixels(host: ToolHost, pixels: Mask, on: boolean): Shape | null {
  const base = host.baseMask();
  if (!on && !base) return null;
  const bits = new Bits(host.width, host.height);
  if (base) bits.add(base);
  return shapeOf((on ? bits.add(pixels) : bits.remove(pixels)).mask());
}

function combined(host: ToolHost, ring: readonly number[], on: boolean): Shape {
  const bits = new Bits(host.width, host.height).add(host.baseMask()!);
  fillPolygon([ring], bits, on);
  return shapeOf(bits.mask());
}

function apart(polygon: PolygonShape, ring: readonly number[]): boolean {
  const b = boundsOf(polygonOf([ring]))!;
  return polygon.rings.every((other) => {
    const a = boundsOf(polygonOf([other]))!;
    return a.x + a.width < b.x || b.x + b.width < a.x || a.y + a.height < b.y || b.y + b.height < a.y;
  });
}
