import type { Mask } from '../model/mask.js';
import type { Pixels } from '../model/pixels.js';
import type { Resolved } from '../model/resolve.js';
import type { SegmentAnswer, Shape, ShownPrompt, Skeleton, Slot } from '../protocol/wire.js';
import type { Point } from '../state/navigation.js';
import type { ToolName } from '../state/toolbox.js';

/** A pointer on the picture, in frame pixels and in CSS pixels. */
export interface Touch {
  readonly point: Point;
  readonly screen: Point;
  readonly shift: boolean;
  readonly alt: boolean;
  readonly ctrl: boolean;
  /** The right button, or Alt: the opposite of what the tool does. */
  readonly exclude: boolean;
  /** 0 to 1 for a pen; a mouse presses with 0.5. */
  readonly pressure: number;
}

/** Paint shown while a stroke is being drawn. */
export interface Paint {
  begin(color: string, hides: string | null): void;
  run(y: number, x0: number, x1: number, on: boolean): void;
  show(): void;
  end(): void;
}

/** What a tool may know and do; all that it leaves behind goes through `put`. */
export interface ToolHost {
  readonly width: number;
  readonly height: number;
  /** The frame that edits go to. */
  readonly frame: number;
  readonly brushSize: number;
  readonly brushSquare: boolean;
  /** How unlike two colours may be for the wand. */
  readonly tolerance: number;
  readonly paint: Paint;
  /** False, with a word to the person, where nothing may be changed. */
  may(): boolean;
  /** The shape a correction starts from. */
  base(slot: Slot): Shape | null;
  baseMask(): Mask | null;
  /** `whole`: a keyframe at once instead of a draft. */
  put(label: string, shape: Shape, whole?: boolean): void;
  /** What the server takes prompts on this frame for. */
  segment(prompts: readonly ShownPrompt[], prior: Shape | null): Promise<SegmentAnswer>;
  /** Cuts the selected mask in two along a line. */
  slice(line: readonly number[]): void;
  /** The nearest border of another shape, where one is near. */
  snap(point: Point): Point;
  /** The picture of this frame; null while it is on its way. */
  pixels(): Pixels | null;
  /** The skeleton of the class in hand. */
  skeleton(): Skeleton | null;
  /** The selected track's shapes stay where they are. */
  pinned(): boolean;
  say(text: string): void;
  warn(text: string): void;
  color(): string;
  selected(): string | null;
  select(track: string | null, add: boolean): void;
  /** The topmost shape at a point. */
  hit(point: Point): Resolved | null;
  /** What the selected track shows here. */
  shown(): readonly Resolved[];
  toScreen(point: Point): Point;
  /** How many frame pixels one CSS pixel is. */
  reach(): number;
  /** The light layer must be drawn anew. */
  refresh(): void;
}

export interface Tool {
  readonly name: ToolName;
  readonly cursor: string;
  down(touch: Touch): void;
  move(touch: Touch): void;
  up(touch: Touch): void;
  doubleClick(touch: Touch): void;
  /** True when Enter had something to finish. */
  finish(): boolean;
  /** True when Esc had something to drop. */
  cancel(): boolean;
  /** Another tool is taken up: what is unfinished is dropped. */
  leave(): void;
  /** True when Backspace had something to take back. */
  back(): boolean;
  /** What Enter would do now, for the status bar. */
  pending(): string | null;
  draw(context: CanvasRenderingContext2D): void;
}

/** A tool with nothing to say: what each tool starts from. */
export abstract class PlainTool implements Tool {
  abstract readonly name: ToolName;
  readonly cursor: string = 'crosshair';

  constructor(protected readonly host: ToolHost) {}

  down(_touch: Touch): void {}
  move(_touch: Touch): void {}
  up(_touch: Touch): void {}
  doubleClick(_touch: Touch): void {}
  finish(): boolean {
    return false;
  }
  cancel(): boolean {
    return false;
  }
  leave(): void {
    this.cancel();
  }
  back(): boolean {
    return false;
  }
  pending(): string | null {
    return null;
  }
  draw(_context: CanvasRenderingContext2D): void {}
}
