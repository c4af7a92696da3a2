import { css, html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { icon } from './icons.js';
import { Panel } from './panel.js';
import { shared } from './styles.js';

/** Short messages over the picture, read out by assistive tools. */
export class NoticeList extends Panel {
  static override styles = [
    shared,
    css`
      :host {
        position: absolute;
        top: 12px;
        left: 50%;
        transform: translateX(-50%);
        width: max-content;
        max-width: calc(100% - 32px);
        display: grid;
        gap: 6px;
        justify-items: center;
        pointer-events: none;
        z-index: 4;
      }
      div {
        display: flex;
        align-items: center;
        gap: 8px;
        padding: 5px 6px 5px 14px;
        background: rgb(20 23 29 / 0.95);
        border: 1px solid var(--kr-edge);
        border-radius: 8px;
      }
      button {
        pointer-events: auto;
      }
      .warning {
        border-color: var(--kr-middle);
      }
    `,
  ];

  override render(): unknown {
    const { notices } = this.desk.session;
    return html`<section role="status" aria-live="polite" style="display:contents">
      ${repeat(
        notices.list,
        (n) => n.id,
        (n) =>
          html`<div class=${n.tone}>
            ${n.text}
            <button class="icon" aria-label="Dismiss" @click=${() => notices.dismiss(n.id)}>${icon('close', 13)}</button>
          </div>`,
      )}
    </section>`;
  }
}

customElements.define('kr-notice-list', NoticeList);
