import { css, html, nothing, type TemplateResult } from 'lit';
import type { Attribute } from '../protocol/wire.js';
import { perform } from './actions.js';
import type { ActionId } from './keymap.js';
import { Panel } from './panel.js';
import { shared } from './styles.js';

/** Many tracks at once: what is set here is set on each of them, and one undo takes it back. */
export class BulkPanel extends Panel {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
        border-top: 1px solid var(--kr-line);
        padding: 8px 12px 12px;
      }
      :host([hidden]) {
        display: none;
      }
      header {
        font-weight: 600;
        margin-bottom: 6px;
      }
      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
        margin-bottom: 8px;
      }
      label {
        display: grid;
        grid-template-columns: 78px minmax(0, 1fr);
        gap: 10px;
        align-items: center;
        margin-bottom: 5px;
        color: var(--kr-quiet);
      }
      input[type='color'] {
        width: 48px;
        height: 26px;
        padding: 0;
        border: 1px solid var(--kr-edge);
        background: none;
      }
    `,
  ];

  override render(): unknown {
    const { session } = this.desk;
    const { selection } = session;
    this.hidden = selection.tracks.length < 2;
    if (this.hidden) return nothing;
    const off = !session.task.editable;
    return html`<header>${selection.tracks.length} tracks</header>
      <div class="buttons">
        ${this.button('merge', 'Merge')} ${this.button('join', 'Join masks')} ${this.button('group', 'Group')} ${this.button('hide', 'Hide')}
        ${this.button('lock', 'Lock')} ${this.button('pin', 'Pin')} ${this.button('accept', 'Accept here')}
        <button class="button" ?disabled=${off} @click=${() => this.desk.commands.tracks.remove(selection.tracks)}>Delete</button>
      </div>
      <label>Class
        <select ?disabled=${off} @change=${(e: Event) => this.desk.commands.setClass(valueOf(e))}>
          <option selected disabled>as they are</option>
          ${session.classes.map((c) => html`<option value=${c.id}>${c.name}</option>`)}
        </select>
      </label>
      <label>Name
        <input type="text" placeholder="as they are" ?disabled=${off} @change=${(e: Event) => this.rename(valueOf(e).trim())} />
      </label>
      <label>Colour
        <input type="color" ?disabled=${off} @change=${(e: Event) => this.desk.commands.tracks.update(selection.tracks, { color: valueOf(e) }, 'colour')} />
      </label>
      ${this.common().map((attribute) => this.attribute(attribute, off))}`;
  }

  private button(action: ActionId, label: string): TemplateResult {
    return html`<button class="button" ?disabled=${!this.desk.session.task.editable} @click=${() => perform(this.desk, action)}>${label}</button>`;
  }

  /** Attributes of the whole track that all selected classes have. */
  private common(): readonly Attribute[] {
    const { session } = this.desk;
    const classes = session.selection.tracks.map((id) => session.classOf(session.labels.view.track(id)));
    const [first, ...others] = classes;
    return (first?.attributes ?? []).filter((a) => a.scope === 'track' && others.every((c) => c?.attributes.some((b) => b.id === a.id)));
  }

  private attribute(attribute: Attribute, off: boolean): TemplateResult {
    const set = (value: unknown): void => this.desk.commands.tracks.setAttribute(this.desk.session.selection.tracks, attribute.id, value);
    const values = attribute.type === 'checkbox' ? ['yes', 'no'] : attribute.values;
    if (values.length === 0) return html`<label>${attribute.name}<input type="text" ?disabled=${off} @change=${(e: Event) => set(valueOf(e))} /></label>`;
    return html`<label>${attribute.name}
      <select ?disabled=${off} @change=${(e: Event) => set(attribute.type === 'checkbox' ? valueOf(e) === 'yes' : valueOf(e))}>
        <option selected disabled>as they are</option>
        ${values.map((v) => html`<option>${v}</option>`)}
      </select>
    </label>`;
  }

  private rename(name: string): void {
    this.desk.commands.tracks.update(this.desk.session.selection.tracks, { name }, 'rename');
  }
}

function valueOf(e: Event): string {
  return (e.target as HTMLInputElement | HTMLSelectElement).value;
}

customElements.define('kr-bulk-panel', BulkPanel);
