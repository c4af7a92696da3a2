import { Bits } from '../model/bits.js';
import { squareStroke, stroke } from '../model/brush.js';
import { shapeOf } from '../model/shapes.js';
import type { Point } from '../state/navigation.js';
import type { ToolName } from '../state/toolbox.js';
import { PlainTool, type ToolHost, type Touch } from './tool.js';

const MOUSE_PRESSURE = 0.5;

/** A round or square brush: each stroke is saved when the pointer is lifted. The right button, or Alt, erases. */
export class BrushTool extends PlainTool {
  readonly name: ToolName = 'brush';
  override readonly cursor: string = 'none';
  protected readonly adds: boolean = true;
  /** What the stroke in hand does. */
  private adding = true;
  private bits: Bits | null = null;
  private last: Point | null = null;
  private at: Touch | null = null;
  private changed = false;

  constructor(host: ToolHost) {
    super(host);
  }

  override down(touch: Touch): void {
    if (!this.host.may()) return;
    this.adding = this.adds !== touch.exclude;
    if (!this.adding && !this.host.baseMask()) return;
    this.bits ??= new Bits(this.host.width, this.host.height);
    this.bits.clear();
    this.host.paint.begin(this.host.color(), this.host.selected());
    const base = this.host.baseMask();
    if (base) {
      this.bits.add(base);
      base.runs((y, x0, x1) => this.host.paint.run(y, x0, x1, true));
    }
    this.last = touch.point;
    this.changed = false;
    this.to(touch);
  }

  override move(touch: Touch): void {
    this.at = touch;
    if (this.last) this.to(touch);
    else this.host.refresh();
  }

  override up(touch: Touch): void {
    this.at = touch;
    if (!this.last || !this.bits) return;
    this.last = null;
    const { changed, bits } = this;
    if (changed) this.host.put(this.adding ? 'brush stroke' : 'eraser stroke', shapeOf(bits.mask()));
    this.host.paint.end();
  }

  override cancel(): boolean {
    if (!this.last) return false;
    this.last = null;
    this.host.paint.end();
    return true;
  }

  override draw(context: CanvasRenderingContext2D): void {
    if (!this.at) return;
    const radius = this.radius(this.at) / this.host.reach();
    const { x, y } = this.at.screen;
    for (const [color, width] of [['rgb(0 0 0 / 0.6)', 3], [this.adds !== this.at.exclude ? '#fff' : '#ffb3c4', 1.25]] as const) {
      context.beginPath();
      if (this.host.brushSquare) context.rect(x - radius, y - radius, 2 * radius, 2 * radius);
      else context.arc(x, y, Math.max(1, radius), 0, 7);
      context.strokeStyle = color;
      context.lineWidth = width;
      context.stroke();
    }
    context.fillStyle = '#fff';
    context.fillRect(x - 0.75, y - 0.75, 1.5, 1.5);
  }

  private to(touch: Touch): void {
    const from = this.last!;
    const { x, y } = touch.point;
    const cover = this.host.brushSquare ? squareStroke : stroke;
    cover(from.x, from.y, x, y, this.radius(touch), (row, x0, x1) => {
      const left = Math.max(0, x0);
      const right = Math.min(this.host.width, x1);
      if (row < 0 || row >= this.host.height || left >= right) return;
      this.changed = true;
      this.bits!.row(row, left, right, this.adding);
      this.host.paint.run(row, left, right, this.adding);
    });
    this.last = touch.point;
    this.host.paint.show();
  }

  private radius(touch: Touch): number {
    const pen = touch.pressure > 0 && touch.pressure !== MOUSE_PRESSURE ? 0.4 + 0.6 * touch.pressure : 1;
    return Math.max(0.5, (this.host.brushSize / 2) * pen);
  }
}

/** Takes paint away. */
export class EraserTool extends BrushTool {
  override readonly name: ToolName = 'eraser';
  protected override readonly adds = false;
}
