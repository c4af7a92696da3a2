import { css, html } from 'lit';
import { Panel } from './panel.js';
import { shared } from './styles.js';

/** Accepts every open proposal that is at least as sure as asked. */
export class AcceptForm extends Panel {
  static override properties = { ...Panel.properties, least: { state: true } };
  declare least: number;

  static override styles = [
    shared,
    css`
      p {
        margin: 0 0 12px;
      }
      label {
        display: flex;
        align-items: center;
        gap: 12px;
        margin-bottom: 12px;
      }
      input {
        flex: 1;
        accent-color: var(--kr-accent);
      }
      footer {
        display: flex;
        justify-content: flex-end;
        gap: 8px;
      }
    `,
  ];

  constructor() {
    super();
    this.least = 0.9;
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>('.main')!.focus();
  }

  override render(): unknown {
    const { session, commands } = this.desk;
    const { open, sure } = commands.ranges.countAbove(this.least);
    const whose = session.selection.tracks.length > 0 ? 'of the selected tracks' : 'of all tracks';
    return html`<label
        >At least
        <input type="range" min="0.5" max="1" step="0.01" .value=${String(this.least)} @input=${(e: Event) => (this.least = Number((e.target as HTMLInputElement).value))} />
        <b>${this.least.toFixed(2)}</b></label
      >
      <p>${sure} of ${open} open frames ${whose} ${sure === 1 ? 'is' : 'are'} that sure.</p>
      <footer>
        <button class="button" @click=${() => this.desk.shut()}>Cancel</button>
        <button class="button main" ?disabled=${sure === 0} @click=${this.accept}>Accept ${sure}</button>
      </footer>`;
  }

  private accept(): void {
    const { time } = this.desk.session;
    this.desk.shut();
    this.desk.commands.ranges.accept({ from: time.from, to: time.to }, this.least);
  }
}

customElements.define('kr-accept-form', AcceptForm);
