import { secondsOf } from '../model/time.js';
import type { Session } from '../state/session.js';
import type { FrameSource } from './frame-source.js';

/** Moves time while it plays: every frame up to normal speed, waiting for pictures; above it frames may be dropped. */
export class Player {
  private handle = 0;
  private clock = 0;
  private direction: 1 | -1 = 1;
  private readonly stop: (() => void)[];

  constructor(
    private readonly session: Session,
    private readonly frames: FrameSource,
  ) {
    const { time } = session;
    this.stop = [
      time.playChanged.on(() => this.playOrPause()),
      time.changed.on((left) => {
        if (!time.playing) this.direction = time.frame >= left ? 1 : -1;
        this.prefetch();
      }),
    ];
    this.prefetch();
  }

  close(): void {
    cancelAnimationFrame(this.handle);
    this.stop.forEach((stop) => stop());
  }

  private get tier(): 'full' | 'preview' {
    const { time } = this.session;
    return time.playing && time.speed > 1 ? 'preview' : 'full';
  }

  private prefetch(): void {
    this.frames.want(this.session.time.frame, this.direction, this.tier);
  }

  private playOrPause(): void {
    cancelAnimationFrame(this.handle);
    this.direction = 1;
    this.prefetch();
    if (!this.session.time.playing) return;
    this.clock = performance.now();
    this.handle = requestAnimationFrame((now) => this.tick(now));
  }

  private tick(now: number): void {
    const { time, index } = this.session;
    const here = secondsOf(index, time.frame);
    const due = here + ((now - this.clock) / 1000) * time.speed;
    let next = time.frame;
    while (next + 1 < time.to && secondsOf(index, next + 1) <= due) {
      next++;
      if (time.speed <= 1 || time.everyFrame) break;
    }
    if (next > time.frame && this.frames.has(next, this.tier)) {
      this.clock += ((secondsOf(index, next) - here) / time.speed) * 1000;
      if (now - this.clock > 250) this.clock = now;
      time.go(next);
    } else if (next > time.frame) {
      this.clock = Math.max(this.clock, now - (secondsOf(index, next) - here) * 1000);
    }
    if (time.frame >= time.to - 1) time.pause();
    else this.handle = requestAnimationFrame((then) => this.tick(then));
  }
}
