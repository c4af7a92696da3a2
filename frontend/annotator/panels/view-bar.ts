import { css, html, nothing, type TemplateResult } from 'lit';
import { OVERLAYS, type Overlay } from '../state/looks.js';
import { ADJUSTABLE } from '../state/picture.js';
import { perform } from './actions.js';
import { icon } from './icons.js';
import { Panel } from './panel.js';
import { shared } from './styles.js';

const NAMES: Readonly<Record<Overlay, string>> = {
  overlay: 'Overlay',
  outline: 'Outline',
  difference: 'Difference',
  wipe: 'Wipe',
};
const GRIDS = [0, 1, 4, 8, 16, 32, 64];

/** How the picture is looked at: what covers it and how much, how bright it is, and how large. */
export class ViewBar extends Panel {
  static override styles = [
    shared,
    css`
      :host {
        position: absolute;
        right: 12px;
        bottom: 12px;
        z-index: 2;
        display: grid;
        justify-items: end;
        gap: 6px;
      }
      .box {
        display: flex;
        align-items: center;
        gap: 4px;
        height: 32px;
        padding: 0 4px 0 8px;
        background: rgb(12 13 16 / 0.86);
        border: 1px solid var(--kr-line);
        border-radius: 8px;
      }
      select {
        width: auto;
        min-height: 24px;
        padding: 0 4px;
        border-color: transparent;
        background: transparent;
      }
      option {
        background: var(--kr-ground);
      }
      input[type='range'] {
        width: 72px;
        height: 16px;
        margin: 0 4px;
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
      .changed {
        color: var(--kr-accent);
      }
      .picture {
        display: grid;
        grid-template-columns: auto 120px 40px;
        gap: 4px 8px;
        align-items: center;
        padding: 10px 12px;
        background: rgb(20 23 29 / 0.97);
        border: 1px solid var(--kr-edge);
        border-radius: 8px;
      }
      .picture input {
        width: 120px;
        margin: 0;
      }
      .picture .last {
        grid-column: 1 / -1;
        text-align: right;
      }
      .picture select {
        grid-column: 2 / 4;
        border-color: var(--kr-edge);
      }
    `,
  ];

  private stop: (() => void) | null = null;

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    if (!changed.has('desk')) return;
    this.stop?.();
    this.stop = this.desk.session.navigation.changed.on(() => this.requestUpdate());
  }

  override render(): unknown {
    const { looks, navigation, picture } = this.desk.session;
    return html`${this.desk.picturing ? this.picture() : nothing}
      <div class="box">
        <select aria-label="How labels are shown" title="How labels are shown (${this.desk.keys.text('overlay')})" @change=${this.chosen}>
          ${OVERLAYS.map((o) => html`<option value=${o} ?selected=${o === looks.overlay}>${NAMES[o]}</option>`)}
        </select>
        <input
          type="range"
          min="0"
          max="100"
          aria-label="How much masks cover the picture"
          title="How much masks cover the picture"
          .value=${String(Math.round(looks.opacity * 100))}
          @input=${(e: Event) => looks.setOpacity(valueOf(e) / 100)}
          @change=${(e: Event) => (e.target as HTMLElement).blur()}
        />
        <button class="icon ${picture.plain ? '' : 'changed'}" aria-label="Brightness, contrast, gamma, grid" title="Brightness, contrast, gamma, grid" aria-expanded=${this.desk.picturing} @click=${() => this.desk.togglePicture()}>
          ${icon('picture', 16)}
        </button>
        <button class="zoom" aria-label="Zoom ${Math.round(navigation.scale * 100)} percent; show pixel for pixel" title="Pixel for pixel (${this.desk.keys.text('pixel')})" @click=${() => perform(this.desk, 'pixel')}>
          ${Math.round(navigation.scale * 100)} %
        </button>
        <button class="icon" aria-label="Fit the frame" title="Fit the frame (${this.desk.keys.text('fit')})" @click=${() => perform(this.desk, 'fit')}>${icon('fit', 16)}</button>
      </div>`;
  }

  private picture(): TemplateResult {
    const { picture } = this.desk.session;
    const now = picture.adjustments;
    return html`<div class="picture" role="group" aria-label="Picture">
      ${ADJUSTABLE.map(
        ([key, label, least, most]) => html`<label for=${key} class="quiet">${label}</label>
          <input id=${key} type="range" min=${least} max=${most} step="0.05" .value=${String(now[key])} @input=${(e: Event) => picture.adjust({ [key]: valueOf(e) })} @dblclick=${() => picture.adjust({ [key]: 1 })} />
          <span>${now[key].toFixed(2)}</span>`,
      )}
      <label for="grid" class="quiet">Grid</label>
      <select id="grid" @change=${(e: Event) => picture.setGrid(valueOf(e))}>
        ${GRIDS.map((g) => html`<option value=${g} ?selected=${g === picture.grid}>${g === 0 ? 'none' : g === 1 ? 'every pixel' : `${g} px`}</option>`)}
      </select>
      <span class="last"><button class="button" ?disabled=${picture.plain} @click=${() => picture.reset()}>As recorded</button></span>
    </div>`;
  }

  private chosen(e: Event): void {
    const select = e.target as HTMLSelectElement;
    this.desk.session.looks.setOverlay(select.value as Overlay);
    select.blur();
  }
}

function valueOf(e: Event): number {
  return Number((e.target as HTMLInputElement | HTMLSelectElement).value);
}

customElements.define('kr-view-bar', ViewBar);
