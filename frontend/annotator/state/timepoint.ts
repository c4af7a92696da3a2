import { Emitter } from './emitter.js';

export const SPEEDS: readonly number[] = [0.25, 0.5, 1, 1.5, 2, 3, 4];

/** The frame looked at, inside the task's range, and how it plays. */
export class Timepoint {
  /** Carries the frame that is left. */
  readonly changed = new Emitter<number>();
  readonly playChanged = new Emitter();
  /** Playing leaves no frame out, however fast. */
  everyFrame = false;
  private current: number;
  private run = false;
  private rate = 1;

  constructor(
    readonly from: number,
    readonly to: number,
    frame: number,
  ) {
    this.current = this.clamp(frame);
  }

  get frame(): number {
    return this.current;
  }

  get playing(): boolean {
    return this.run;
  }

  get speed(): number {
    return this.rate;
  }

  go(frame: number): void {
    const next = this.clamp(frame);
    if (next === this.current) return;
    const left = this.current;
    this.current = next;
    this.changed.emit(left);
  }

  step(by: number): void {
    this.pause();
    this.go(this.current + by);
  }

  play(): void {
    if (this.run) return;
    if (this.current >= this.to - 1) this.go(this.from);
    this.run = true;
    this.playChanged.emit();
  }

  pause(): void {
    if (!this.run) return;
    this.run = false;
    this.playChanged.emit();
  }

  setSpeed(speed: number): void {
    this.rate = speed;
    this.playChanged.emit();
  }

  /** One step slower or faster. */
  changeSpeed(by: 1 | -1): void {
    const at = SPEEDS.findIndex((speed) => speed >= this.rate);
    this.setSpeed(SPEEDS[Math.max(0, Math.min(SPEEDS.length - 1, at + by))]!);
  }

  private clamp(frame: number): number {
    return Math.max(this.from, Math.min(this.to - 1, Math.round(frame)));
  }
}
