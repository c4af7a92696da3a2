import type { Bounds } from '../model/shapes.js';
import { Emitter } from './emitter.js';

export interface Point {
  readonly x: number;
  readonly y: number;
}

const MARGIN = 24;

/** Where the frame lies on the screen: its scale and the place of its top left corner, in CSS pixels. */
export class Navigation {
  readonly changed = new Emitter();
  scale = 1;
  x = 0;
  y = 0;
  private viewWidth = 1;
  private viewHeight = 1;
  private fitted = true;

  constructor(
    readonly frameWidth: number,
    readonly frameHeight: number,
  ) {}

  get viewport(): { width: number; height: number } {
    return { width: this.viewWidth, height: this.viewHeight };
  }

  resize(width: number, height: number): void {
    if (width === this.viewWidth && height === this.viewHeight) return;
    const centre = this.toFrame({ x: this.viewWidth / 2, y: this.viewHeight / 2 });
    this.viewWidth = width;
    this.viewHeight = height;
    if (this.fitted) this.fit();
    else this.centre(centre, this.scale);
  }

  fit(): void {
    this.show({ x: 0, y: 0, width: this.frameWidth, height: this.frameHeight }, 8);
    this.fitted = true;
  }

  /** Brings a part of the frame into view, as large as it fits. */
  show(bounds: Bounds, margin = MARGIN * 3): void {
    const across = (this.viewWidth - 2 * margin) / Math.max(1, bounds.width);
    const down = (this.viewHeight - 2 * margin) / Math.max(1, bounds.height);
    const scale = this.limit(Math.min(across, down));
    this.centre({ x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2 }, scale);
  }

  /** Moves the frame just enough that a part of it is in view. */
  reveal(bounds: Bounds): void {
    const a = this.toScreen({ x: bounds.x, y: bounds.y });
    const b = this.toScreen({ x: bounds.x + bounds.width, y: bounds.y + bounds.height });
    const seen = b.x > MARGIN && b.y > MARGIN && a.x < this.viewWidth - MARGIN && a.y < this.viewHeight - MARGIN;
    if (seen) return;
    this.centre({ x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2 }, this.scale);
  }

  zoomAt(screen: Point, factor: number): void {
    const held = this.toFrame(screen);
    this.scale = this.limit(this.scale * factor);
    this.x = screen.x - held.x * this.scale;
    this.y = screen.y - held.y * this.scale;
    this.moved();
  }

  zoomTo(scale: number): void {
    this.centre(this.toFrame({ x: this.viewWidth / 2, y: this.viewHeight / 2 }), this.limit(scale));
  }

  pan(dx: number, dy: number): void {
    this.x += dx;
    this.y += dy;
    this.moved();
  }

  toFrame(screen: Point): Point {
    return { x: (screen.x - this.x) / this.scale, y: (screen.y - this.y) / this.scale };
  }

  toScreen(point: Point): Point {
    return { x: point.x * this.scale + this.x, y: point.y * this.scale + this.y };
  }

  private centre(point: Point, scale: number): void {
    this.scale = scale;
    this.x = this.viewWidth / 2 - point.x * scale;
    this.y = this.viewHeight / 2 - point.y * scale;
    this.moved();
  }

  private limit(scale: number): number {
    return Math.max(0.05, Math.min(64, scale));
  }

  private moved(): void {
    this.fitted = false;
    this.changed.emit();
  }
}
