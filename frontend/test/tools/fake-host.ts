import type { Mask } from '../../annotator/model/mask.js';
import { hits, maskOf, slotOf } from '../../annotator/model/shapes.js';
import type { Resolved } from '../../annotator/model/resolve.js';
import type { Pixels } from '../../annotator/model/pixels.js';
import type { SegmentAnswer, Shape, ShownPrompt, Skeleton, Slot } from '../../annotator/protocol/wire.js';
import type { ToolHost, Touch } from '../../annotator/tools/tool.js';

/** One track on one small frame, and a list of what the tool did to it. */
export class FakeHost implements ToolHost {
  readonly width = 64;
  readonly height = 48;
  frame = 0;
  brushSize = 6;
  brushSquare = false;
  tolerance = 20;
  isPinned = false;
  bones: Skeleton | null = {
    joints: [{ name: 'head', x: 0.5, y: 0 }, { name: 'foot', x: 0.5, y: 1 }],
    bones: [[0, 1]],
  };
  readonly log: string[] = [];
  allowed = true;
  track: string | null = 'dog';
  readonly paint = {
    begin: (): void => void this.log.push('paint'),
    run: (): void => undefined,
    show: (): void => undefined,
    end: (): void => void this.log.push('dry'),
  };

  constructor(public shape: Shape | null = null) {}

  may(): boolean {
    return this.allowed;
  }
  base(slot: Slot): Shape | null {
    return this.shape && slotOf(this.shape) === slot ? this.shape : null;
  }
  slice(line: readonly number[]): void {
    this.log.push(`slice ${line.length / 2}`);
  }
  snap(point: { x: number; y: number }): { x: number; y: number } {
    return point;
  }
  /** Left of x = 24 it is dark, right of it bright. */
  pixels(): Pixels {
    const data = new Uint8ClampedArray(this.width * this.height * 4);
    for (let i = 0; i < data.length; i += 4) data.fill((i / 4) % this.width < 24 ? 40 : 200, i, i + 3);
    return { width: this.width, height: this.height, data };
  }
  skeleton(): Skeleton | null {
    return this.bones;
  }
  pinned(): boolean {
    return this.isPinned;
  }
  say(text: string): void {
    this.log.push(`says ${text.split(' ').slice(0, 3).join(' ')}`);
  }
  warn(text: string): void {
    this.log.push(`warns ${text}`);
  }
  baseMask(): Mask | null {
    return this.shape && maskOf(this.shape, this.width, this.height);
  }
  /** Questions to the server, to be answered by the test. */
  readonly questions: { prompts: readonly ShownPrompt[]; prior: Shape | null; answer: (a: SegmentAnswer) => void; fail: (e: Error) => void }[] = [];

  segment(prompts: readonly ShownPrompt[], prior: Shape | null): Promise<SegmentAnswer> {
    this.log.push(`ask ${prompts.map((p) => ('in' in p && !p.in ? `not ${p.type}` : p.type)).join('+')}`);
    return new Promise((answer, fail) => this.questions.push({ prompts: [...prompts], prior, answer, fail }));
  }
  put(label: string, shape: Shape, whole = false): void {
    this.shape = shape;
    this.log.push(`put ${label} ${shape.type}${whole ? ' whole' : ''}`);
  }
  color(): string {
    return '#ffffff';
  }
  selected(): string | null {
    return this.track;
  }
  select(track: string | null, add: boolean): void {
    this.track = track;
    this.log.push(`select ${track ?? 'none'}${add ? ' too' : ''}`);
  }
  hit(point: { x: number; y: number }): Resolved | null {
    return this.shape && hits(this.shape, point.x, point.y, this.width, this.height) ? this.resolved(this.shape) : null;
  }
  shown(): readonly Resolved[] {
    return this.track && this.shape ? [this.resolved(this.shape)] : [];
  }
  toScreen(point: { x: number; y: number }): { x: number; y: number } {
    return point;
  }
  reach(): number {
    return 0.25;
  }
  refresh(): void {}

  private resolved(shape: Shape): Resolved {
    return { track: 'dog', slot: slotOf(shape), shape, source: 'keyframe', confidence: null, piece: null };
  }
}

export function touch(x: number, y: number, keys: Partial<Touch> = {}): Touch {
  return { point: { x, y }, screen: { x: x * 4, y: y * 4 }, shift: false, alt: false, ctrl: false, exclude: false, pressure: 0.5, ...keys };
}
