import type { Point } from '../state/navigation.js';
import { dot, eighth, inkLine } from './ink.js';
import { PlainTool, type Touch } from './tool.js';

export const CLOSE_PX = 9;

/** Click by click along something; the right button takes the last point back; Enter, a double click or (where it closes) the first point ends it. */
export abstract class PathTool extends PlainTool {
  protected abstract readonly closes: boolean;
  protected abstract readonly least: number;
  protected readonly color: string = '#fff';
  protected points: Point[] = [];
  protected pointer: Point | null = null;

  /** What is left when the path ends. */
  protected abstract done(flat: number[]): void;
  /** What ending it would do, in words. */
  protected abstract verb(): string;

  override down(touch: Touch): void {
    if (!this.host.may()) return;
    if (touch.exclude) {
      this.back();
      return;
    }
    if (this.closes && this.points.length >= 3 && this.near(this.points[0]!, touch.point)) {
      this.finish();
      return;
    }
    const last = this.points[this.points.length - 1];
    if (last && Math.hypot(last.x - touch.point.x, last.y - touch.point.y) < 0.25) return;
    this.points.push(eighth(touch.ctrl ? touch.point : this.host.snap(touch.point)));
    this.pointer = touch.point;
    this.host.refresh();
  }

  override move(touch: Touch): void {
    this.pointer = touch.ctrl ? touch.point : this.host.snap(touch.point);
    if (this.points.length > 0) this.host.refresh();
  }

  override doubleClick(_touch: Touch): void {
    this.finish();
  }

  override finish(): boolean {
    if (this.points.length === 0) return false;
    if (this.points.length < this.least) return true;
    const flat = this.points.flatMap((p) => [p.x, p.y]);
    this.points = [];
    this.done(flat);
    this.host.refresh();
    return true;
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
    return this.points.length < this.least ? `needs ${this.least === 3 ? 'three' : 'two'} points` : this.verb();
  }

  override draw(context: CanvasRenderingContext2D): void {
    if (this.points.length === 0) return;
    const screen = this.points.map((p) => this.host.toScreen(p));
    inkLine(context, this.pointer ? [...screen, this.host.toScreen(this.pointer)] : screen, this.color);
    const closing = this.closes && this.points.length >= 3 && this.pointer !== null && this.near(this.points[0]!, this.pointer);
    screen.forEach((p, i) => dot(context, p, i === 0 && closing ? 7 : 4, i === 0));
  }

  protected near(a: Point, b: Point): boolean {
    return Math.hypot(a.x - b.x, a.y - b.y) <= CLOSE_PX * this.host.reach();
  }
}
