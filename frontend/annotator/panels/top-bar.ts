import { css, html, nothing, type TemplateResult } from 'lit';
import { inkOn } from '../model/colors.js';
import { secondsOf, timeText } from '../model/time.js';
import type { PresentUser } from '../protocol/wire.js';
import { icon } from './icons.js';
import { Panel } from './panel.js';
import { shared } from './styles.js';

const ACTIONS: Readonly<Record<string, string>> = {
  claim: 'Start',
  submit: 'Submit',
  approve: 'Approve',
  return: 'Send back',
  reopen: 'Reopen',
};
const MAIN = ['approve', 'submit', 'claim', 'reopen'];

/** Where one is, whether the work is saved, who else is here, and what to do when done. */
export class TopBar extends Panel {
  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 12px;
        height: 44px;
        padding: 0 12px 0 6px;
        background: var(--kr-panel);
        border-bottom: 1px solid var(--kr-line);
        white-space: nowrap;
        overflow: hidden;
      }
      .where {
        min-width: 60px;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .where b {
        font-weight: 600;
        color: var(--kr-strong);
      }
      .chip {
        height: 24px;
        display: inline-flex;
        align-items: center;
        gap: 7px;
        padding: 0 10px;
        border: 1px solid var(--kr-line);
        border-radius: 12px;
        background: var(--kr-raised);
      }
      button.chip:hover {
        background: var(--kr-hover);
      }
      .frame {
        min-width: 116px;
        text-align: right;
      }
      .frame b {
        color: var(--kr-strong);
      }
      .time {
        min-width: 72px;
      }
      .save {
        min-width: 104px;
      }
      .dot {
        width: 8px;
        height: 8px;
        border-radius: 50%;
        background: currentColor;
      }
      .saved {
        color: var(--kr-high-text);
      }
      .saving {
        color: var(--kr-quiet);
      }
      .offline,
      .signed-out {
        color: var(--kr-middle);
      }
      .space {
        flex: 1;
      }
      .run {
        display: inline-flex;
        align-items: center;
        gap: 8px;
      }
      .run .bar {
        width: 88px;
      }
      .run .bar i {
        background: var(--kr-accent);
        transition: width 0.3s;
      }
      .people {
        display: flex;
        padding-left: 6px;
      }
      .face {
        width: 24px;
        height: 24px;
        margin-left: -6px;
        display: grid;
        place-items: center;
        border: 2px solid var(--kr-panel);
        border-radius: 50%;
        font-size: 10px;
        font-weight: 700;
      }
      .guide {
        position: relative;
      }
      .guide i {
        position: absolute;
        top: 3px;
        right: 3px;
        width: 7px;
        height: 7px;
        border-radius: 50%;
        background: var(--kr-accent);
      }
      @media (max-width: 1360px) {
        .project,
        .time {
          display: none;
        }
      }
    `,
  ];

  override render(): unknown {
    const { session } = this.desk;
    const { task, time, index } = session;
    return html`
      <button class="icon" @click=${() => this.fire('exit')} aria-label="Back to the tasks" title="Back to the tasks">
        ${icon('back')}
      </button>
      <span class="where"><span class="quiet project">${task.project.name} / </span><b>${task.video.name}</b></span>
      <span class="chip" title="Task ${task.number}">${task.stage.name} · round ${task.round}</span>
      <button class="frame" title="Jump to a frame or time (${this.desk.keys.text('jump')})" @click=${() => this.desk.open({ kind: 'jump' })}>frame <b>${time.frame}</b> <span class="quiet">/ ${index.frameCount}</span></button>
      <span class="quiet time">${timeText(secondsOf(index, time.frame))}</span>
      ${this.saving()}
      <span class="space"></span>
      ${this.run()}
      <span class="people">${session.people.map((p) => face(p))}</span>
      ${this.actions()}
      ${this.guidelines()}
      <button class="icon" aria-label="Fold the side panel" aria-pressed=${this.desk.folded('side')} title="Fold the side panel (${this.desk.keys.text('fold-side')})" @click=${() => this.desk.toggleFold('side')}>
        ${icon('panel')}
      </button>
    `;
  }

  private guidelines(): TemplateResult | typeof nothing {
    const { guidelines } = this.desk.session;
    if (!guidelines.current) return nothing;
    const label = guidelines.news ? 'Guidelines, new since you read them' : 'Guidelines';
    return html`<button class="icon guide" aria-label=${label} aria-pressed=${guidelines.open} title="${label} (${this.desk.keys.text('guidelines')})" @click=${() => guidelines.show(!guidelines.open)}>
      ${icon('book')}${guidelines.news ? html`<i></i>` : nothing}
    </button>`;
  }

  private saving(): TemplateResult {
    const { outbox, labels } = this.desk.session;
    const n = outbox.count;
    const texts = {
      saved: `saved · v${labels.seq}`,
      saving: n > 1 ? `saving ${n}` : 'saving',
      offline: `offline · ${n} kept here`,
      'signed-out': `signed out · ${n} kept here`,
    };
    const kept = outbox.kept.length;
    return html`
      <span class="chip save ${outbox.saving}" role="status" aria-live="polite" data-saving=${outbox.saving}>
        <i class="dot"></i>${texts[outbox.saving]}
      </span>
      ${kept === 0
        ? nothing
        : html`<button class="chip offline" @click=${() => this.desk.open({ kind: 'saving' })}>
            ${kept} ${kept === 1 ? 'edit needs' : 'edits need'} you
          </button>`}
    `;
  }

  private run(): TemplateResult | typeof nothing {
    const { session } = this.desk;
    const active = session.runs.active();
    const run = active[0];
    if (!run) return nothing;
    const percent = Math.round(run.progress * (run.progress > 1 ? 1 : 100));
    const more = active.length > 1 ? ` and ${active.length - 1} more` : '';
    return html`<span class="run quiet">
      run ${run.number || ''} · ${percent} %${more}
      <span class="bar" role="progressbar" aria-label="Run" aria-valuenow=${percent} aria-valuemin="0" aria-valuemax="100">
        <i style="width:${percent}%"></i>
      </span>
      <button class="icon" aria-label="Cancel the run" title="Cancel the run" @click=${() => this.cancel(run.id)}>
        ${icon('close', 14)}
      </button>
    </span>`;
  }

  private async cancel(run: string): Promise<void> {
    const { session } = this.desk;
    try {
      await session.api.cancelRun(run);
      session.runs.update({ id: run, state: 'CANCELLED' });
    } catch (e) {
      session.notices.warn((e as Error).message);
    }
  }

  private actions(): unknown {
    const { task } = this.desk.session;
    const offered = Object.keys(ACTIONS).filter((action) => task.actions.includes(action));
    const main = MAIN.find((action) => offered.includes(action));
    return offered
      .sort((a, b) => Number(a === main) - Number(b === main))
      .map(
        (action) =>
          html`<button class="button ${action === main ? 'main' : ''}" data-action=${action} @click=${() => this.act(action)}>
            ${ACTIONS[action]}
          </button>`,
      );
  }

  private act(action: string): void {
    if (action === 'submit') this.desk.open({ kind: 'submit' });
    else if (action === 'return') this.desk.open({ kind: 'return' });
    else this.fire('transition', action);
  }

  private fire(what: string, detail?: string): void {
    this.dispatchEvent(new CustomEvent(`kr-${what}`, { bubbles: true, composed: true, detail }));
  }
}

function face(person: PresentUser): TemplateResult {
  const initials = person.name
    .split(/\s+/)
    .map((part) => part[0] ?? '')
    .join('')
    .slice(0, 2)
    .toUpperCase();
  const color = person.color ?? '#8fb3ff';
  const where = typeof person.frame === 'number' ? `, frame ${person.frame}` : '';
  return html`<span class="face" style="background:${color};color:${inkOn(color)}" title="${person.name}${where}" role="img" aria-label="${person.name}${where}"
    >${initials}</span
  >`;
}

customElements.define('kr-top-bar', TopBar);
