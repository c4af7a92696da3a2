/** Paint that is not yet a shape: pixel for pixel what the stroke will leave. */
export class PaintLayer {
  /** The track whose own mask gives way to the paint. */
  hides: string | null = null;
  private canvas: OffscreenCanvas | null = null;
  private context: OffscreenCanvasRenderingContext2D | null = null;
  private active = false;

  constructor(
    private readonly width: number,
    private readonly height: number,
    /** `anew`: other shapes give way, or are back. */
    private readonly refresh: (anew: boolean) => void,
  ) {}

  begin(color: string, hides: string | null): void {
    this.canvas ??= new OffscreenCanvas(this.width, this.height);
    this.context ??= this.canvas.getContext('2d')!;
    this.context.clearRect(0, 0, this.width, this.height);
    this.context.fillStyle = color;
    this.hides = hides;
    this.active = true;
    this.refresh(true);
  }

  run(y: number, x0: number, x1: number, on: boolean): void {
    if (on) this.context!.fillRect(x0, y, x1 - x0, 1);
    else this.context!.clearRect(x0, y, x1 - x0, 1);
  }

  show(): void {
    this.refresh(false);
  }

  end(): void {
    this.active = false;
    this.hides = null;
    this.refresh(true);
  }

  draw(context: CanvasRenderingContext2D, opacity: number): void {
    if (!this.active) return;
    context.save();
    context.globalAlpha = opacity;
    context.drawImage(this.canvas!, 0, 0);
    context.restore();
  }
}
