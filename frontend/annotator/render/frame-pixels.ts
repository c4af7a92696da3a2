import type { Pixels } from '../model/pixels.js';
import type { Session } from '../state/session.js';
import type { FrameSource } from './frame-source.js';

/** The bytes of the picture looked at, read once a frame and only when a tool asks. */
export class FramePixels {
  private kept: { readonly bitmap: ImageBitmap; readonly pixels: Pixels } | null = null;

  constructor(
    private readonly session: Session,
    private readonly frames: FrameSource,
  ) {}

  now(): Pixels | null {
    const bitmap = this.frames.get(this.session.time.frame);
    if (!bitmap) return null;
    if (this.kept?.bitmap === bitmap) return this.kept.pixels;
    const { width, height } = this.session.index;
    const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })!;
    context.drawImage(bitmap, 0, 0, width, height);
    const { data } = context.getImageData(0, 0, width, height);
    this.kept = { bitmap, pixels: { width, height, data } };
    return this.kept.pixels;
  }
}
