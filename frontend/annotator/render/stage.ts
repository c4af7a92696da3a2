import type { Session } from '../state/session.js';
import type { FrameSource } from './frame-source.js';
import { LabelChips } from './label-chips.js';
import { PaintLayer } from './paint-layer.js';
import { ShapePainter } from './shape-painter.js';
import { FONT, INK } from './style.js';
import { Surface } from './surface.js';

const NEAREST_FROM = 2;
const LATE_MS = 180;

/** The picture with everything labelled on it, and above it a light layer for the tool in hand. */
export class Stage {
  readonly paint: PaintLayer;
  hovered: string | null = null;
  /** Draws what the tool in hand shows, in CSS pixels. */
  drawTool: (context: CanvasRenderingContext2D) => void = () => undefined;
  private readonly base: Surface;
  private readonly over: Surface;
  private readonly shapes: ShapePainter;
  private readonly chips: LabelChips;
  private requested = 0;
  private stale = { base: true, over: true };
  private picture: ImageBitmap | null = null;
  private pictureFrame = -1;
  private late = false;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(
    baseCanvas: HTMLCanvasElement,
    overCanvas: HTMLCanvasElement,
    private readonly session: Session,
    private readonly frames: FrameSource,
  ) {
    this.base = new Surface(baseCanvas);
    this.over = new Surface(overCanvas);
    this.paint = new PaintLayer(session.index.width, session.index.height, () => this.refresh());
    this.shapes = new ShapePainter(session);
    this.chips = new LabelChips(session);
  }

  close(): void {
    cancelAnimationFrame(this.requested);
    clearTimeout(this.waiting);
  }

  /** The frame whose picture is on the screen; differs from the time while a picture is on its way. */
  get shownFrame(): number {
    return this.pictureFrame;
  }

  resize(width: number, height: number): void {
    this.base.resize(width, height);
    this.over.resize(width, height);
    this.session.navigation.resize(width, height);
    this.refresh();
  }

  /** Draws all anew before the next screen. */
  refresh(): void {
    this.stale.base = true;
    this.refreshTool();
  }

  refreshTool(): void {
    this.stale.over = true;
    this.requested ||= requestAnimationFrame(() => this.draw());
  }

  private draw(): void {
    this.requested = 0;
    if (this.stale.base) this.drawBase();
    if (this.stale.over) this.drawTool(this.over.begin());
    this.stale = { base: false, over: false };
  }

  private drawBase(): void {
    const context = this.base.begin();
    context.fillStyle = INK.back;
    context.fillRect(0, 0, this.base.width, this.base.height);
    this.drawPicture(context);
    const { navigation, looks } = this.session;
    const shown = this.shapes.collect(this.paint.hides);
    context.save();
    context.translate(navigation.x, navigation.y);
    context.scale(navigation.scale, navigation.scale);
    context.imageSmoothingEnabled = navigation.scale < 1;
    for (const item of shown) this.shapes.draw(context, item, item.track === this.hovered);
    this.paint.draw(context, Math.max(0.3, looks.opacity));
    context.restore();
    this.chips.draw(context, shown, this.base.width, this.base.height, this.hovered);
    if (this.late) this.sayLate(context);
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
    const picture = this.frames.get(time.frame);
    if (picture) {
      this.picture = picture;
      this.pictureFrame = time.frame;
      this.late = false;
      clearTimeout(this.waiting);
      this.waiting = undefined;
      coverage.shown(time.frame);
    }
    else this.wait();
    const { x, y, scale } = navigation;
    const width = index.width * scale;
    const height = index.height * scale;
    if (this.picture && this.picture.width > 0) {
      context.imageSmoothingEnabled = scale < NEAREST_FROM;
      context.imageSmoothingQuality = 'high';
      context.globalAlpha = this.late ? 0.35 : 1;
      context.drawImage(this.picture, x, y, width, height);
      context.globalAlpha = 1;
    } else {
      context.fillStyle = INK.panel;
      context.fillRect(x, y, width, height);
    }
  }
}
