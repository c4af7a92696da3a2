import { css, html, nothing, type TemplateResult } from 'lit';
import { SWEEP_SPEEDS } from '../state/sweep.js';
import { perform } from './actions.js';
import { icon } from './icons.js';
import { Panel } from './panel.js';
import { shared } from './styles.js';

/** How far a sweep is, what it found, and the keys that it needs. */
export class SweepBar extends Panel {
  static override styles = [
    shared,
    css`
      :host {
        position: absolute;
        left: 12px;
        bottom: 12px;
        max-width: calc(100% - 352px);
        z-index: 2;
      }
      section {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px 10px;
        padding: 6px 6px 6px 12px;
        background: rgb(12 13 16 / 0.92);
        border: 1px solid var(--kr-accent);
        border-radius: 8px;
      }
      b {
        color: var(--kr-strong);
      }
      .bar {
        width: 64px;
      }
      .bar i {
        background: var(--kr-accent);
      }
      .speeds {
        display: flex;
      }
      .speeds button {
        padding: 2px 8px;
      }
      .speeds button[aria-pressed='true'] {
        background: var(--kr-accent-back);
        box-shadow: inset 0 0 0 1px var(--kr-accent);
        color: var(--kr-strong);
      }
      .found {
        color: var(--kr-middle);
      }
      span {
        white-space: nowrap;
      }
    `,
  ];

  override render(): unknown {
    const { sweep, time, task } = this.desk.session;
    if (!sweep.active) return nothing;
    const percent = Math.floor(sweep.share * 100);
    return html`<section aria-label="Sweep">
      <b>Sweep</b>
      <span class="speeds" role="group" aria-label="Speed of the sweep">${SWEEP_SPEEDS.map((speed) => this.speed(speed))}</span>
      <span><span class="bar" role="progressbar" aria-label="Shown" aria-valuenow=${percent} aria-valuemin="0" aria-valuemax="100"><i style="width:${percent}%"></i></span> ${percent} % shown</span>
      <span class=${sweep.misses > 0 ? 'found' : 'quiet'} role="status">${sweep.misses} missing added</span>
      ${task.editable ? html`<button class="button" @click=${() => perform(this.desk, 'draw')}>${this.key('draw')} Add missing</button>` : nothing}
      <button class="button" @click=${() => perform(this.desk, 'play')}>${this.key('play')} ${time.playing ? 'Pause' : sweep.share < 1 ? 'Go on' : 'Done'}</button>
      <button class="icon" aria-label="End the sweep" title="End the sweep (Esc)" @click=${() => sweep.end()}>${icon('close', 14)}</button>
    </section>`;
  }

  /** Another speed is another sweep: it begins anew. */
  private speed(speed: number): TemplateResult {
    const { sweep, preferences } = this.desk.session;
    const choose = (): void => {
      preferences.set('sweep.speed', speed);
      void sweep.start(speed);
    };
    return html`<button aria-pressed=${speed === sweep.speed} title="Begin anew at ${speed} times the recording’s speed" @click=${choose}>${speed}×</button>`;
  }

  private key(action: 'draw' | 'play'): TemplateResult | typeof nothing {
    const key = this.desk.keys.text(action);
    return key ? html`<kbd>${key}</kbd>` : nothing;
  }
}

customElements.define('kr-sweep-bar', SweepBar);
