import type { Mask } from '../model/mask.js';
import { outline, smooth } from '../model/outline.js';
import { maskOf } from '../model/shapes.js';
import type { SegmentAnswer, Shape, ShownPrompt } from '../protocol/wire.js';
import type { Point } from '../state/navigation.js';
import type { ToolName } from '../state/toolbox.js';
import { eighth, inkLine } from './ink.js';
import { PlainTool, type Touch } from './tool.js';

const DRAG_PX = 5;
const ACCENT = '#5b9dff';
const OUT = '#ff7a90';
/** A corner of a stroke every so many pixels of the screen. */
const CORNER_PX = 4;

/** What a drag is about to become. */
interface Gesture {
  readonly start: Touch;
  last: Touch;
  readonly stroke: Point[];
  dragged: boolean;
}

/** Where the prompts belong: they are dropped when the person goes elsewhere. */
interface Place {
  readonly frame: number;
  readonly track: string | null;
  readonly prior: Shape | null;
}

/**
 * Show it, and the server finds it: a click is in, the right button or Alt is out, a drag is a box, a drag with Shift (or
 * of what is out) a stroke. Enter keeps the mask, Esc drops it, Backspace takes the last word back.
 */
export class AssistTool extends PlainTool {
  readonly name: ToolName = 'assist';
  private prompts: ShownPrompt[] = [];
  private place: Place | null = null;
  private gesture: Gesture | null = null;
  private answer: SegmentAnswer | null = null;
  private rings: readonly (readonly number[])[] = [];
  /** The number of the latest question: answers to others come too late. */
  private asked = 0;
  private waiting = false;
  private failed = false;
  /** Enter was pressed before the answer was there. */
  private keeping = false;

  override down(touch: Touch): void {
    if (!this.host.may()) return;
    this.leaveOld();
    this.gesture = { start: touch, last: touch, stroke: [touch.point], dragged: false };
  }

  override move(touch: Touch): void {
    const { gesture } = this;
    if (!gesture) return;
    gesture.dragged ||= apart(gesture.start.screen, touch.screen) > DRAG_PX;
    if (apart(gesture.last.screen, touch.screen) >= CORNER_PX) {
      gesture.stroke.push(touch.point);
      gesture.last = touch;
    }
    this.host.refresh();
  }

  override up(touch: Touch): void {
    const { gesture } = this;
    if (!gesture) return;
    this.move(touch);
    this.gesture = null;
    const prompt = this.promptOf(gesture, touch);
    if (!prompt) return;
    this.place ??= { frame: this.host.frame, track: this.host.selected(), prior: this.host.base('MASK') };
    this.prompts.push(prompt);
    this.ask();
  }

  override finish(): boolean {
    this.leaveOld();
    if (this.prompts.length === 0) return false;
    if (this.waiting) this.keeping = true;
    else if (this.failed || !this.answer) this.ask();
    else this.keep(this.answer);
    return true;
  }

  override cancel(): boolean {
    const busy = this.gesture !== null || this.prompts.length > 0;
    this.drop();
    return busy;
  }

  override back(): boolean {
    this.leaveOld();
    if (this.prompts.length === 0) return false;
    this.prompts.pop();
    if (this.prompts.length === 0) this.drop();
    else this.ask();
    return true;
  }

  override pending(): string | null {
    if (this.prompts.length === 0 || !this.here()) return null;
    if (this.keeping) return 'keep the mask as soon as it is there';
    if (this.waiting) return this.answer ? 'keep the mask (looking again …)' : 'keep the mask (looking …)';
    if (this.failed) return 'ask again';
    return `keep the mask (${Math.round(100 * (this.answer?.confidence ?? 0))} % sure; Esc drops it)`;
  }

  override draw(context: CanvasRenderingContext2D): void {
    if (this.prompts.length > 0 && !this.here()) {
      queueMicrotask(() => this.leaveOld());
      return;
    }
    context.save();
    this.drawOutline(context);
    context.restore();
    for (const prompt of this.prompts) this.drawPrompt(context, prompt);
    if (this.gesture?.dragged) this.drawGesture(context, this.gesture);
  }

  private here(): boolean {
    return this.place !== null && this.place.frame === this.host.frame && this.place.track === this.host.selected();
  }

  /** Prompts on another frame, or for another track, mean nothing here. */
  private leaveOld(): void {
    if (this.prompts.length > 0 && !this.here()) this.drop();
  }

  private promptOf(gesture: Gesture, end: Touch): ShownPrompt | null {
    const { start } = gesture;
    const isIn = !start.exclude;
    if (!gesture.dragged) return this.inside(start.point) ? { type: 'point', ...eighth(start.point), in: isIn } : null;
    if (start.shift || !isIn) {
      const points = [...gesture.stroke, end.point].map((p) => eighth(this.clipped(p))).flatMap((p) => [p.x, p.y]);
      return { type: 'scribble', points, in: isIn };
    }
    const a = eighth(this.clipped(start.point));
    const b = eighth(this.clipped(end.point));
    const [width, height] = [Math.abs(a.x - b.x), Math.abs(a.y - b.y)];
    if (width < 2 || height < 2) return null;
    return { type: 'box', x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width, height };
  }

  private ask(): void {
    const number = ++this.asked;
    this.waiting = true;
    this.failed = false;
    this.host.refresh();
    this.host.segment(this.prompts, this.place!.prior).then(
      (answer) => this.heard(number, answer),
      (e: unknown) => this.refused(number, e as Error),
    );
  }

  private heard(number: number, answer: SegmentAnswer): void {
    if (number !== this.asked) return;
    this.waiting = false;
    if (!this.here()) this.drop();
    else if (this.keeping) this.keep(answer);
    else this.show(answer);
  }

  private refused(number: number, error: Error): void {
    if (number !== this.asked) return;
    this.waiting = this.keeping = false;
    this.failed = true;
    this.host.warn(error.message);
    this.host.refresh();
  }

  private show(answer: SegmentAnswer): void {
    this.answer = answer;
    const mask = this.mask(answer);
    this.rings = mask ? outline(mask).map(smooth) : [];
    const { paint } = this.host;
    paint.begin(ACCENT, this.place!.track);
    mask?.runs((y, x0, x1) => paint.run(y, x0, x1, true));
    paint.show();
    this.host.refresh();
  }

  private keep(answer: SegmentAnswer): void {
    const found = this.mask(answer);
    this.drop();
    if (!found || found.empty) this.host.say('There is nothing to keep: click on the object.');
    else this.host.put('assist', answer.mask, true);
  }

  private mask(answer: SegmentAnswer): Mask | null {
    return maskOf(answer.mask, this.host.width, this.host.height);
  }

  private drop(): void {
    const shown = this.answer !== null;
    this.asked++;
    this.prompts = [];
    this.rings = [];
    this.place = this.gesture = this.answer = null;
    this.waiting = this.failed = this.keeping = false;
    if (shown) this.host.paint.end();
    this.host.refresh();
  }

  private inside({ x, y }: Point): boolean {
    return x >= 0 && y >= 0 && x <= this.host.width && y <= this.host.height;
  }

  private clipped({ x, y }: Point): Point {
    return { x: Math.max(0, Math.min(this.host.width, x)), y: Math.max(0, Math.min(this.host.height, y)) };
  }

  private drawOutline(context: CanvasRenderingContext2D): void {
    context.lineJoin = 'round';
    for (const [color, width, dash] of [['rgb(0 0 0 / 0.6)', 3.5, []], [ACCENT, 1.75, [6, 4]]] as const) {
      context.beginPath();
      for (const ring of this.rings) {
        for (let i = 0; i < ring.length; i += 2) {
          const p = this.host.toScreen({ x: ring[i]!, y: ring[i + 1]! });
          if (i === 0) context.moveTo(p.x, p.y);
          else context.lineTo(p.x, p.y);
        }
        context.closePath();
      }
      context.setLineDash([...dash]);
      context.strokeStyle = color;
      context.lineWidth = width;
      context.stroke();
    }
  }

  private drawPrompt(context: CanvasRenderingContext2D, prompt: ShownPrompt): void {
    if (prompt.type === 'point') this.drawPoint(context, prompt, prompt.in);
    else if (prompt.type === 'box') {
      const { x, y, width, height } = prompt;
      this.drawBox(context, { x, y }, { x: x + width, y: y + height });
    } else if (prompt.type === 'scribble') {
      const points = prompt.points.flatMap((x, i, all) => (i % 2 === 0 ? [{ x, y: all[i + 1]! }] : []));
      inkLine(context, points.map((p) => this.host.toScreen(p)), prompt.in ? ACCENT : OUT);
    }
  }

  /** A plus is in, a minus is out: told apart without colour, too. */
  private drawPoint(context: CanvasRenderingContext2D, at: Point, isIn: boolean): void {
    const { x, y } = this.host.toScreen(at);
    context.beginPath();
    context.arc(x, y, 7, 0, 7);
    context.fillStyle = isIn ? ACCENT : OUT;
    context.fill();
    context.strokeStyle = '#0c0d10';
    context.lineWidth = 2;
    context.stroke();
    context.beginPath();
    context.moveTo(x - 3.5, y);
    context.lineTo(x + 3.5, y);
    if (isIn) {
      context.moveTo(x, y - 3.5);
      context.lineTo(x, y + 3.5);
    }
    context.stroke();
  }

  private drawBox(context: CanvasRenderingContext2D, a: Point, b: Point): void {
    const ring = [a, { x: b.x, y: a.y }, b, { x: a.x, y: b.y }];
    inkLine(context, ring.map((p) => this.host.toScreen(p)), ACCENT, true);
  }

  private drawGesture(context: CanvasRenderingContext2D, { start, last, stroke }: Gesture): void {
    if (start.shift || start.exclude) inkLine(context, stroke.map((p) => this.host.toScreen(p)), start.exclude ? OUT : ACCENT);
    else this.drawBox(context, start.point, last.point);
  }
}

function apart(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
