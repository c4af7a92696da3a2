import { rgbOf } from '../model/colors.js';
import type { Mask } from '../model/mask.js';
import { corners, outline, smooth } from '../model/outline.js';

/** A mask made ready to draw: its pixels in one colour at its own box, and its border as a path. */
export interface Sprite {
  readonly bitmap: ImageBitmap;
  /** Through the middles of pixel sides: calm when pixels are small. */
  readonly soft: Path2D;
  /** Along pixel sides: exact when pixels are large. */
  readonly exact: Path2D;
}

const sprites = new WeakMap<Mask, Map<string, Sprite>>();

export function spriteOf(mask: Mask, color: string): Sprite | null {
  if (mask.empty) return null;
  let ofMask = sprites.get(mask);
  if (!ofMask) sprites.set(mask, (ofMask = new Map()));
  let sprite = ofMask.get(color);
  if (!sprite) {
    const known = ofMask.values().next().value;
    sprite = { bitmap: bitmapOf(mask, color), ...(known ? { soft: known.soft, exact: known.exact } : pathsOf(mask)) };
    ofMask.set(color, sprite);
  }
  return sprite;
}

function bitmapOf(mask: Mask, color: string): ImageBitmap {
  const [r, g, b] = rgbOf(color);
  const data = new ImageData(mask.width, mask.height);
  const pixels = new Uint32Array(data.data.buffer);
  const pixel = ((255 << 24) | (b << 16) | (g << 8) | r) >>> 0;
  mask.runs((y, x0, x1) => {
    const row = (y - mask.y) * mask.width - mask.x;
    pixels.fill(pixel, row + x0, row + x1);
  });
  const canvas = new OffscreenCanvas(mask.width, mask.height);
  canvas.getContext('2d')!.putImageData(data, 0, 0);
  return canvas.transferToImageBitmap();
}

function pathsOf(mask: Mask): { soft: Path2D; exact: Path2D } {
  const rings = outline(mask);
  return { soft: pathOf(rings.map(smooth)), exact: pathOf(rings.map(corners)) };
}

/** Open lines. */
export function linePath(lines: readonly (readonly number[])[]): Path2D {
  const path = new Path2D();
  for (const line of lines) {
    for (let i = 0; i < line.length; i += 2) {
      if (i === 0) path.moveTo(line[0]!, line[1]!);
      else path.lineTo(line[i]!, line[i + 1]!);
    }
  }
  return path;
}

export function pathOf(rings: readonly (readonly number[])[]): Path2D {
  const path = new Path2D();
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i += 2) {
      if (i === 0) path.moveTo(ring[0]!, ring[1]!);
      else path.lineTo(ring[i]!, ring[i + 1]!);
    }
    path.closePath();
  }
  return path;
}
