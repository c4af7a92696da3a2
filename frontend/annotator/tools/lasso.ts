import { simplified } from '../model/rings.js';
import type { Point } from '../state/navigation.js';
import type { ToolName } from '../state/toolbox.js';
import { eighth, inkLine } from './ink.js';
import { withoutRing, withRing } from './region.js';
import { PlainTool, type Touch } from './tool.js';

const STEP_PX = 2;
const TOLERANCE_PX = 0.75;

/** Freehand around an object; the right button, or Alt, cuts out. */
export class LassoTool extends PlainTool {
  readonly name: ToolName = 'lasso';
  private points: Point[] = [];
  private cuts = false;

  override down(touch: Touch): void {
    if (!this.host.may()) return;
    this.cuts = touch.exclude;
    this.points = [eighth(touch.point)];
  }

  override move(touch: Touch): void {
    const last = this.points[this.points.length - 1];
    if (!last) return;
    const far = Math.hypot(touch.point.x - last.x, touch.point.y - last.y) >= STEP_PX * this.host.reach();
    if (far) this.points.push(eighth(touch.point));
    this.host.refresh();
  }

  override up(touch: Touch): void {
    if (this.points.length === 0) return;
    this.move(touch);
    const ring = simplified(this.points.flatMap((p) => [p.x, p.y]), TOLERANCE_PX * this.host.reach());
    this.points = [];
    this.host.refresh();
    if (ring.length < 6) return;
    const shape = this.cuts ? withoutRing(this.host, ring) : withRing(this.host, ring);
    if (shape) this.host.put(this.cuts ? 'lasso cut' : 'lasso', shape);
  }

  override cancel(): boolean {
    if (this.points.length === 0) return false;
    this.points = [];
    this.host.refresh();
    return true;
  }

  override draw(context: CanvasRenderingContext2D): void {
    if (this.points.length === 0) return;
    inkLine(context, this.points.map((p) => this.host.toScreen(p)), this.cuts ? '#ffb3c4' : '#fff', true);
  }
}
