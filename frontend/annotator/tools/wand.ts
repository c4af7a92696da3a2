import type { Mask } from '../model/mask.js';
import { alike } from '../model/wand.js';
import type { ToolName } from '../state/toolbox.js';
import { withPixels } from './region.js';
import { PlainTool, type Touch } from './tool.js';

const MOST = 160;

/** Takes what looks alike around a click; dragging right takes more, left less. Alt, or the right button, takes away. */
export class WandTool extends PlainTool {
  readonly name: ToolName = 'wand';
  private start: Touch | null = null;
  private tolerance = 0;
  private found: Mask | null = null;

  override down(touch: Touch): void {
    if (!this.host.may()) return;
    this.start = touch;
    this.look(touch);
  }

  override move(touch: Touch): void {
    if (this.start) this.look(touch);
  }

  override up(touch: Touch): void {
    if (!this.start) return;
    this.look(touch);
    const { found, start } = this;
    this.drop();
    const shape = found && !found.empty ? withPixels(this.host, found, !start.exclude) : null;
    if (!shape) return;
    this.host.put(start.exclude ? 'wand cut' : 'wand', shape);
  }

  override cancel(): boolean {
    if (!this.start) return false;
    this.drop();
    return true;
  }

  override draw(context: CanvasRenderingContext2D): void {
    if (!this.start) return;
    context.font = '12px system-ui, sans-serif';
    context.fillStyle = '#fff';
    context.fillText(`± ${this.tolerance}`, this.start.screen.x + 12, this.start.screen.y - 10);
  }

  private look(touch: Touch): void {
    const start = this.start!;
    const picture = this.host.pixels();
    const by = Math.round((touch.screen.x - start.screen.x) / 3);
    const tolerance = Math.max(0, Math.min(MOST, this.host.tolerance + by));
    if (!picture || (this.found && tolerance === this.tolerance)) return;
    this.tolerance = tolerance;
    this.found = alike(picture, Math.floor(start.point.x), Math.floor(start.point.y), tolerance);
    const { paint } = this.host;
    paint.begin(start.exclude ? '#ffb3c4' : this.host.color(), null);
    this.found.runs((y, x0, x1) => paint.run(y, x0, x1, true));
    paint.show();
    this.host.refresh();
  }

  private drop(): void {
    this.start = this.found = null;
    this.host.paint.end();
    this.host.refresh();
  }
}
