import type { BoxShape } from '../protocol/wire.js';
import type { Point } from '../state/navigation.js';
import type { ToolName } from '../state/toolbox.js';
import { PlainTool, type Touch } from './tool.js';

const LEAST = 2;

/** Drag from corner to corner; Shift makes it square. */
export class BoxTool extends PlainTool {
  readonly name: ToolName = 'box';
  private start: Point | null = null;
  private at: Touch | null = null;

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
    const box = this.box();
    this.start = null;
    this.host.refresh();
    if (box && box.width >= LEAST && box.height >= LEAST) this.host.put('box', box);
  }

  override cancel(): boolean {
    if (!this.start) return false;
    this.start = null;
    this.host.refresh();
    return true;
  }

  override draw(context: CanvasRenderingContext2D): void {
    const box = this.box();
    if (box) {
      const a = this.host.toScreen(box);
      const b = this.host.toScreen({ x: box.x + box.width, y: box.y + box.height });
      context.strokeStyle = 'rgb(0 0 0 / 0.5)';
      context.lineWidth = 3;
      context.strokeRect(a.x, a.y, b.x - a.x, b.y - a.y);
      context.strokeStyle = '#fff';
      context.lineWidth = 1.25;
      context.strokeRect(a.x, a.y, b.x - a.x, b.y - a.y);
    } else if (this.at) this.hairs(context, this.at.screen);
  }

  private hairs(context: CanvasRenderingContext2D, { x, y }: Point): void {
    context.fillStyle = 'rgb(255 255 255 / 0.35)';
    context.fillRect(0, Math.round(y), context.canvas.width, 1);
    context.fillRect(Math.round(x), 0, 1, context.canvas.height);
  }

  private box(): BoxShape | null {
    if (!this.start || !this.at) return null;
    const a = this.inside(this.start);
    let b = this.inside(this.at.point);
    if (this.at.shift) {
      const side = Math.min(Math.abs(b.x - a.x), Math.abs(b.y - a.y));
      b = { x: a.x + Math.sign(b.x - a.x) * side, y: a.y + Math.sign(b.y - a.y) * side };
    }
    const x = Math.min(a.x, b.x);
    const y = Math.min(a.y, b.y);
    return { type: 'box', x, y, width: Math.abs(b.x - a.x), height: Math.abs(b.y - a.y), angle: 0 };
  }

  private inside({ x, y }: Point): Point {
    const within = (v: number, most: number): number => Math.max(0, Math.min(most, Math.round(v * 2) / 2));
    return { x: within(x, this.host.width), y: within(y, this.host.height) };
  }
}
