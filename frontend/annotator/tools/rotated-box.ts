import type { BoxShape } from '../protocol/wire.js';
import { boxCorners } from '../model/shapes.js';
import type { Point } from '../state/navigation.js';
import type { ToolName } from '../state/toolbox.js';
import { crossHairs, dot, eighth, inkLine } from './ink.js';
import { PlainTool, type Touch } from './tool.js';

const LEAST = 2;

/** Two clicks along one side, a third for how far the box reaches from it. */
export class RotatedBoxTool extends PlainTool {
  readonly name: ToolName = 'rotated-box';
  private points: Point[] = [];
  private at: Touch | null = null;

  override down(touch: Touch): void {
    if (!this.host.may()) return;
    const last = this.points[this.points.length - 1];
    if (last && Math.hypot(last.x - touch.point.x, last.y - touch.point.y) < LEAST) return;
    this.points.push(eighth(touch.point));
    if (this.points.length < 3) return this.host.refresh();
    const box = boxAlong(this.points[0]!, this.points[1]!, this.points[2]!);
    this.points = [];
    if (box.width >= LEAST && box.height >= LEAST) this.host.put('rotated box', box);
    this.host.refresh();
  }

  override move(touch: Touch): void {
    this.at = touch;
    this.host.refresh();
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
    return this.points.length === 1 ? 'click the end of the side' : 'click how far the box reaches';
  }

  override draw(context: CanvasRenderingContext2D): void {
    if (this.points.length === 0) {
      if (this.at) crossHairs(context, this.at.screen);
      return;
    }
    const pointer = this.at?.point ?? this.points[0]!;
    const [a, b] = [this.points[0]!, this.points[1]];
    const flat = b ? boxCorners(boxAlong(a, b, pointer)) : [a.x, a.y, pointer.x, pointer.y];
    const points = Array.from({ length: flat.length / 2 }, (_, i) => ({ x: flat[2 * i]!, y: flat[2 * i + 1]! }));
    inkLine(context, points.map((p) => this.host.toScreen(p)), '#fff', b !== undefined);
    for (const p of this.points) dot(context, this.host.toScreen(p), 4, false);
  }
}

/** The box with the side a–b that reaches to the line through c along it. */
export function boxAlong(a: Point, b: Point, c: Point): BoxShape {
  const width = Math.hypot(b.x - a.x, b.y - a.y);
  const angle = Math.atan2(b.y - a.y, b.x - a.x);
  const reach = (c.y - a.y) * Math.cos(angle) - (c.x - a.x) * Math.sin(angle);
  const cx = (a.x + b.x) / 2 - (Math.sin(angle) * reach) / 2;
  const cy = (a.y + b.y) / 2 + (Math.cos(angle) * reach) / 2;
  const height = Math.abs(reach);
  return { type: 'box', x: cx - width / 2, y: cy - height / 2, width, height, angle };
}
