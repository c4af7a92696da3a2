import { css, html } from 'lit';
import { perform } from './actions.js';
import { BINDINGS, type Binding, keyText } from './keymap.js';
import { Panel } from './panel.js';
import { shared } from './styles.js';

const SHOWN = 14;

/** Commands that fit what was typed, the best first: words from their start on, in any order. */
export function found(text: string, all: readonly Binding[] = BINDINGS): Binding[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return all
    .map((binding) => ({ binding, rank: rankOf(`${binding.label} ${binding.group}`.toLowerCase(), words) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ binding }) => binding);
}

function rankOf(text: string, words: readonly string[]): number {
  let rank = 1;
  for (const word of words) {
    const at = text.indexOf(word);
    if (at < 0) return 0;
    rank += at === 0 ? 3 : /\W/.test(text[at - 1]!) ? 2 : 0;
  }
  return rank;
}

/** Every command by name. */
export class Palette extends Panel {
  static override properties = { ...Panel.properties, text: { state: true }, at: { state: true } };
  declare text: string;
  declare at: number;

  static override styles = [
    shared,
    css`
      :host {
        display: block;
        width: min(520px, 80vw);
      }
      ul {
        margin: 8px 0 0;
        padding: 0;
        list-style: none;
        min-height: 420px;
      }
      li {
        cursor: pointer;
        border-radius: 6px;
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto auto;
        gap: 12px;
        align-items: center;
        height: 30px;
        padding: 0 8px;
      }
      [aria-selected='true'] {
        background: var(--kr-accent-back);
      }
      input[type='text'] {
        min-height: 34px;
        font-size: 14px;
      }
    `,
  ];

  constructor() {
    super();
    this.text = '';
    this.at = 0;
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('input')!.focus();
  }

  override render(): unknown {
    const shown = this.list();
    return html`<input
        type="text"
        role="combobox"
        aria-label="Command"
        aria-expanded="true"
        aria-controls="list"
        aria-activedescendant="option-${this.at}"
        placeholder="What do you want to do?"
        .value=${this.text}
        @input=${(e: Event) => ((this.text = (e.target as HTMLInputElement).value), (this.at = 0))}
        @keydown=${this.key}
      />
      <ul id="list" role="listbox" aria-label="Commands">
        ${shown.map(
          (b, i) => html`<li id="option-${i}" role="option" aria-selected=${i === this.at} @click=${() => this.run(b)} @pointermove=${() => (this.at = i)}>
            <span>${this.name(b)}</span><span class="quiet">${b.group}</span>
            <span>${this.desk.keys.of(b.action).slice(0, 1).map((k) => html`<kbd>${keyText(k)}</kbd>`)}</span>
          </li>`,
        )}
      </ul>`;
  }

  private list(): Binding[] {
    const { classes } = this.desk.session;
    const there = (b: Binding): boolean => !b.action.startsWith('class-') || this.name(b) !== b.label || classes.length === 0;
    return found(this.text, BINDINGS.filter(there).map((b) => ({ ...b, label: this.name(b) }))).slice(0, SHOWN);
  }

  private name(b: Binding): string {
    if (!b.action.startsWith('class-')) return b.label;
    const nth = Number(b.action.slice(6));
    const { classes } = this.desk.session;
    const named = classes.find((c) => c.key === String(nth)) ?? classes[(nth + 9) % 10];
    return named ? `Class ${named.name}` : b.label;
  }

  private key(e: KeyboardEvent): void {
    const shown = this.list();
    if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
      e.preventDefault();
      this.at = (this.at + (e.key === 'ArrowDown' ? 1 : shown.length - 1)) % Math.max(1, shown.length);
    } else if (e.key === 'Enter') {
      e.preventDefault();
      const chosen = shown[this.at];
      if (chosen) this.run(chosen);
    }
  }

  private run(b: Binding): void {
    this.desk.shut();
    perform(this.desk, b.action);
  }
}

customElements.define('kr-palette', Palette);
