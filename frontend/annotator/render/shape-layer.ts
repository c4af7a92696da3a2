import type { Navigation } from '../state/navigation.js';
import type { Surface } from './surface.js';
import type { Shown } from './shape-painter.js';

/** As many shapes as are simply drawn again each time. */
const FEW = 120;
const SLICE_MS = 5;
/** What is recorded is painted later: a slice must also be small. */
const SLICE_SHAPES = 200;
const CALM_MS = 110;

interface Layer {
  readonly canvas: OffscreenCanvas;
  readonly context: OffscreenCanvasRenderingContext2D;
  scale: number;
  x: number;
  y: number;
}

interface Work {
  readonly shown: readonly Shown[];
  readonly into: Layer;
  next: number;
  readonly fresh: boolean;
}

/**
 * The shapes of a frame. Few are drawn each time. Many are drawn once, in slices that leave the screen free; while the
 * view moves, what was drawn moves along, and is drawn anew when it rests.
 */
export class ShapeLayer {
  private front: Layer | null = null;
  private work: Work | null = null;
  private shown: readonly Shown[] = [];
  private frame = -1;
  private look = '';
  private calm: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly surface: Surface,
    private readonly navigation: Navigation,
    private readonly paint: (context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D, item: Shown) => void,
    private readonly again: () => void,
  ) {}

  close(): void {
    clearTimeout(this.calm);
  }

  /** Of another frame nothing may be seen; of the same one, what was drawn stands until all is drawn anew. */
  draw(context: CanvasRenderingContext2D, shown: readonly Shown[], frame: number, look: string): void {
    if (shown.length <= FEW) {
      this.front = this.work = null;
      this.place(context, this.navigation);
      for (const item of shown) this.paint(context, item);
      context.restore();
      return;
    }
    if (shown !== this.shown || look !== this.look) this.begin(shown, frame !== this.frame || !this.front);
    else if (!this.work && this.front && this.hasMoved(this.front)) this.later();
    this.frame = frame;
    this.look = look;
    this.slice();
    const now = this.work?.fresh ? this.work.into : this.front;
    if (now) this.blit(context, now);
  }

  private begin(shown: readonly Shown[], fresh: boolean): void {
    this.shown = shown;
    const { canvas } = this.surface;
    const spare = this.work?.into ?? null;
    const layer = spare && spare.canvas.width === canvas.width && spare.canvas.height === canvas.height ? spare : made(canvas.width, canvas.height);
    const { scale, x, y } = this.navigation;
    Object.assign(layer, { scale, x, y });
    layer.context.setTransform(1, 0, 0, 1, 0, 0);
    layer.context.clearRect(0, 0, canvas.width, canvas.height);
    const ratio = canvas.width / Math.max(1, this.surface.width);
    layer.context.setTransform(ratio * scale, 0, 0, ratio * scale, ratio * x, ratio * y);
    this.work = { shown, into: layer, next: 0, fresh: fresh || this.work?.fresh === true };
  }

  private slice(): void {
    const { work } = this;
    if (!work) return;
    const end = performance.now() + SLICE_MS;
    const last = Math.min(work.shown.length, work.next + SLICE_SHAPES);
    while (work.next < last && performance.now() < end) this.paint(work.into.context, work.shown[work.next++]!);
    if (work.next < work.shown.length) {
      this.again();
      return;
    }
    this.front = work.into;
    this.work = null;
    if (this.hasMoved(this.front)) this.later();
  }

  private later(): void {
    clearTimeout(this.calm);
    this.calm = setTimeout(() => {
      if (this.front && this.hasMoved(this.front)) this.begin(this.shown, false);
      this.again();
    }, CALM_MS);
  }

  private hasMoved({ scale, x, y }: Layer): boolean {
    const now = this.navigation;
    return scale !== now.scale || x !== now.x || y !== now.y;
  }

  private blit(context: CanvasRenderingContext2D, layer: Layer): void {
    const k = this.navigation.scale / layer.scale;
    const { width, height } = this.surface;
    context.imageSmoothingEnabled = k !== 1;
    context.drawImage(layer.canvas, this.navigation.x - layer.x * k, this.navigation.y - layer.y * k, width * k, height * k);
  }

  private place(context: CanvasRenderingContext2D, { x, y, scale }: Navigation): void {
    context.save();
    context.translate(x, y);
    context.scale(scale, scale);
    context.imageSmoothingEnabled = scale < 1;
  }
}

function made(width: number, height: number): Layer {
  const canvas = new OffscreenCanvas(width, height);
  return { canvas, context: canvas.getContext('2d')!, scale: 1, x: 0, y: 0 };
}
