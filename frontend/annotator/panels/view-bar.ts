import { css, html } from 'lit';
import { perform } from './actions.js';
import { icon } from './icons.js';
import { Panel } from './panel.js';
import { shared } from './styles.js';

/** How the picture is looked at: how much masks cover it, and how large it is. */
export class ViewBar extends Panel {
  static override styles = [
    shared,
    css`
      :host {
        position: absolute;
        right: 12px;
        bottom: 12px;
        display: flex;
        align-items: center;
        gap: 4px;
        height: 32px;
        padding: 0 4px 0 12px;
        background: rgb(12 13 16 / 0.82);
        border: 1px solid var(--kr-line);
        border-radius: 8px;
      }
      input {
        width: 72px;
        height: 16px;
        margin: 0 8px 0 0;
        accent-color: var(--kr-accent);
      }
      .zoom {
        min-width: 52px;
        height: 24px;
        text-align: right;
        padding: 0 6px;
      }
      .zoom:hover {
        background: var(--kr-hover);
      }
    `,
  ];

  override render(): unknown {
    const { looks, navigation } = this.desk.session;
    return html`
      <input
        type="range"
        min="0"
        max="100"
        aria-label="How much masks cover the picture"
        title="How much masks cover the picture"
        .value=${String(Math.round(looks.opacity * 100))}
        @input=${(e: Event) => looks.setOpacity(Number((e.target as HTMLInputElement).value) / 100)}
        @change=${(e: Event) => (e.target as HTMLElement).blur()}
      />
      <button class="zoom" aria-label="Zoom ${Math.round(navigation.scale * 100)} percent; show pixel for pixel" title="Pixel for pixel" @click=${() => navigation.zoomTo(1)}>
        ${Math.round(navigation.scale * 100)} %
      </button>
      <button class="icon" aria-label="Fit the frame" title="Fit the frame (Shift+Z)" @click=${() => perform(this.desk, 'fit')}>${icon('fit', 16)}</button>
    `;
  }
}

customElements.define('kr-view-bar', ViewBar);
