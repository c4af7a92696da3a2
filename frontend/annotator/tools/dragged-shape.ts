import type { Shape } from '../protocol/wire.js';
import type { Point } from '../state/navigation.js';
import type { ToolName } from '../state/toolbox.js';
import { linesOf } from '../model/shapes.js';
import { crossHairs, inkLine } from './ink.js';
import { PlainTool, type Touch } from './tool.js';

/** The part of the frame between two corners. */
export interface Corners {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const LEAST = 2;

/** Drag from corner to corner; Shift makes it as wide as it is high. */
export abstract class DraggedTool extends PlainTool {
  private start: Point | null = null;
  private at: Touch | null = null;

  /** What the corners hold; null where it cannot be made. */
  protected abstract shape(corners: Corners): Exclude<Shape, { type: 'mask' }> | null;
  protected abstract readonly label: string;

  override down(touch: Touch): void {
    if (!this.host.may()) return;
    this.start = touch.point;
    this.at = touch;
  }

  override move(touch: Touch): void {
    this.at = touch;
    this.host.refresh();
  }

  override up(touch: Touch): void {
    this.at = touch;
    const corners = this.corners();
    this.start = null;
    this.host.refresh();
    if (!corners || corners.width < LEAST || corners.height < LEAST) return;
    const shape = this.shape(corners);
    if (shape) this.host.put(this.label, shape);
  }

  override cancel(): boolean {
    if (!this.start) return false;
    this.start = null;
    this.host.refresh();
    return true;
  }

  override draw(context: CanvasRenderingContext2D): void {
    const corners = this.corners();
    const shape = corners && this.shape(corners);
    if (!shape) {
      if (this.at && !this.start) crossHairs(context, this.at.screen);
      return;
    }
    for (const flat of linesOf(shape)) {
      const points = Array.from({ length: flat.length / 2 }, (_, i) => ({ x: flat[2 * i]!, y: flat[2 * i + 1]! }));
      inkLine(context, points.map((p) => this.host.toScreen(p)), '#fff', true);
    }
  }

  private corners(): Corners | null {
    if (!this.start || !this.at) return null;
    const a = this.inside(this.start);
    let b = this.inside(this.at.point);
    if (this.at.shift) {
      const side = Math.min(Math.abs(b.x - a.x), Math.abs(b.y - a.y));
      b = { x: a.x + Math.sign(b.x - a.x) * side, y: a.y + Math.sign(b.y - a.y) * side };
    }
    return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(b.x - a.x), height: Math.abs(b.y - a.y) };
  }

  private inside({ x, y }: Point): Point {
    const within = (v: number, most: number): number => Math.max(0, Math.min(most, Math.round(v * 2) / 2));
    return { x: within(x, this.host.width), y: within(y, this.host.height) };
  }
}

export class BoxTool extends DraggedTool {
  readonly name: ToolName = 'box';
  protected readonly label = 'box';

  protected shape({ x, y, width, height }: Corners): Shape & { type: 'box' } {
    return { type: 'box', x, y, width, height, angle: 0 };
  }
}

export class EllipseTool extends DraggedTool {
  readonly name: ToolName = 'ellipse';
  protected readonly label = 'ellipse';

  protected shape({ x, y, width, height }: Corners): Shape & { type: 'ellipse' } {
    return { type: 'ellipse', cx: x + width / 2, cy: y + height / 2, rx: width / 2, ry: height / 2, angle: 0 };
  }
}

/** The joints of the class, laid out over what is dragged. */
export class SkeletonTool extends DraggedTool {
  readonly name: ToolName = 'skeleton';
  protected readonly label = 'skeleton';

  override down(touch: Touch): void {
    if (this.host.skeleton() === null) this.host.say('This class has no skeleton. A lead adds one in the project’s settings.');
    else super.down(touch);
  }

  protected shape({ x, y, width, height }: Corners): (Shape & { type: 'skeleton' }) | null {
    const skeleton = this.host.skeleton();
    if (!skeleton) return null;
    return { type: 'skeleton', joints: skeleton.joints.map((j) => ({ x: x + j.x * width, y: y + j.y * height, visibility: 2 })) };
  }
}
