import { linesOf, moved } from '../model/shapes.js';
import { isLabel, type Resolved } from '../model/resolve.js';
import type { Shape } from '../protocol/wire.js';
import type { Point } from '../state/navigation.js';
import type { ToolName } from '../state/toolbox.js';
import { dragged, type Handle, handlesOf, without } from './handles.js';
import { dot } from './ink.js';
import { PlainTool, type Touch } from './tool.js';

const GRAB_PX = 8;
const DRAG_PX = 4;

interface Drag {
  readonly shape: Shape;
  readonly handle: Handle | null;
  readonly from: Touch;
  now: Shape;
  moved: boolean;
}

/**
 * Picks tracks; drags a selected shape, its vertices, joints, or the handle that turns it. Alt+click on a vertex takes
 * it away; on a joint it shows, hides or unlabels it.
 */
export class SelectTool extends PlainTool {
  readonly name: ToolName = 'select';
  override readonly cursor: string = 'default';
  private drag: Drag | null = null;
  private pointer: Point | null = null;

  override down(touch: Touch): void {
    const grabbed = this.grab(touch.point);
    if (grabbed && touch.alt) {
      this.takeAway(grabbed.shape, grabbed.handle);
      return;
    }
    const hit = grabbed ? null : this.host.hit(touch.point);
    if (!grabbed) this.host.select(hit?.track ?? null, touch.shift || touch.ctrl);
    const shape = grabbed?.shape ?? (hit && isLabel(hit) && hit.shape);
    if (!shape) return;
    this.drag = { shape, handle: grabbed?.handle ?? null, from: touch, now: shape, moved: false };
  }

  override move(touch: Touch): void {
    this.pointer = touch.point;
    this.host.refresh();
    const { drag } = this;
    if (!drag) return;
    const dx = touch.screen.x - drag.from.screen.x;
    const dy = touch.screen.y - drag.from.screen.y;
    if (!drag.moved && Math.hypot(dx, dy) < DRAG_PX) return;
    if (!drag.moved && !this.mayMove()) {
      this.drag = null;
      return;
    }
    drag.moved = true;
    drag.now = this.draggedTo(drag, touch);
  }

  override up(touch: Touch): void {
    const { drag } = this;
    this.drag = null;
    if (drag?.moved) {
      drag.now = this.draggedTo(drag, touch);
      this.host.put(drag.handle ? 'move point' : 'move', drag.now);
    }
    this.host.refresh();
  }

  override cancel(): boolean {
    if (this.drag) {
      this.drag = null;
      this.host.refresh();
      return true;
    }
    if (!this.host.selected()) return false;
    this.host.select(null, false);
    return true;
  }

  override leave(): void {
    this.drag = null;
  }

  override draw(context: CanvasRenderingContext2D): void {
    if (this.drag?.moved) this.drawDrag(context, this.drag);
    const shape = this.drag?.moved ? this.drag.now : this.editable();
    if (!shape) return;
    for (const handle of handlesOf(shape, this.host.reach())) {
      const near = this.pointer !== null && this.isNear(handle, this.pointer);
      const p = this.host.toScreen(handle.point);
      if (handle.kind !== 'middle') dot(context, p, near ? 6 : 4, near);
      else if (near) dot(context, p, 4, true);
    }
  }

  private drawDrag(context: CanvasRenderingContext2D, drag: Drag): void {
    const { now } = drag;
    context.setLineDash([5, 4]);
    context.strokeStyle = '#fff';
    context.lineWidth = 1.5;
    for (const flat of outlinesOf(now)) {
      context.beginPath();
      for (let i = 0; i < flat.length; i += 2) {
        const p = this.host.toScreen({ x: flat[i]!, y: flat[i + 1]! });
        if (i === 0) context.moveTo(p.x, p.y);
        else context.lineTo(p.x, p.y);
      }
      context.closePath();
      context.stroke();
    }
    context.setLineDash([]);
  }

  private draggedTo(drag: Drag, touch: Touch): Shape {
    if (drag.handle) return dragged(drag.shape, drag.handle, quarter(touch.point));
    const dx = Math.round(touch.point.x - drag.from.point.x);
    const dy = Math.round(touch.point.y - drag.from.point.y);
    return moved(drag.shape, dx, dy, this.host.width, this.host.height);
  }

  private mayMove(): boolean {
    if (!this.host.may()) return false;
    if (this.host.pinned()) this.host.say('This track is pinned. Press P to let it move.');
    return !this.host.pinned();
  }

  private takeAway(shape: Shape, handle: Handle): void {
    const left = without(shape, handle);
    if (left && this.mayMove()) this.host.put(handle.kind === 'joint' ? 'joint' : 'remove point', left);
  }

  private editable(): Shape | null {
    const own = (r: Resolved): boolean => r.shape !== null && r.shape.type !== 'mask';
    return this.host.shown().find((r) => isLabel(r) && own(r))?.shape ?? null;
  }

  private grab(point: Point): { shape: Shape; handle: Handle } | null {
    const shape = this.editable();
    if (!shape) return null;
    const near = handlesOf(shape, this.host.reach()).filter((handle) => this.isNear(handle, point));
    const handle = near.find((h) => h.kind !== 'middle') ?? near[0];
    return handle ? { shape, handle } : null;
  }

  private isNear(handle: Handle, p: Point): boolean {
    return Math.hypot(handle.point.x - p.x, handle.point.y - p.y) <= GRAB_PX * this.host.reach();
  }
}

function outlinesOf(shape: Shape): readonly (readonly number[])[] {
  if (shape.type !== 'mask') return linesOf(shape);
  const { x, y, width, height } = shape;
  return [[x, y, x + width, y, x + width, y + height, x, y + height]];
}

function quarter(p: Point): Point {
  return { x: Math.round(p.x * 8) / 8, y: Math.round(p.y * 8) / 8 };
}
