import { Emitter } from './emitter.js';

export const TOOL_NAMES = [
  'select', 'assist', 'brush', 'eraser', 'polygon', 'polygon-subtract', 'lasso', 'wand', 'scissors', 'box', 'rotated-box',
  'ellipse', 'polyline', 'points', 'skeleton', 'slice',
] as const;
export type ToolName = (typeof TOOL_NAMES)[number];

/** Tools that correct what is there; N takes up one that makes something. */
const CORRECTING: readonly ToolName[] = ['select', 'eraser', 'polygon-subtract', 'slice'];

const MIN_BRUSH = 1;
const MAX_BRUSH = 400;

/** The tool in hand and its settings, and the class that the next new object gets. */
export class Toolbox {
  readonly changed = new Emitter();
  private name: ToolName = 'select';
  private lastDrawing: ToolName = 'brush';
  private size = 24;
  private square = false;
  private likeness = 24;
  private reach = 2;
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

  get brushSquare(): boolean {
    return this.square;
  }

  /** How unlike two colours may be for the wand, 0 to 255. */
  get tolerance(): number {
    return this.likeness;
  }

  /** How far growing, shrinking and smoothing reach, in pixels. */
  get amount(): number {
    return this.reach;
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
    if (!CORRECTING.includes(tool)) this.lastDrawing = tool;
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

  setSquare(square: boolean): void {
    this.square = square;
    this.changed.emit();
  }

  setTolerance(tolerance: number): void {
    this.likeness = Math.max(0, Math.min(160, Math.round(tolerance)));
    this.changed.emit();
  }

  setAmount(pixels: number): void {
    this.reach = Math.max(1, Math.min(64, Math.round(pixels)));
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
