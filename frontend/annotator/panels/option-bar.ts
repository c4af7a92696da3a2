import { css, html, nothing, type TemplateResult } from 'lit';
import { rangeText } from '../model/ranges.js';
import { isLabel } from '../model/resolve.js';
import { perform } from './actions.js';
import type { ActionId } from './keymap.js';
import { Panel } from './panel.js';
import { shared } from './styles.js';

/** What the tool in hand, or what is selected, offers: a strip above the picture that never moves it. */
export class OptionBar extends Panel {
  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 2px;
        padding: 0 10px;
        background: var(--kr-panel);
        border-bottom: 1px solid var(--kr-line);
        overflow: auto hidden;
        scrollbar-width: none;
        white-space: nowrap;
      }
      div {
        display: contents;
      }
      label {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        padding: 0 6px;
        color: var(--kr-quiet);
      }
      output {
        min-width: 44px;
        color: var(--kr-text);
      }
      input[type='range'] {
        width: 90px;
        height: 16px;
        margin: 0;
        accent-color: var(--kr-accent);
      }
      button {
        height: 26px;
        padding: 0 8px;
        white-space: nowrap;
      }
      button:hover:not(:disabled) {
        background: var(--kr-hover);
      }
      button[aria-pressed='true'] {
        background: var(--kr-accent-back);
        color: var(--kr-strong);
      }
      i {
        width: 1px;
        height: 18px;
        background: var(--kr-edge);
        margin: 0 4px;
      }
    `,
  ];

  override render(): unknown {
    const { session } = this.desk;
    const { task } = session;
    if (!task.editable && task.stage.kind !== 'REVIEW') return html`<span class="quiet">${task.readOnlyReason ?? 'This task is read-only.'}</span>`;
    const parts = [this.review(), ...(task.editable ? [this.tool(), this.masks(), this.tracks()] : [])].filter((part) => part !== nothing);
    if (parts.length === 0) return html`<span class="quiet">${this.guidance()}</span>`;
    return html`<div role="toolbar" aria-label="Options" @change=${(e: Event) => (e.target as HTMLElement).blur()}>
      ${parts.map((part, i) => html`${i > 0 ? html`<i></i>` : nothing}${part}`)}
    </div>`;
  }

  private guidance(): string {
    const { modes, labels } = this.desk.session;
    if (modes.mode === 'clip') return 'Say what the clip shows: its classes stand at the right.';
    if (!modes.draws) return 'Pick a range on the timeline by dragging with Shift, then give it an event.';
    return labels.view.tracks().length === 0 ? 'Pick a tool and draw the first object.' : 'Click a shape or a row to work on it.';
  }

  private review(): TemplateResult | typeof nothing {
    const { session, commands } = this.desk;
    if (session.task.stage.kind !== 'REVIEW' || !session.selection.track) return nothing;
    return html`<span class="quiet">${rangeText(commands.review.span())}</span>${this.button('accept-review', 'Good')}${this.button('reject', 'Not good…')}`;
  }

  private tool(): TemplateResult | typeof nothing {
    const { toolbox } = this.desk.session;
    switch (toolbox.tool) {
      case 'brush':
      case 'eraser':
        return html`${this.slider('Size', toolbox.brushSize, 1, 400, ' px', (v) => toolbox.setBrush(v))}
          <button aria-pressed=${!toolbox.brushSquare} @click=${() => toolbox.setSquare(false)} title=${this.hint('Round', 'brush-shape')}>Round</button>
          <button aria-pressed=${toolbox.brushSquare} @click=${() => toolbox.setSquare(true)} title=${this.hint('Square', 'brush-shape')}>Square</button>`;
      case 'assist':
        return html`<span class="quiet">Click: in · Alt or right click: out · drag: box · Shift+drag: stroke · Enter keeps, Esc drops</span>`;
      case 'wand':
        return this.slider('Alike', toolbox.tolerance, 0, 160, '', (v) => toolbox.setTolerance(v));
      default:
        return nothing;
    }
  }

  private masks(): TemplateResult | typeof nothing {
    const { session } = this.desk;
    const { selection, toolbox } = session;
    const own = selection.tracks.flatMap((t) => session.resolved(t)).filter((r) => r.shape && isLabel(r));
    if (own.some((r) => r.slot === 'MASK')) {
      return html`${this.button('fill', 'Fill holes')}${this.button('grow', 'Grow')}${this.button('shrink', 'Shrink')}${this.button('smooth', 'Smooth')}${this.button('specks', 'Specks')}
      ${this.slider('by', toolbox.amount, 1, 24, ' px', (v) => toolbox.setAmount(v))}`;
    }
    return own.some((r) => r.slot === 'BOX' || r.slot === 'ELLIPSE') ? this.button('to-mask', 'Make it a mask') : nothing;
  }

  private tracks(): TemplateResult | typeof nothing {
    const { selection } = this.desk.session;
    if (selection.tracks.length > 1) {
      return html`${this.button('merge', 'Merge')}${this.button('join', 'Join')}${this.button('group', 'Group')}`;
    }
    if (!selection.track) return nothing;
    return html`${this.button('split', 'Split here')}${this.button('front', 'Front')}${this.button('behind', 'Back')}${this.button('copy-next', 'Copy on')}`;
  }

  private button(action: ActionId, label: string): TemplateResult {
    return html`<button data-action=${action} title=${this.hint(label, action)} @click=${() => perform(this.desk, action)}>${label}</button>`;
  }

  private hint(label: string, action: ActionId): string {
    const key = this.desk.keys.text(action);
    return key ? `${label} (${key})` : label;
  }

  private slider(label: string, value: number, from: number, to: number, unit: string, set: (v: number) => void): TemplateResult {
    return html`<label
      >${label}
      <input type="range" min=${from} max=${to} .value=${String(value)} @input=${(e: Event) => set(Number((e.target as HTMLInputElement).value))} />
      <output>${value}${unit}</output></label
    >`;
  }
}

customElements.define('kr-option-bar', OptionBar);
