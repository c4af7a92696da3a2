import type { ToolName } from '../state/toolbox.js';
import type { PointsShape } from '../protocol/wire.js';
import { eighth } from './ink.js';
import { PathTool } from './path.js';
import { PlainTool, type Touch } from './tool.js';

/** An open line, click by click. */
export class PolylineTool extends PathTool {
  readonly name: ToolName = 'polyline';
  protected readonly closes = false;
  protected readonly least = 2;

  protected verb(): string {
    return 'end the line';
  }

  protected done(points: number[]): void {
    this.host.put('line', { type: 'polyline', points });
  }
}

/** Cuts the selected mask in two along a line; the part beside becomes a track of its own. */
export class SliceTool extends PathTool {
  readonly name: ToolName = 'slice';
  protected override readonly color = '#ffb3c4';
  protected readonly closes = false;
  protected readonly least = 2;

  protected verb(): string {
    return 'slice the mask';
  }

  protected done(line: number[]): void {
    this.host.slice(line);
  }
}

/** Each click is a point; the right button, or Alt, takes the nearest one away. */
export class PointsTool extends PlainTool {
  readonly name: ToolName = 'points';

  override down(touch: Touch): void {
    if (!this.host.may()) return;
    const base = this.host.base('POINTS') as PointsShape | null;
    const known = base?.points ?? [];
    if (touch.exclude) {
      const left = withoutNearest(known, touch);
      if (left.length > 0 && left.length < known.length) this.host.put('remove point', { type: 'points', points: left });
      return;
    }
    const { x, y } = eighth(touch.point);
    this.host.put('point', { type: 'points', points: [...known, x, y] });
  }
}

function withoutNearest(flat: readonly number[], { point }: Touch): number[] {
  let nearest = -1;
  let least = Infinity;
  for (let i = 0; i < flat.length; i += 2) {
    const distance = Math.hypot(flat[i]! - point.x, flat[i + 1]! - point.y);
    if (distance < least) [nearest, least] = [i, distance];
  }
  return flat.filter((_, i) => i !== nearest && i !== nearest + 1);
}
