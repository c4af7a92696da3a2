import { differenceOf, overlapOf } from '../model/difference.js';
import { Mask } from '../model/mask.js';
import { isLabel } from '../model/resolve.js';
import { maskOf } from '../model/shapes.js';
import type { Shape } from '../protocol/wire.js';
import type { Versions } from '../state/looks.js';
import type { Session } from '../state/session.js';
import type { ShapePainter, Shown } from './shape-painter.js';
import { spriteOf } from './sprites.js';
import { FONT, INK } from './style.js';
import type { Surface } from './surface.js';

export const ADDED = '#5b9dff';
export const REMOVED = '#e3b341';
const KEPT = '#c3cad6';

/** Lays what the machine proposed beside what stands now: as colours, or on both sides of a line. */
export class Comparison {
  constructor(
    private readonly session: Session,
    private readonly shapes: ShapePainter,
  ) {}

  /** False when nothing is compared now. */
  draw(context: CanvasRenderingContext2D, shown: readonly Shown[], surface: Surface): boolean {
    const { overlay, versions } = this.session.looks;
    if (versions && versions.frame === this.session.time.frame) this.versions(context, shown, versions);
    else if (overlay === 'difference') this.difference(context, shown);
    else if (overlay === 'wipe') this.wipe(context, shown, surface);
    else return false;
    return true;
  }

  private versions(context: CanvasRenderingContext2D, shown: readonly Shown[], { before, after, words }: Versions): void {
    const { index, looks } = this.session;
    const mask = (shape: Shape | null): Mask => (shape && maskOf(shape, index.width, index.height)) ?? Mask.EMPTY;
    const difference = differenceOf(mask(before), mask(after), index.width, index.height);
    this.inFrame(context, () => {
      for (const item of shown) if (item.slot !== 'MASK') this.shapes.draw(context, item, false);
      this.fill(context, difference.kept, KEPT, looks.opacity);
      this.fill(context, difference.added, ADDED, Math.min(1, looks.opacity + 0.3));
      this.fill(context, difference.removed, REMOVED, Math.min(1, looks.opacity + 0.3));
    });
    const figures = `IoU ${overlapOf(difference).toFixed(2)}`;
    this.legend(context, [[ADDED, `+${difference.added.area()} px`], [REMOVED, `−${difference.removed.area()} px`], [KEPT, 'the same'], [null, `${figures} · ${words}`]]);
  }

  private difference(context: CanvasRenderingContext2D, shown: readonly Shown[]): void {
    const { index, looks } = this.session;
    const agreements: number[] = [];
    this.inFrame(context, () => {
      for (const item of shown) {
        const now = isLabel(item) && item.slot === 'MASK' ? maskOf(item.shape, index.width, index.height) : null;
        if (!now) {
          this.shapes.draw(context, item, false);
          continue;
        }
        const proposed = this.proposed(item.track);
        if (proposed === undefined) {
          this.fill(context, now, KEPT, looks.opacity);
          continue;
        }
        const difference = differenceOf(proposed ?? Mask.EMPTY, now, index.width, index.height);
        if (item.source === 'keyframe' || item.source === 'draft') agreements.push(overlapOf(difference));
        this.fill(context, difference.kept, KEPT, looks.opacity);
        this.fill(context, difference.added, ADDED, Math.min(1, looks.opacity + 0.3));
        this.fill(context, difference.removed, REMOVED, Math.min(1, looks.opacity + 0.3));
      }
    });
    const mean = agreements.reduce((sum, v) => sum + v, 0) / agreements.length;
    const text = agreements.length === 0 ? 'nothing was corrected on this frame' : `IoU ${mean.toFixed(2)} with the proposal`;
    this.legend(context, [[ADDED, 'added by people'], [REMOVED, 'taken away'], [KEPT, 'the same'], [null, text]]);
  }

  private wipe(context: CanvasRenderingContext2D, shown: readonly Shown[], surface: Surface): void {
    const { looks } = this.session;
    const at = Math.round(looks.wipe * surface.width);
    this.clipped(context, 0, at, surface.height, () =>
      this.inFrame(context, () => {
        for (const item of this.proposals(shown)) this.shapes.draw(context, item, false);
      }),
    );
    this.clipped(context, at, surface.width - at, surface.height, () =>
      this.inFrame(context, () => {
        for (const item of shown) this.shapes.draw(context, item, false);
      }),
    );
    context.fillStyle = '#fff';
    context.fillRect(at - 1, 0, 2, surface.height);
    context.beginPath();
    context.arc(at, surface.height / 2, 9, 0, 7);
    context.fill();
    context.fillStyle = INK.back;
    context.font = FONT;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillText('↔', at, surface.height / 2);
    context.textAlign = 'left';
    this.legend(context, [[null, 'left: proposed by the machine'], [null, 'right: as it stands']]);
  }

  /** What the machine said of a track here: undefined where it said nothing, null where it saw nothing. */
  private proposed(track: string): Mask | null | undefined {
    const { proposals, time, index } = this.session;
    const piece = proposals.pieceAt(track, time.frame);
    if (!piece) return undefined;
    const shape = proposals.shapeAt(piece, time.frame);
    return shape ? maskOf(shape, index.width, index.height) : null;
  }

  private proposals(shown: readonly Shown[]): Shown[] {
    const { proposals, time } = this.session;
    return [...new Map(shown.map((item) => [item.track, item])).values()].flatMap((item): Shown[] => {
      const piece = proposals.pieceAt(item.track, time.frame);
      const shape = piece && proposals.shapeAt(piece, time.frame);
      return shape ? [{ ...item, shape, source: 'proposal', slot: shape.type === 'box' ? 'BOX' : 'MASK' }] : [];
    });
  }

  private fill(context: CanvasRenderingContext2D, mask: Mask, color: string, opacity: number): void {
    const sprite = spriteOf(mask, color);
    if (!sprite) return;
    context.globalAlpha = opacity;
    context.drawImage(sprite.bitmap, mask.x, mask.y);
    context.globalAlpha = 1;
  }

  private inFrame(context: CanvasRenderingContext2D, draw: () => void): void {
    const { x, y, scale } = this.session.navigation;
    context.save();
    context.translate(x, y);
    context.scale(scale, scale);
    context.imageSmoothingEnabled = scale < 1;
    draw();
    context.restore();
  }

  private clipped(context: CanvasRenderingContext2D, x: number, width: number, height: number, draw: () => void): void {
    context.save();
    context.beginPath();
    context.rect(x, 0, width, height);
    context.clip();
    draw();
    context.restore();
  }

  private legend(context: CanvasRenderingContext2D, entries: readonly (readonly [string | null, string])[]): void {
    context.font = FONT;
    context.textBaseline = 'middle';
    const widths = entries.map(([color, text]) => context.measureText(text).width + (color ? 16 : 0));
    const full = widths.reduce((sum, w) => sum + w + 16, 8);
    context.fillStyle = 'rgb(12 13 16 / 0.82)';
    context.beginPath();
    context.roundRect(12, 56, full, 26, 8);
    context.fill();
    let x = 24;
    entries.forEach(([color, text], i) => {
      if (color) {
        context.fillStyle = color;
        context.fillRect(x, 64, 10, 10);
      }
      context.fillStyle = INK.text;
      context.fillText(text, x + (color ? 16 : 0), 69.5);
      x += widths[i]! + 16;
    });
  }
}
