import { Emitter } from './emitter.js';

export type ToolName = 'select' | 'brush' | 'eraser' | 'polygon' | 'polygon-subtract' | 'box';

const MIN_BRUSH = 1;
const MAX_BRUSH = 400;

/** The tool in hand and its settings, and the class that the next new object gets. */
export class Toolbox {
  readonly changed = new Emitter();
  private name: ToolName = 'select';
  private lastDrawing: ToolName = 'brush';
  private size = 24;
  private nextClass: string | null = null;
  private fresh = false;

  get tool(): ToolName {
    return this.name;
  }

  /** The tool that N takes up. */
  get drawingTool(): ToolName {
    return this.lastDrawing;
  }

  /** Diameter of brush and eraser, in pixels of the frame. */
  get brushSize(): number {
    return this.size;
  }

  get classId(): string | null {
    return this.nextClass;
  }

  /** The next shape on this frame starts from nothing instead of from what is shown. */
  get redraw(): boolean {
    return this.fresh;
  }

  pick(tool: ToolName, redraw = false): void {
    this.name = tool;
    this.fresh = redraw;
    if (tool === 'brush' || tool === 'polygon' || tool === 'box') this.lastDrawing = tool;
    this.changed.emit();
  }

  drawn(): void {
    if (!this.fresh) return;
    this.fresh = false;
    this.changed.emit();
  }

  setBrush(size: number): void {
    this.size = Math.max(MIN_BRUSH, Math.min(MAX_BRUSH, Math.round(size)));
    this.changed.emit();
  }

  /** One notch larger or smaller: always by a visible part of the size. */
  growBrush(notches: number): void {
    const step = Math.max(1, Math.round(this.size * 0.15));
    this.setBrush(this.size + notches * step);
  }

  setClass(classId: string | null): void {
    this.nextClass = classId;
    this.changed.emit();
  }
}
