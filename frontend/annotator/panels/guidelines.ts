import { css, html, nothing } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { icon } from './icons.js';
import { Panel } from './panel.js';
import { shared } from './styles.js';

/** How the project wants its labels made, beside the picture. The server made the HTML out of Markdown: nothing in it runs. */
export class GuidelinesPanel extends Panel {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
        min-height: 0;
        background: var(--kr-panel);
      }
      section {
        display: grid;
        grid-template-rows: auto minmax(0, 1fr);
        width: clamp(280px, 22vw, 420px);
        height: 100%;
        border-left: 1px solid var(--kr-line);
      }
      header {
        display: flex;
        align-items: center;
        height: 36px;
        padding: 0 6px 0 14px;
        font-weight: 600;
        border-bottom: 1px solid var(--kr-line);
      }
      header span {
        flex: 1;
      }
      article {
        overflow: hidden auto;
        padding: 4px 16px 16px;
        line-height: 1.5;
        overflow-wrap: anywhere;
        scrollbar-width: thin;
        scrollbar-color: var(--kr-edge) transparent;
      }
      h1,
      h2,
      h3,
      h4 {
        margin: 16px 0 4px;
        color: var(--kr-strong);
        font-size: 13px;
      }
      h1 {
        font-size: 16px;
      }
      h2 {
        font-size: 14px;
      }
      p,
      ul,
      ol {
        margin: 0 0 8px;
      }
      ul,
      ol {
        padding-left: 20px;
      }
      img {
        max-width: 100%;
        border-radius: 4px;
      }
      a {
        color: #8ab8ff;
      }
      code,
      pre {
        font: 12px/1.5 ui-monospace, 'DejaVu Sans Mono', monospace;
        background: var(--kr-ground);
        border-radius: 4px;
      }
      code {
        padding: 1px 4px;
      }
      pre {
        padding: 8px;
        overflow-x: auto;
      }
      blockquote {
        margin: 0 0 8px;
        padding-left: 10px;
        border-left: 3px solid var(--kr-edge);
        color: var(--kr-quiet);
      }
      table {
        border-collapse: collapse;
      }
      th,
      td {
        padding: 3px 8px;
        border: 1px solid var(--kr-line);
        text-align: left;
      }
    `,
  ];

  override render(): unknown {
    const { guidelines } = this.desk.session;
    if (!guidelines.open) return nothing;
    return html`<section aria-label="Guidelines">
      <header>
        <span>Guidelines</span>
        <button class="icon" aria-label="Close the guidelines" title="Close the guidelines (${this.desk.keys.text('guidelines')})" @click=${() => guidelines.show(false)}>${icon('close', 15)}</button>
      </header>
      <article tabindex="0">${unsafeHTML(guidelines.current!.html)}</article>
    </section>`;
  }
}

customElements.define('kr-guidelines', GuidelinesPanel);
