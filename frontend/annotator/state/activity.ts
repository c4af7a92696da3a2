import type { ActivityMoment } from '../protocol/wire.js';

const SLICE_MS = 10_000;
const EVERY_MS = 20_000;
const MOST = 500;
const INPUTS = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/**
 * Tells the server at which moments this person did something here: at most one in ten seconds. What
 * cannot be told is kept and told later, under the same ids; times are told as how long ago they are,
 * for this machine's clock may be wrong.
 */
export class Activity {
  private untold: { id: string; at: number; frame: number }[] = [];
  private last = -Infinity;
  private telling = false;
  private readonly timer: ReturnType<typeof setInterval>;
  private readonly onInput = (): void => this.did();

  constructor(
    private readonly tell: (moments: readonly ActivityMoment[]) => Promise<void>,
    private readonly frame: () => number,
    private readonly now: () => number = () => Date.now(),
  ) {
    for (const input of INPUTS) addEventListener(input, this.onInput, { capture: true, passive: true });
    this.timer = setInterval(() => void this.report(), EVERY_MS);
    this.did();
  }

  /** Something was done: a key, the pointer, or frames that play while somebody looks. */
  did(): void {
    if (document.hidden || this.now() - this.last < SLICE_MS) return;
    this.last = this.now();
    this.untold.push({ id: crypto.randomUUID(), at: this.last, frame: this.frame() });
  }

  async report(): Promise<void> {
    if (this.telling || this.untold.length === 0) return;
    this.telling = true;
    const moments = this.untold.slice(0, MOST);
    try {
      const now = this.now();
      await this.tell(moments.map(({ id, at, frame }) => ({ id, frame, ago: Math.max(0, Math.round(now - at)) })));
      this.untold = this.untold.slice(moments.length);
    } catch {
      // Told with the next report.
    } finally {
      this.telling = false;
    }
  }

  close(): void {
    clearInterval(this.timer);
    for (const input of INPUTS) removeEventListener(input, this.onInput, { capture: true });
    void this.report();
  }
}
