import { boundsOf, hits } from '../model/shapes.js';
import type { Resolved } from '../model/resolve.js';
import type { Editor } from '../state/editor.js';
import type { Point } from '../state/navigation.js';
import type { Session } from '../state/session.js';
import type { ToolName } from '../state/toolbox.js';
import { BoxTool } from './box.js';
import { BrushTool, EraserTool } from './brush.js';
import { PolygonCutTool, PolygonTool } from './polygon.js';
import { SelectTool } from './select.js';
import type { Paint, Tool, ToolHost } from './tool.js';

export function toolsFor(host: ToolHost): Record<ToolName, Tool> {
  return {
    select: new SelectTool(host),
    brush: new BrushTool(host),
    eraser: new EraserTool(host),
    polygon: new PolygonTool(host),
    'polygon-subtract': new PolygonCutTool(host),
    box: new BoxTool(host),
  };
}

/** Gives the tools their hold on the session, and hands them over to one another. */
export class Workbench {
  private readonly tools: Record<ToolName, Tool>;
  private current: Tool;

  constructor(
    private readonly session: Session,
    private readonly editor: Editor,
    private readonly paint: Paint,
    private readonly refresh: () => void,
  ) {
    this.tools = toolsFor(this.host());
    this.current = this.tools[session.toolbox.tool];
  }

  /** The tool in hand; one that is laid down first drops what it had not finished. */
  get tool(): Tool {
    const wanted = this.tools[this.session.toolbox.tool];
    if (wanted !== this.current) {
      this.current.leave();
      this.current = wanted;
    }
    return this.current;
  }

  /** The topmost shape at a point of the frame; small shapes win over large ones around them. */
  hit(point: Point): Resolved | null {
    const { labels, looks, index } = this.session;
    const found = labels.view
      .tracks()
      .filter((track) => !looks.hidden(track.id))
      .flatMap((track) => this.session.resolved(track.id).map((shown) => ({ shown, z: track.z })))
      .filter(({ shown }) => shown.shape && hits(shown.shape, point.x, point.y, index.width, index.height));
    found.sort((a, b) => b.z - a.z || ghostly(a.shown) - ghostly(b.shown) || size(a.shown) - size(b.shown));
    return found[0]?.shown ?? null;
  }

  private host(): ToolHost {
    const { session, editor, paint, refresh } = this;
    const { index, toolbox, selection, navigation } = session;
    return {
      width: index.width,
      height: index.height,
      get brushSize() {
        return toolbox.brushSize;
      },
      paint,
      may: () => editor.may(selection.track),
      base: (slot) => editor.base(slot),
      baseMask: () => editor.baseMask(),
      put: (label, shape) => editor.put(label, shape),
      color: () => this.color(),
      selected: () => selection.track,
      select: (track, add) => (add && track ? selection.toggle(track) : selection.only(track)),
      hit: (point) => this.hit(point),
      shown: () => (selection.track ? session.resolved(selection.track) : []),
      toScreen: (point) => navigation.toScreen(point),
      reach: () => 1 / navigation.scale,
      refresh,
    };
  }

  private color(): string {
    const { selection, toolbox, classes } = this.session;
    if (selection.track) return this.session.colorOf(selection.track);
    return classes.find((c) => c.id === toolbox.classId)?.color ?? '#5b9dff';
  }
}

function ghostly(shown: Resolved): number {
  return shown.source === 'ghost' ? 1 : 0;
}

function size(shown: Resolved): number {
  const bounds = shown.shape && boundsOf(shown.shape);
  return bounds ? bounds.width * bounds.height : 0;
}
