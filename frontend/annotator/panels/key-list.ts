import { css, html, nothing, type TemplateResult } from 'lit';
import { type ActionId, BINDINGS, type Binding, GROUPS, keyName, keyText, type OwnKeys } from './keymap.js';
import { Panel } from './panel.js';
import { shared } from './styles.js';

/** All keys; a click on one changes it, with a warning where another command has it already. */
export class KeyList extends Panel {
  static override properties = { ...Panel.properties, changing: { state: true }, wanted: { state: true } };
  declare changing: ActionId | null;
  declare wanted: string;

  static override styles = [
    shared,
    css`
      .groups {
        columns: 3 260px;
        column-gap: 28px;
        min-width: min(900px, 84vw);
      }
      section {
        break-inside: avoid;
        margin-bottom: 14px;
      }
      h3 {
        margin: 0 0 4px;
        font-size: 12px;
        color: var(--kr-quiet);
        font-weight: 600;
      }
      .key {
        display: flex;
        justify-content: space-between;
        gap: 12px;
        width: 100%;
        padding: 3px 4px;
        text-align: left;
      }
      .key:hover {
        background: var(--kr-hover);
      }
      .own kbd {
        border-color: var(--kr-accent);
      }
      .ask {
        display: grid;
        gap: 6px;
        padding: 8px;
        background: var(--kr-raised);
        border: 1px solid var(--kr-accent);
        border-radius: 6px;
      }
      .ask span {
        display: flex;
        gap: 6px;
        flex-wrap: wrap;
      }
      .warn {
        color: var(--kr-middle);
      }
    `,
  ];

  constructor() {
    super();
    this.changing = null;
    this.wanted = '';
  }

  override render(): unknown {
    return html`<div class="groups">
      ${GROUPS.map(
        (group) => html`<section>
          <h3>${group}</h3>
          ${BINDINGS.filter((b) => b.group === group).map((b) => (b.action === this.changing ? this.ask(b) : this.row(b)))}
        </section>`,
      )}
    </div>`;
  }

  private row(b: Binding): TemplateResult {
    const { keys } = this.desk;
    const own = keys.changed(b.action);
    return html`<button class="key ${own ? 'own' : ''}" title=${own ? 'Changed by you' : 'Change this key'} @click=${() => this.begin(b.action)}>
      <span>${b.label}</span><span>${keys.of(b.action).map((k) => html`<kbd>${keyText(k)}</kbd> `)}</span>
    </button>`;
  }

  private ask(b: Binding): TemplateResult {
    const clash = this.wanted ? this.desk.keys.clash(this.wanted, b.action) : null;
    return html`<div class="ask" tabindex="0" role="group" aria-label="New key for ${b.label}" @keydown=${this.press}>
      <b>${b.label}</b>
      ${this.wanted ? html`<span><kbd>${keyText(this.wanted)}</kbd></span>` : html`<span class="quiet">Press the new key.</span>`}
      ${clash ? html`<span class="warn" role="alert">${keyText(this.wanted)} is “${clash.label}”, which would lose it.</span>` : nothing}
      <span>
        <button class="button main" ?disabled=${!this.wanted} @click=${() => this.take(b.action, clash)}>Take it</button>
        <button class="button" ?disabled=${!this.desk.keys.changed(b.action)} @click=${() => this.usual(b.action)}>As usual</button>
        <button class="button" @click=${() => (this.changing = null)}>Cancel</button>
      </span>
    </div>`;
  }

  private async begin(action: ActionId): Promise<void> {
    this.changing = action;
    this.wanted = '';
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.ask')?.focus();
  }

  private press(e: KeyboardEvent): void {
    if (e.target !== e.currentTarget || ['Control', 'Shift', 'Alt', 'Meta', 'Tab'].includes(e.key)) return;
    e.preventDefault();
    e.stopPropagation();
    if (e.key === 'Escape') this.changing = null;
    else this.wanted = keyName(e);
  }

  private take(action: ActionId, clash: Binding | null): void {
    const { keys } = this.desk;
    const own: Record<string, readonly string[]> = { ...this.own(), [action]: [this.wanted] };
    if (clash) own[clash.action] = keys.of(clash.action).filter((k) => k !== this.wanted && !k.startsWith(`${this.wanted} `));
    this.keep(own);
  }

  private usual(action: ActionId): void {
    const { [action]: _, ...rest } = this.own();
    this.keep(rest);
  }

  private own(): OwnKeys {
    return this.desk.session.preferences.get<OwnKeys>('keys', {});
  }

  private keep(own: OwnKeys): void {
    this.changing = null;
    this.desk.session.preferences.set('keys', own);
  }
}

customElements.define('kr-key-list', KeyList);
