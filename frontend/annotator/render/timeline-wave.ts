import type { Energy } from '../protocol/wire.js';
import { Emitter } from '../state/emitter.js';
import type { Session } from '../state/session.js';
import { INK, withAlpha } from './style.js';
import { GUTTER, type TimelineLayout, WAVE } from './timeline-layout.js';

/** How loud it is along the recording and, where time is all that is labelled, how much moves. */
export class TimelineWave {
  readonly changed = new Emitter();
  private energy: Energy | null = null;

  constructor(
    private readonly session: Session,
    private readonly layout: TimelineLayout,
  ) {
    void this.load().catch(() => undefined);
  }

  /** There is something to show: sound, or movement where nothing is drawn. */
  get ready(): boolean {
    return this.values !== null;
  }

  private get values(): readonly number[] | null {
    const { energy, session } = this;
    return energy?.audio ?? (session.modes.draws ? null : (energy?.motion ?? null));
  }

  draw(context: CanvasRenderingContext2D): void {
    const { energy, values, layout } = this;
    if (!energy || !values) return;
    const top = layout.waveTop;
    const middle = top + WAVE / 2;
    const full = energy.audio ? 1 : Math.max(0.05, ...values);
    context.fillStyle = energy.audio ? withAlpha(INK.accent, 0.7) : withAlpha(INK.quiet, 0.6);
    context.beginPath();
    for (let x = GUTTER; x < layout.x(layout.to); x++) {
      const height = Math.max(0.5, (loudest(energy, values, layout.frameExactly(x), layout.frameExactly(x + 1)) * (WAVE - 4)) / (2 * full));
      context.rect(x, middle - height, 1, 2 * height);
    }
    context.fill();
  }

  caption(): string {
    return this.energy?.audio ? 'Sound' : 'Motion';
  }

  private async load(): Promise<void> {
    const { api, task } = this.session;
    this.energy = await api.energy(task.video.id, task.from, task.to);
    this.changed.emit();
  }
}

/** The highest value of the frames from one place to another; each stands for `step` frames. */
export function loudest({ from, step }: Pick<Energy, 'from' | 'step'>, values: readonly number[], first: number, end: number): number {
  const last = Math.max(Math.ceil((end - from) / step) - 1, Math.floor((first - from) / step));
  let most = 0;
  for (let i = Math.max(0, Math.floor((first - from) / step)); i <= last && i < values.length; i++) most = Math.max(most, values[i]!);
  return most;
}
