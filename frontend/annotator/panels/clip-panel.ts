import { css, html, nothing } from 'lit';
import { Panel } from './panel.js';
import { shared } from './styles.js';

/** What is said of the whole clip. */
export class ClipPanel extends Panel {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
      }
      section {
        border-bottom: 1px solid var(--kr-line);
        padding: 8px 12px 10px;
      }
      header {
        font-weight: 600;
        margin-bottom: 6px;
      }
      div {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
      }
      button {
        height: 28px;
        padding: 0 10px;
        border: 1px solid var(--kr-line);
        background: var(--kr-raised);
      }
      button[aria-pressed='true'] {
        border-color: var(--kr-accent);
        background: var(--kr-accent-back);
        color: var(--kr-strong);
      }
    `,
  ];

  override render(): unknown {
    const { session, commands } = this.desk;
    const clips = session.task.ontology.clips ?? [];
    if (clips.length === 0) return nothing;
    return html`<section>
      <header>This clip</header>
      <div role="group" aria-label="Classes of the clip">
        ${clips.map((c) => html`<button aria-pressed=${commands.events.tagOf(c.id) !== null} ?disabled=${!session.task.editable} @click=${() => commands.events.toggleTag(c.id)}>${c.name}</button>`)}
      </div>
    </section>`;
  }
}

customElements.define('kr-clip-panel', ClipPanel);
