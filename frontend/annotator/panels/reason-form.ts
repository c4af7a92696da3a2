import { css, html, nothing } from 'lit';
import { dialogStyles } from './dialog-styles.js';
import { Panel } from './panel.js';
import { shared } from './styles.js';

/** Asks for a reason in words; those that the project offers are a click away. */
export class ReasonForm extends Panel {
  static override properties = {
    ...Panel.properties,
    question: { type: String },
    verb: { type: String },
    offered: { attribute: false },
    take: { attribute: false },
    text: { state: true },
  };
  declare question: string;
  declare verb: string;
  declare offered: readonly string[];
  declare take: (reason: string) => void;
  declare text: string;

  static override styles = [
    shared,
    dialogStyles,
    css`
      .offered {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
      }
      .offered .button {
        height: auto;
        min-height: 28px;
        white-space: normal;
        text-align: left;
      }
    `,
  ];

  constructor() {
    super();
    this.question = this.verb = this.text = '';
    this.offered = [];
    this.take = () => undefined;
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('textarea')!.focus();
  }

  override render(): unknown {
    return html`<form @submit=${this.send}>
      <label>${this.question}<textarea name="reason" required maxlength="2000" .value=${this.text} @input=${this.typed} @keydown=${this.key}></textarea></label>
      ${this.offered.length > 0 ? html`<div class="offered" role="group" aria-label="Usual reasons">${this.offered.map((reason) => html`<button type="button" class="button" @click=${() => this.add(reason)}>${reason}</button>`)}</div>` : nothing}
      <footer>
        <button type="button" class="button" @click=${() => this.desk.shut()}>Cancel</button>
        <button class="button main" ?disabled=${this.text.trim() === ''}>${this.verb}</button>
      </footer>
    </form>`;
  }

  private typed(e: Event): void {
    this.text = (e.target as HTMLTextAreaElement).value;
  }

  private add(reason: string): void {
    this.text = this.text.trim() === '' ? reason : `${this.text.trim()}\n${reason}`;
    this.renderRoot.querySelector('textarea')!.focus();
  }

  private key(e: KeyboardEvent): void {
    if (e.key !== 'Enter' || e.shiftKey) return;
    e.preventDefault();
    (e.target as HTMLTextAreaElement).form!.requestSubmit();
  }

  private send(e: SubmitEvent): void {
    e.preventDefault();
    const reason = this.text.trim();
    if (reason !== '') this.take(reason);
  }
}

customElements.define('kr-reason-form', ReasonForm);
