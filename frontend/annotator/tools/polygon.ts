import { Bits } from '../model/bits.js';
import { fillPolygon } from '../model/polygon.js';
import { boundsOf, polygonOf, shapeOf } from '../model/shapes.js';
import type { PolygonShape, Shape } from '../protocol/wire.js';
import type { Point } from '../state/navigation.js';
import type { ToolName } from '../state/toolbox.js';
import { PlainTool, type Touch } from './tool.js';

const CLOSE_PX = 9;

/** Click by click around an object; Enter, a double click or the first point closes it. */
export class PolygonTool extends PlainTool {
  readonly name: ToolName = 'polygon';
  protected readonly adds: boolean = true;
  private points: Point[] = [];
  private pointer: Point | null = null;

  override down(touch: Touch): void {
    if (!this.host.may()) return;
    if (this.points.length >= 3 && this.near(this.points[0]!, touch.point)) {
      this.finish();
      return;
    }
    const last = this.points[this.points.length - 1];
    if (last && Math.hypot(last.x - touch.point.x, last.y - touch.point.y) < 0.25) return;
    this.points.push(this.rounded(touch.point));
    this.pointer = touch.point;
    this.host.refresh();
  }

  override move(touch: Touch): void {
    this.pointer = touch.point;
    if (this.points.length > 0) this.host.refresh();
  }

  override doubleClick(): void {
    this.finish();
  }

  override finish(): boolean {
    if (this.points.length === 0) return false;
    if (this.points.length < 3) return true;
    const ring = this.points.flatMap((p) => [p.x, p.y]);
    this.points = [];
    const shape = this.adds ? this.added(ring) : this.subtracted(ring);
    if (shape) this.host.put(this.adds ? 'polygon' : 'polygon cut', shape);
    this.host.refresh();
    return true;
  }

  override cancel(): boolean {
    if (this.points.length === 0) return false;
    this.points = [];
    this.host.refresh();
    return true;
  }

  override back(): boolean {
    if (this.points.length === 0) return false;
    this.points.pop();
    this.host.refresh();
    return true;
  }

  override pending(): string | null {
    if (this.points.length === 0) return null;
    return this.points.length < 3 ? 'needs three points' : this.adds ? 'close the polygon' : 'cut the polygon out';
  }

  override draw(context: CanvasRenderingContext2D): void {
    if (this.points.length === 0) return;
    const screen = this.points.map((p) => this.host.toScreen(p));
    const pointer = this.pointer && this.host.toScreen(this.pointer);
    context.beginPath();
    screen.forEach((p, i) => (i === 0 ? context.moveTo(p.x, p.y) : context.lineTo(p.x, p.y)));
    if (pointer) context.lineTo(pointer.x, pointer.y);
    context.lineJoin = 'round';
    context.strokeStyle = 'rgb(0 0 0 / 0.55)';
    context.lineWidth = 3.5;
    context.stroke();
    context.strokeStyle = this.adds ? '#fff' : '#ffb3c4';
    context.lineWidth = 1.5;
    context.stroke();
    const closing = this.points.length >= 3 && this.pointer !== null && this.near(this.points[0]!, this.pointer);
    screen.forEach((p, i) => dot(context, p, i === 0 && closing ? 7 : 4, i === 0));
  }

  /** Rings that lie apart stay a polygon with its vertices; what overlaps becomes a mask. */
  private added(ring: number[]): Shape {
    const base = this.host.base('MASK');
    if (!base || (base.type === 'mask' && base.width === 0)) return polygonOf([ring]);
    if (base.type === 'polygon' && apart(base, ring)) return polygonOf([...base.rings, ring]);
    return this.combined(ring, true);
  }

  private subtracted(ring: number[]): Shape | null {
    return this.host.baseMask() ? this.combined(ring, false) : null;
  }

  private combined(ring: number[], on: boolean): Shape {
    const bits = new Bits(this.host.width, this.host.height).add(this.host.baseMask()!);
    fillPolygon([ring], bits, on);
    return shapeOf(bits.mask());
  }

  private near(a: Point, b: Point): boolean {
    return Math.hypot(a.x - b.x, a.y - b.y) <= CLOSE_PX * this.host.reach();
  }

  private rounded(p: Point): Point {
    return { x: Math.round(p.x * 8) / 8, y: Math.round(p.y * 8) / 8 };
  }
}

/** Cuts a polygon out of what is there. */
export class PolygonCutTool extends PolygonTool {
  override readonly name: ToolName = 'polygon-subtract';
  protected override readonly adds = false;
}

function apart(polygon: PolygonShape, ring: number[]): boolean {
  const b = boundsOf(polygonOf([ring]))!;
  return polygon.rings.every((other) => {
    const a = boundsOf(polygonOf([other]))!;
    return a.x + a.width < b.x || b.x + b.width < a.x || a.y + a.height < b.y || b.y + b.height < a.y;
  });
}

export function dot(context: CanvasRenderingContext2D, p: Point, radius: number, strong: boolean): void {
  context.beginPath();
  context.arc(p.x, p.y, radius, 0, 7);
  context.fillStyle = strong ? '#5b9dff' : '#0c0d10';
  context.strokeStyle = '#fff';
  context.lineWidth = 1.5;
  context.fill();
  context.stroke();
}
