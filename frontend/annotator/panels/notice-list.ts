import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { icon } from './icons.js';
import { Panel } from './panel.js';
import { shared } from './styles.js';

/** Short messages over the picture, read out by assistive tools; above them, why the task came back. */
export class NoticeList extends Panel {
  static override properties = { ...Panel.properties, read: { state: true } };
  /** When that was sent back whose reason was closed. */
  declare private read: string;

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
        pointer-events: auto;
      }
      .returned {
        max-width: 560px;
        align-items: flex-start;
        border-left: 3px solid var(--kr-middle);
        overflow-wrap: anywhere;
      }
      .warning {
        border-color: var(--kr-middle);
      }
    `,
  ];

  override render(): unknown {
    const { notices, task } = this.desk.session;
    const { returned } = task;
    return html`<section role="status" aria-live="polite" style="display:contents">
      ${returned && task.stage.kind === 'LABEL' && this.read !== returned.at
        ? html`<div class="returned">
            <span><b>${returned.by.name} sent it back:</b> ${returned.reason}</span>
            <button class="icon" aria-label="Close the reason" @click=${() => (this.read = returned.at)}>${icon('close', 13)}</button>
          </div>`
        : nothing}
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
