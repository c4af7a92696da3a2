import type { Resolved } from '../model/resolve.js';
import { boxCorners, ellipseRing, maskOf } from '../model/shapes.js';
import type { Shape, Skeleton } from '../protocol/wire.js';
import type { Session } from '../state/session.js';
import { linePath, pathOf, type Sprite, spriteOf } from './sprites.js';
import { lighter, withAlpha } from './style.js';

export interface Shown extends Resolved {
  readonly shape: Shape;
  readonly color: string;
  readonly selected: boolean;
  readonly doubtful: boolean;
  readonly occluded: boolean;
}

const EXACT_FROM = 5;

/**
 * Draws tracks' shapes in frame coordinates: sure ones solid, doubtful ones dashed, ghosts and previews as an outline
 * alone.
 */
export class ShapePainter {
  private readonly vectors = new WeakMap<Shape, Path2D>();

  constructor(private readonly session: Session) {}

  /** What the frame shows, from the lowest to the one on top. */
  collect(hides: string | null): Shown[] {
    const { labels, looks, selection, task } = this.session;
    const tracks = [...labels.view.tracks()].sort((a, b) => a.z - b.z);
    const below: Shown[] = [];
    const above: Shown[] = [];
    for (const { id } of tracks) {
      if (looks.hidden(id)) continue;
      for (const r of this.session.resolved(id)) {
        if (!r.shape || (id === hides && r.slot === 'MASK')) continue;
        const doubtful = r.source === 'proposal' && (r.confidence ?? 1) < task.doubtThreshold;
        const occluded = this.session.visibility(id) === 'OCCLUDED';
        const selected = selection.has(id);
        (selected ? above : below).push({ ...r, shape: r.shape, color: this.session.colorOf(id), selected, doubtful, occluded });
      }
    }
    return [...below, ...above];
  }

  draw(context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D, item: Shown, hovered: boolean): void {
    const { index, looks } = this.session;
    const mask = maskOf(item.shape, index.width, index.height);
    const sprite = mask && spriteOf(mask, item.color);
    context.save();
    if (item.occluded) context.globalAlpha = 0.75;
    const filled = item.source !== 'ghost' && looks.overlay !== 'outline';
    const strength = item.source === 'preview' ? looks.opacity * 0.45 : looks.opacity;
    if (filled) this.fill(context, item, sprite, mask?.x ?? 0, mask?.y ?? 0, strength);
    const path = this.border(item.shape, sprite);
    if (path) this.outline(context, path, item, hovered);
    this.points(context, item);
    context.restore();
  }

  private fill(
    context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D,
    item: Shown,
    sprite: Sprite | null,
    x: number,
    y: number,
    opacity: number,
  ): void {
    const before = context.globalAlpha;
    if (sprite) {
      context.globalAlpha *= item.selected ? Math.min(1, opacity + 0.08) : opacity * 0.85;
      context.drawImage(sprite.bitmap, x, y);
    } else if (item.shape.type === 'box' || item.shape.type === 'ellipse') {
      context.fillStyle = withAlpha(item.color, opacity * 0.25);
      context.fill(this.vector(item.shape));
    }
    context.globalAlpha = before;
  }

  private outline(
    context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D,
    path: Path2D,
    item: Shown,
    hovered: boolean,
  ): void {
    const { scale } = this.session.navigation;
    const own = item.source === 'keyframe' || item.source === 'draft';
    const width = item.selected ? 2.25 : own ? 1.75 : 1.4;
    context.lineJoin = context.lineCap = 'round';
    if (item.source === 'ghost') context.setLineDash([2 / scale, 4 / scale]);
    else if (item.source === 'preview') context.setLineDash([9 / scale, 5 / scale]);
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

  private points(context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D, { shape, color }: Shown): void {
    const { scale } = this.session.navigation;
    const dots =
      shape.type === 'points'
        ? pairs(shape.points).map((p) => ({ ...p, visibility: 2 }))
        : shape.type === 'skeleton'
          ? shape.joints.filter((j) => j.visibility > 0)
          : [];
    context.setLineDash([]);
    for (const dot of dots) {
      context.beginPath();
      context.arc(dot.x, dot.y, 4.5 / scale, 0, 7);
      context.fillStyle = dot.visibility === 2 ? color : '#0c0d10';
      context.strokeStyle = dot.visibility === 2 ? '#fff' : color;
      context.lineWidth = 1.5 / scale;
      context.fill();
      context.stroke();
    }
  }

  private border(shape: Shape, sprite: Sprite | null): Path2D | null {
    if (shape.type === 'points') return null;
    if (shape.type !== 'mask') return this.vector(shape);
    if (!sprite) return null;
    return this.session.navigation.scale < EXACT_FROM ? sprite.soft : sprite.exact;
  }

  private vector(shape: Exclude<Shape, { type: 'mask' }>): Path2D {
    let path = this.vectors.get(shape);
    if (!path) this.vectors.set(shape, (path = this.made(shape)));
    return path;
  }

  private made(shape: Exclude<Shape, { type: 'mask' }>): Path2D {
    switch (shape.type) {
      case 'polygon':
        return pathOf(shape.rings);
      case 'box':
        return pathOf([boxCorners(shape)]);
      case 'ellipse':
        return pathOf([ellipseRing(shape)]);
      case 'polyline':
      case 'points':
        return linePath([shape.points]);
      case 'skeleton':
        return linePath(bonesOf(shape, this.skeletonFor(shape.joints.length)));
    }
  }

  private skeletonFor(joints: number): Skeleton | null {
    return this.session.classes.find((c) => c.skeleton?.joints.length === joints)?.skeleton ?? null;
  }
}

function bonesOf(shape: Extract<Shape, { type: 'skeleton' }>, skeleton: Skeleton | null): number[][] {
  const { joints } = shape;
  return (skeleton?.bones ?? [])
    .filter(([a, b]) => joints[a]!.visibility > 0 && joints[b]!.visibility > 0)
    .map(([a, b]) => [joints[a]!.x, joints[a]!.y, joints[b]!.x, joints[b]!.y]);
}

function pairs(flat: readonly number[]): { x: number; y: number }[] {
  return Array.from({ length: flat.length / 2 }, (_, i) => ({ x: flat[2 * i]!, y: flat[2 * i + 1]! }));
}
