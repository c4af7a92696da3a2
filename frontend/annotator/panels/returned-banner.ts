import { css, html, nothing } from 'lit';
import { icon } from './icons.js';
import { Panel } from './panel.js';
import { shared } from './styles.js';

/** Why a task came back, until the person has read it. */
export class ReturnedBanner extends Panel {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
      }
      aside {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 8px;
        margin: 8px 12px;
        padding: 8px 4px 8px 12px;
        background: var(--kr-raised);
        border-left: 3px solid var(--kr-middle);
        border-radius: 4px;
        overflow-wrap: anywhere;
      }
      b {
        display: block;
      }
    `,
  ];

  override render(): unknown {
    const { task, preferences } = this.desk.session;
    const { returned } = task;
    const key = `${task.id}/${task.round}`;
    if (!returned || task.stage.kind !== 'LABEL' || preferences.get('returned.read', '') === key) return nothing;
    return html`<aside role="note" aria-label="Sent back">
      <span><b>Sent back by ${returned.by.name}</b>${returned.reason}</span>
      <button class="icon" aria-label="Read" title="Read" @click=${() => preferences.set('returned.read', key)}>${icon('check', 15)}</button>
    </aside>`;
  }
}

customElements.define('kr-returned-banner', ReturnedBanner);
