import type { Session } from '../state/session.js';
import { Comparison } from './comparison.js';
import type { FrameSource } from './frame-source.js';
import { drawGrid } from './grid.js';
import { LabelChips } from './label-chips.js';
import { PaintLayer } from './paint-layer.js';
import { ShapeLayer } from './shape-layer.js';
import { ShapePainter, type Shown } from './shape-painter.js';
import { FONT, INK } from './style.js';
import { Surface } from './surface.js';

const NEAREST_FROM = 2;
const LATE_MS = 180;

export interface Canvases {
  readonly picture: HTMLCanvasElement;
  readonly base: HTMLCanvasElement;
  readonly over: HTMLCanvasElement;
}

/** The picture, above it everything labelled on it, and above that a light layer for the tool in hand. */
export class Stage {
  readonly paint: PaintLayer;
  hovered: string | null = null;
  /** Draws what the tool in hand shows, in CSS pixels. */
  drawTool: (context: CanvasRenderingContext2D) => void = () => undefined;
  private readonly picture: Surface;
  private readonly base: Surface;
  private readonly over: Surface;
  private readonly shapes: ShapePainter;
  private readonly layer: ShapeLayer;
  private readonly chips: LabelChips;
  private readonly comparison: Comparison;
  private requested = 0;
  private stale = { content: true, view: true, over: true };
  private shown: readonly Shown[] = [];
  private bitmap: ImageBitmap | null = null;
  private pictureFrame = -1;
  private late = false;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(
    canvases: Canvases,
    private readonly session: Session,
    private readonly frames: FrameSource,
  ) {
    this.picture = new Surface(canvases.picture);
    this.base = new Surface(canvases.base);
    this.over = new Surface(canvases.over);
    this.paint = new PaintLayer(session.index.width, session.index.height, (anew) => (anew ? this.refresh() : this.refreshView()));
    this.shapes = new ShapePainter(session);
    this.chips = new LabelChips(session);
    this.comparison = new Comparison(session, this.shapes);
    const { navigation } = session;
    this.layer = new ShapeLayer(this.base, navigation, (c, item) => this.shapes.draw(c, item, false), () => this.refreshView());
  }

  close(): void {
    cancelAnimationFrame(this.requested);
    clearTimeout(this.waiting);
    this.layer.close();
  }

  /** The frame whose picture is on the screen; differs from the time while a picture is on its way. */
  get shownFrame(): number {
    return this.pictureFrame;
  }

  resize(width: number, height: number): void {
    for (const surface of [this.picture, this.base, this.over]) surface.resize(width, height);
    this.session.navigation.resize(width, height);
    this.refresh();
  }

  /** Draws all anew before the next screen. */
  refresh(): void {
    this.stale.content = true;
    this.refreshView();
  }

  /** The same things lie elsewhere. */
  refreshView(): void {
    this.stale.view = true;
    this.refreshTool();
  }

  refreshTool(): void {
    this.stale.over = true;
    this.requested ||= requestAnimationFrame(() => this.draw());
  }

  private draw(): void {
    this.requested = 0;
    const { content, view, over } = this.stale;
    this.stale = { content: false, view: false, over: false };
    if (view) this.drawView(content);
    if (over) this.drawTool(this.over.begin());
  }

  private drawView(anew: boolean): void {
    this.drawPicture(this.picture.begin());
    const context = this.base.begin();
    drawGrid(context, this.session);
    if (anew) this.collect();
    const compared = this.comparison.draw(context, this.shown, this.base);
    if (!compared) this.drawShapes(context);
    this.drawPaint(context);
    if (!compared) this.chips.draw(context, this.shown, this.base.width, this.base.height, this.hovered);
    if (this.late) this.sayLate(context);
  }

  /** The same things again are no reason to draw them anew. */
  private collect(): void {
    const shown = this.shapes.collect(this.paint.hides);
    if (shown.length !== this.shown.length || !shown.every((item, i) => alike(item, this.shown[i]!))) this.shown = shown;
  }

  private drawShapes(context: CanvasRenderingContext2D): void {
    const { looks } = this.session;
    this.layer.draw(context, this.shown, this.session.time.frame, `${looks.opacity} ${looks.overlay}`);
    for (const item of this.shown) if (item.track === this.hovered) this.hover(context, item);
  }

  private drawPaint(context: CanvasRenderingContext2D): void {
    const { navigation, looks } = this.session;
    context.save();
    context.translate(navigation.x, navigation.y);
    context.scale(navigation.scale, navigation.scale);
    context.imageSmoothingEnabled = navigation.scale < 1;
    this.paint.draw(context, Math.max(0.3, looks.opacity));
    context.restore();
  }

  private hover(context: CanvasRenderingContext2D, item: Shown): void {
    const { navigation } = this.session;
    context.save();
    context.translate(navigation.x, navigation.y);
    context.scale(navigation.scale, navigation.scale);
    this.shapes.draw(context, item, true);
    context.restore();
  }

  /** A picture that stays away for long makes the old one fade, so that nobody takes it for the new one. */
  private wait(): void {
    this.waiting ??= setTimeout(() => {
      this.late = true;
      this.refresh();
    }, LATE_MS);
  }

  private sayLate(context: CanvasRenderingContext2D): void {
    const text = `The picture of frame ${this.session.time.frame} is on its way`;
    context.font = FONT;
    context.textAlign = 'center';
    context.fillStyle = INK.text;
    context.fillText(text, this.base.width / 2, 28);
    context.textAlign = 'left';
  }

  private drawPicture(context: CanvasRenderingContext2D): void {
    const { time, navigation, index, coverage } = this.session;
    const bitmap = this.frames.get(time.frame);
    if (bitmap) {
      this.bitmap = bitmap;
      this.pictureFrame = time.frame;
      this.late = false;
      clearTimeout(this.waiting);
      this.waiting = undefined;
      coverage.shown(time.frame);
    } else this.wait();
    const { x, y, scale } = navigation;
    const width = index.width * scale;
    const height = index.height * scale;
    if (this.bitmap && this.bitmap.width > 0) {
      context.imageSmoothingEnabled = scale < NEAREST_FROM;
      context.imageSmoothingQuality = 'high';
      context.globalAlpha = this.late ? 0.35 : 1;
      context.drawImage(this.bitmap, x, y, width, height);
      context.globalAlpha = 1;
    } else {
      context.fillStyle = INK.panel;
      context.fillRect(x, y, width, height);
    }
  }
}

function alike(a: Shown, b: Shown): boolean {
  return (
    a.shape === b.shape &&
    a.track === b.track &&
    a.color === b.color &&
    a.source === b.source &&
    a.selected === b.selected &&
    a.doubtful === b.doubtful &&
    a.occluded === b.occluded &&
    a.confidence === b.confidence
  );
}
