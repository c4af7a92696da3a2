import { boundsOf, hits } from '../model/shapes.js';
import type { Resolved } from '../model/resolve.js';
import { nearestBorder } from '../model/snap.js';
import type { Pixels } from '../model/pixels.js';
import type { Commands } from '../state/commands.js';
import type { Point } from '../state/navigation.js';
import type { Skeleton } from '../protocol/wire.js';
import type { Session } from '../state/session.js';
import type { ToolName } from '../state/toolbox.js';
import { AssistTool } from './assist.js';
import { BrushTool, EraserTool } from './brush.js';
import { BoxTool, EllipseTool, SkeletonTool } from './dragged-shape.js';
import { LassoTool } from './lasso.js';
import { PointsTool, PolylineTool, SliceTool } from './lines.js';
import { PolygonCutTool, PolygonTool } from './polygon.js';
import { RotatedBoxTool } from './rotated-box.js';
import { ScissorsTool } from './scissors.js';
import { WandTool } from './wand.js';
import { SelectTool } from './select.js';
import type { Paint, Tool, ToolHost } from './tool.js';

const REACH_PX = 6;
const SNAP_PX = 7;

export function toolsFor(host: ToolHost): Record<ToolName, Tool> {
  return {
    select: new SelectTool(host),
    assist: new AssistTool(host),
    brush: new BrushTool(host),
    eraser: new EraserTool(host),
    polygon: new PolygonTool(host),
    'polygon-subtract': new PolygonCutTool(host),
    lasso: new LassoTool(host),
    wand: new WandTool(host),
    scissors: new ScissorsTool(host),
    box: new BoxTool(host),
    'rotated-box': new RotatedBoxTool(host),
    ellipse: new EllipseTool(host),
    polyline: new PolylineTool(host),
    points: new PointsTool(host),
    skeleton: new SkeletonTool(host),
    slice: new SliceTool(host),
  };
}

/** Gives the tools their hold on the session, and hands them over to one another. */
export class Workbench {
  private readonly tools: Record<ToolName, Tool>;
  private current: Tool;

  constructor(
    private readonly session: Session,
    private readonly commands: Commands,
    private readonly pixels: () => Pixels | null,
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
    const { labels, looks, index, navigation } = this.session;
    const found = labels.view
      .tracks()
      .filter((track) => !looks.hidden(track.id))
      .flatMap((track) => this.session.resolved(track.id).map((shown) => ({ shown, z: track.z })))
      .filter(({ shown }) => shown.shape && hits(shown.shape, point.x, point.y, index.width, index.height, REACH_PX / navigation.scale));
    found.sort((a, b) => b.z - a.z || ghostly(a.shown) - ghostly(b.shown) || size(a.shown) - size(b.shown));
    return found[0]?.shown ?? null;
  }

  private host(): ToolHost {
    const { session, commands, paint, refresh, pixels } = this;
    const { editor } = commands;
    const { index, toolbox, selection, navigation, looks, notices } = session;
    return {
      width: index.width,
      height: index.height,
      get brushSize() {
        return toolbox.brushSize;
      },
      get brushSquare() {
        return toolbox.brushSquare;
      },
      get tolerance() {
        return toolbox.tolerance;
      },
      get frame() {
        return session.time.frame;
      },
      paint,
      pixels,
      segment: (prompts, prior) => session.api.segment(session.time.frame, prompts, prior),
      slice: (line) => commands.tracks.slice(line),
      snap: (point) => this.snap(point),
      skeleton: () => this.skeleton(),
      pinned: () => selection.track !== null && looks.pinned(selection.track),
      say: (text) => notices.say(text),
      warn: (text) => notices.warn(text),
      may: () => editor.may(selection.track),
      base: (slot) => editor.base(slot),
      baseMask: () => editor.baseMask(),
      put: (label, shape, whole) => editor.put(label, shape, whole),
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

  /** To the border of another track's shape, so that neighbours meet without a gap. */
  private snap(point: Point): Point {
    const { labels, looks, selection, navigation, index } = this.session;
    const others = labels.view
      .tracks()
      .filter((track) => track.id !== selection.track && !looks.hidden(track.id))
      .flatMap((track) => this.session.resolved(track.id))
      .flatMap((shown) => (shown.shape && shown.source !== 'ghost' ? [shown.shape] : []));
    return nearestBorder(others, point, SNAP_PX / navigation.scale, index) ?? point;
  }

  private skeleton(): Skeleton | null {
    const { selection, toolbox, classes, labels } = this.session;
    const classId = selection.track ? labels.view.track(selection.track)?.classId : toolbox.classId;
    return classes.find((c) => c.id === classId)?.skeleton ?? null;
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
