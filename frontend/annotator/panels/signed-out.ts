import { css, html, nothing } from 'lit';
import { Panel } from './panel.js';
import { shared } from './styles.js';

/** The sign-in has ended: nothing is lost, and one click leads on. */
export class SignedOut extends Panel {
  static override styles = [
    shared,
    css`
      div {
        position: absolute;
        top: 12px;
        left: 50%;
        transform: translateX(-50%);
        z-index: 5;
        display: flex;
        align-items: center;
        gap: 14px;
        padding: 8px 8px 8px 16px;
        background: #2c2616;
        border: 1px solid var(--kr-middle);
        border-radius: 8px;
        white-space: nowrap;
      }
      a {
        display: inline-grid;
        place-items: center;
        text-decoration: none;
      }
    `,
  ];

  override render(): unknown {
    const { outbox } = this.desk.session;
    if (outbox.saving !== 'signed-out') return nothing;
    const edits = outbox.count === 1 ? 'One edit is' : `${outbox.count} edits are`;
    return html`<div role="alert">
      Your sign-in has ended. ${edits} kept in this browser and will be saved when you are back.
      <a class="button main" href="/login" target="_blank">Sign in</a>
    </div>`;
  }
}

customElements.define('kr-signed-out', SignedOut);
