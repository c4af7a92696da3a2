/** A canvas that keeps as many pixels as the screen shows of it. Drawing is in CSS pixels. */
export class Surface {
  readonly context: CanvasRenderingContext2D;
  width = 0;
  height = 0;

  constructor(readonly canvas: HTMLCanvasElement) {
    this.context = canvas.getContext('2d')!;
  }

  resize(width: number, height: number): void {
    const ratio = devicePixelRatio || 1;
    this.width = width;
    this.height = height;
    const pixelsAcross = Math.max(1, Math.round(width * ratio));
    const pixelsDown = Math.max(1, Math.round(height * ratio));
    if (this.canvas.width === pixelsAcross && this.canvas.height === pixelsDown) return;
    this.canvas.width = pixelsAcross;
    this.canvas.height = pixelsDown;
  }

  begin(): CanvasRenderingContext2D {
    const { context, canvas } = this;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.scale(canvas.width / Math.max(1, this.width), canvas.height / Math.max(1, this.height));
    return context;
  }
}
