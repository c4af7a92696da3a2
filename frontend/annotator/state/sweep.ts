import { rangesOf } from '../model/ranges.js';
import type { Op, SweepRow } from '../protocol/wire.js';
import { Emitter } from './emitter.js';

const EVERY_MS = 3000;
export const SWEEP_SPEEDS: readonly number[] = [1, 2, 3, 4];

/** What a sweep needs of the session. */
export interface SweepDoor {
  readonly api: {
    startSweep(speed: number): Promise<SweepRow>;
    sweepShown(sweep: string, ranges: readonly (readonly [number, number])[]): Promise<SweepRow>;
    sweepMissed(sweep: string, track: string, frame: number): Promise<SweepRow>;
  };
  readonly time: {
    readonly from: number;
    readonly to: number;
    readonly frame: number;
    readonly speed: number;
    readonly playing: boolean;
    everyFrame: boolean;
    go(frame: number): void;
    play(): void;
    pause(): void;
    setSpeed(speed: number): void;
  };
  readonly looks: { reveal(on: boolean): void };
  readonly coverage: { readonly looked: Emitter<number> };
  readonly outbox: { readonly settled: Emitter<Op> };
  readonly notices: { say(text: string): void; warn(text: string): void };
  firstFrame(track: string): number;
}

interface Running {
  readonly id: string;
  readonly speed: number;
  /** How fast it played before. */
  readonly before: number;
  readonly shown: Set<number>;
  readonly missed: Set<string>;
  untold: Set<number>;
  untoldMisses: Set<string>;
}

/**
 * A pass that shows every frame with everything on it. The machine is only unsure of tracks that exist; what nobody has drawn is
 * found by looking. Frames count when their picture was really on the screen, objects added on the way count as missed.
 */
export class Sweep {
  readonly changed = new Emitter();
  private running: Running | null = null;
  private timer: ReturnType<typeof setInterval> | undefined;
  private readonly stops: (() => void)[];

  constructor(private readonly door: SweepDoor) {
    this.stops = [
      door.coverage.looked.on((frame) => this.looked(frame)),
      door.outbox.settled.on((op) => op.kind === 'track.create' && this.missed(op.track)),
    ];
  }

  close(): void {
    this.stops.forEach((stop) => stop());
    clearInterval(this.timer);
    void this.report();
  }

  get active(): boolean {
    return this.running !== null;
  }

  get speed(): number {
    return this.running?.speed ?? 0;
  }

  get misses(): number {
    return this.running?.missed.size ?? 0;
  }

  /** The part of the task's frames that was on the screen. */
  get share(): number {
    const { time } = this.door;
    return (this.running?.shown.size ?? 0) / (time.to - time.from);
  }

  async start(speed: number): Promise<void> {
    const { api, time, looks, notices } = this.door;
    if (this.running) this.end();
    time.pause();
    try {
      const { id } = await api.startSweep(speed);
      this.running = { id, speed, before: time.speed, shown: new Set(), missed: new Set(), untold: new Set(), untoldMisses: new Set() };
    } catch (e) {
      return notices.warn(`The sweep did not start: ${(e as Error).message}`);
    }
    this.timer = setInterval(() => void this.report(), EVERY_MS);
    looks.reveal(true);
    time.everyFrame = true;
    time.go(time.from);
    this.goOn();
    this.changed.emit();
  }

  /** From the first frame that was not shown yet. */
  goOn(): void {
    const { time } = this.door;
    if (!this.running) return;
    const next = this.unseen();
    if (next === null) return this.end();
    if (this.running.shown.has(time.frame)) time.go(Math.max(time.from, next - 1));
    time.setSpeed(this.running.speed);
    time.play();
  }

  end(): void {
    const sweep = this.running;
    if (!sweep) return;
    const { time, looks, notices } = this.door;
    clearInterval(this.timer);
    void this.report();
    this.running = null;
    time.pause();
    time.everyFrame = false;
    time.setSpeed(sweep.before);
    looks.reveal(false);
    const frames = `${sweep.shown.size} of ${time.to - time.from} frames shown`;
    const found = sweep.missed.size === 0 ? 'nothing was missing' : `${sweep.missed.size} missing ${sweep.missed.size === 1 ? 'object' : 'objects'} added`;
    notices.say(`Sweep: ${frames}, ${found}.`);
    this.changed.emit();
  }

  private looked(frame: number): void {
    const { running } = this;
    if (!running || running.shown.has(frame)) return;
    running.shown.add(frame);
    running.untold.add(frame);
    this.changed.emit();
  }

  private missed(track: string): void {
    if (!this.running) return;
    this.running.missed.add(track);
    this.running.untoldMisses.add(track);
    this.changed.emit();
    void this.report();
  }

  private unseen(): number | null {
    const { from, to } = this.door.time;
    for (let frame = from; frame < to; frame++) if (!this.running!.shown.has(frame)) return frame;
    return null;
  }

  /** What cannot be told now is told with the next report. */
  private async report(): Promise<void> {
    const sweep = this.running;
    if (!sweep) return;
    const { untold, untoldMisses } = sweep;
    sweep.untold = new Set();
    sweep.untoldMisses = new Set();
    try {
      if (untold.size > 0) await this.door.api.sweepShown(sweep.id, rangesOf(untold).map((r) => [r.from, r.to] as const));
    } catch {
      untold.forEach((frame) => sweep.untold.add(frame));
    }
    for (const track of untoldMisses) {
      await this.door.api.sweepMissed(sweep.id, track, this.door.firstFrame(track)).catch(() => sweep.untoldMisses.add(track));
    }
  }
}
