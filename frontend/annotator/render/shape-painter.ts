import type { Resolved } from '../model/resolve.js';
import { boxCorners, maskOf } from '../model/shapes.js';
import type { Shape } from '../protocol/wire.js';
import type { Session } from '../state/session.js';
import { pathOf, type Sprite, spriteOf } from './sprites.js';
import { lighter, withAlpha } from './style.js';

export interface Shown extends Resolved {
  readonly shape: Shape;
  readonly color: string;
  readonly selected: boolean;
  readonly doubtful: boolean;
}

const EXACT_FROM = 5;

/** Draws tracks' shapes in frame coordinates: sure ones solid, doubtful ones dashed, ghosts as an outline alone. */
export class ShapePainter {
  private readonly vectors = new WeakMap<Shape, Path2D>();

  constructor(private readonly session: Session) {}

  /** What the frame shows, from the lowest to the one on top. */
  collect(hides: string | null): Shown[] {
    const { labels, looks, selection, task } = this.session;
    const tracks = [...labels.view.tracks()].sort((a, b) => a.z - b.z);
    const shown: Shown[] = [];
    for (const { id } of tracks) {
      if (looks.hidden(id)) continue;
      for (const r of this.session.resolved(id)) {
        if (!r.shape || (id === hides && r.slot === 'MASK')) continue;
        const doubtful = r.source === 'proposal' && (r.confidence ?? 1) < task.doubtThreshold;
        const color = this.session.colorOf(id);
        shown.push({ ...r, shape: r.shape, color, selected: selection.has(id), doubtful });
      }
    }
    return shown.sort((a, b) => Number(a.selected) - Number(b.selected));
  }

  draw(context: CanvasRenderingContext2D, item: Shown, hovered: boolean): void {
    const { index, looks } = this.session;
    const mask = maskOf(item.shape, index.width, index.height);
    const sprite = mask && spriteOf(mask, item.color);
    context.save();
    if (this.session.visibility(item.track) === 'OCCLUDED') context.globalAlpha = 0.75;
    if (item.source !== 'ghost') this.fill(context, item, sprite, mask?.x ?? 0, mask?.y ?? 0, looks.opacity);
    const path = this.border(item.shape, sprite);
    if (path) this.outline(context, path, item, hovered);
    context.restore();
  }

  private fill(
    context: CanvasRenderingContext2D,
    item: Shown,
    sprite: Sprite | null,
    x: number,
    y: number,
    opacity: number,
  ): void {
    if (sprite) {
      context.globalAlpha *= item.selected ? Math.min(1, opacity + 0.08) : opacity * 0.85;
      context.drawImage(sprite.bitmap, x, y);
    } else if (item.shape.type === 'box') {
      context.fillStyle = withAlpha(item.color, opacity * 0.25);
      context.fill(this.vector(item.shape));
    }
    context.globalAlpha = 1;
  }

  private outline(context: CanvasRenderingContext2D, path: Path2D, item: Shown, hovered: boolean): void {
    const { scale } = this.session.navigation;
    const own = item.source === 'keyframe' || item.source === 'draft';
    const width = item.selected ? 2.25 : own ? 1.75 : 1.4;
    context.lineJoin = 'round';
    if (item.source === 'ghost') context.setLineDash([2 / scale, 4 / scale]);
    else if (item.doubtful) context.setLineDash([6 / scale, 4 / scale]);
    if (item.selected || hovered) {
      context.strokeStyle = 'rgb(0 0 0 / 0.45)';
      context.lineWidth = (width + 2) / scale;
      context.stroke(path);
    }
    context.strokeStyle = item.selected || hovered ? lighter(item.color, 0.6) : lighter(item.color, 0.25);
    context.lineWidth = width / scale;
    context.stroke(path);
  }

  private border(shape: Shape, sprite: Sprite | null): Path2D | null {
    if (shape.type !== 'mask') return this.vector(shape);
    if (!sprite) return null;
    return this.session.navigation.scale < EXACT_FROM ? sprite.soft : sprite.exact;
  }

  private vector(shape: Exclude<Shape, { type: 'mask' }>): Path2D {
    let path = this.vectors.get(shape);
    if (!path) {
      path = pathOf(shape.type === 'polygon' ? shape.rings : [boxCorners(shape)]);
      this.vectors.set(shape, path);
    }
    return path;
  }
}
