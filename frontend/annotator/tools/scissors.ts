import { type CostMap, costMap, Paths } from '../model/scissors.js';
import type { Pixels } from '../model/pixels.js';
import { simplified } from '../model/rings.js';
import type { Point } from '../state/navigation.js';
import type { ToolName } from '../state/toolbox.js';
import { dot, inkLine } from './ink.js';
import { CLOSE_PX } from './path.js';
import { withoutRing, withRing } from './region.js';
import { PlainTool, type Touch } from './tool.js';

const maps = new WeakMap<Pixels, CostMap>();

/** Clicks around an object; between them the line keeps to the edges of the picture. Alt at the first click cuts out. */
export class ScissorsTool extends PlainTool {
  readonly name: ToolName = 'scissors';
  private pieces: Point[][] = [];
  private anchors: Point[] = [];
  private paths: Paths | null = null;
  private live: Point[] = [];
  private cuts = false;

  override down(touch: Touch): void {
    if (!this.host.may()) return;
    if (this.anchors.length >= 2 && this.near(this.anchors[0]!, touch.point)) {
      this.finish();
      return;
    }
    const picture = this.host.pixels();
    if (!picture) return;
    if (this.anchors.length === 0) this.cuts = touch.exclude;
    const at = this.pixel(touch.point);
    if (this.paths) this.pieces.push(this.way(at));
    this.anchors.push(at);
    this.paths = new Paths(mapOf(picture), at.x, at.y);
    this.live = [];
    this.host.refresh();
  }

  override move(touch: Touch): void {
    if (!this.paths) return;
    this.live = this.way(this.pixel(touch.point));
    this.host.refresh();
  }

  override doubleClick(): void {
    this.finish();
  }

  override finish(): boolean {
    if (this.anchors.length === 0) return false;
    if (this.anchors.length < 2 || !this.paths) return true;
    const all = [...this.pieces, this.way(this.anchors[0]!)].flat();
    const ring = simplified(all.flatMap((p) => [p.x, p.y]), 0.5);
    const { cuts } = this;
    this.cancel();
    if (ring.length < 6) return true;
    const shape = cuts ? withoutRing(this.host, ring) : withRing(this.host, ring);
    if (shape) this.host.put(cuts ? 'scissors cut' : 'scissors', shape);
    return true;
  }

  override cancel(): boolean {
    if (this.anchors.length === 0) return false;
    this.anchors = [];
    this.pieces = [];
    this.live = [];
    this.paths = null;
    this.host.refresh();
    return true;
  }

  override back(): boolean {
    const picture = this.host.pixels();
    if (this.anchors.length === 0 || !picture) return false;
    this.anchors.pop();
    this.pieces.pop();
    this.live = [];
    const last = this.anchors[this.anchors.length - 1];
    this.paths = last ? new Paths(mapOf(picture), last.x, last.y) : null;
    this.host.refresh();
    return true;
  }

  override pending(): string | null {
    if (this.anchors.length === 0) return null;
    return this.anchors.length < 2 ? 'needs two points' : this.cuts ? 'cut it out' : 'close the line';
  }

  override draw(context: CanvasRenderingContext2D): void {
    const screen = [...this.pieces.flat(), ...this.live].map((p) => this.host.toScreen(p));
    if (screen.length > 0) inkLine(context, screen, this.cuts ? '#ffb3c4' : '#fff');
    this.anchors.forEach((p, i) => dot(context, this.host.toScreen(middle(p)), 4, i === 0));
  }

  /** Through the middles of pixels. */
  private way(to: Point): Point[] {
    return this.paths!.to(to.x, to.y).map(middle);
  }

  private pixel({ x, y }: Point): Point {
    const within = (v: number, size: number): number => Math.max(0, Math.min(size - 1, Math.floor(v)));
    return { x: within(x, this.host.width), y: within(y, this.host.height) };
  }

  private near(a: Point, b: Point): boolean {
    return Math.hypot(a.x + 0.5 - b.x, a.y + 0.5 - b.y) <= CLOSE_PX * this.host.reach();
  }
}

function mapOf(picture: Pixels): CostMap {
  let map = maps.get(picture);
  if (!map) maps.set(picture, (map = costMap(picture)));
  return map;
}

function middle({ x, y }: Point): Point {
  return { x: x + 0.5, y: y + 0.5 };
}
