import type { ToolName } from '../state/toolbox.js';
import { PathTool } from './path.js';
import { withoutRing, withRing } from './region.js';

/** Click by click around an object. The points snap to the borders of its neighbours; Ctrl leaves them free. */
export class PolygonTool extends PathTool {
  readonly name: ToolName = 'polygon';
  protected readonly closes = true;
  protected readonly least = 3;

  protected verb(): string {
    return 'close the polygon';
  }

  protected done(ring: number[]): void {
    this.host.put('polygon', withRing(this.host, ring));
  }
}

/** Cuts a polygon out of what is there. */
export class PolygonCutTool extends PathTool {
  readonly name: ToolName = 'polygon-subtract';
  protected override readonly color = '#ffb3c4';
  protected readonly closes = true;
  protected readonly least = 3;

  protected verb(): string {
    return 'cut the polygon out';
  }

  protected done(ring: number[]): void {
    const shape = withoutRing(this.host, ring);
    if (shape) this.host.put('polygon cut', shape);
  }
}
