import { css, html, nothing } from 'lit';
import { perform } from './actions.js';
import { icon } from './icons.js';
import { Panel } from './panel.js';
import { shared } from './styles.js';

/** Where every pixel needs a class: how much of this frame has none yet. */
export class RestPanel extends Panel {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
      }
      section {
        display: flex;
        align-items: center;
        gap: 6px;
        height: 38px;
        padding: 0 8px 0 12px;
        border-bottom: 1px solid var(--kr-line);
      }
      span {
        flex: 1;
        display: flex;
        align-items: center;
        gap: 6px;
        white-space: nowrap;
      }
      .some {
        color: var(--kr-middle);
      }
      .none {
        color: var(--kr-high-text);
      }
      .button {
        height: 24px;
        padding: 0 8px;
      }
    `,
  ];

  /** What was last known stands while frames play. */
  private share: number | null = null;

  override render(): unknown {
    const { session, commands } = this.desk;
    if (!session.modes.whole) return nothing;
    if (!session.time.playing) this.share = commands.rest.share();
    const { share } = this;
    if (share === 0) return html`<section role="status"><span class="none">${icon('check', 15)} Every pixel has a class</span></section>`;
    return html`<section role="status">
      <span class="some">${share === null ? 'No pixel has a class yet' : `${percent(share)} without class`}</span>
      ${share === null ? nothing : html`<button class="button" title="Show the next of these pixels" @click=${() => commands.rest.show()}>Show</button>`}
      <button class="button" title="Give these pixels to the selected track or class (${this.desk.keys.text('fill-rest')})" ?disabled=${!session.task.editable} @click=${() => perform(this.desk, 'fill-rest')}>Fill</button>
    </section>`;
  }
}

/** Never 0 % where a pixel is left. */
function percent(share: number): string {
  const value = share * 100;
  return value < 0.1 ? '< 0.1 %' : `${value.toFixed(1)} %`;
}

customElements.define('kr-rest-panel', RestPanel);
