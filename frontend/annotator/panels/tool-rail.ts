import { css, html, nothing, type TemplateResult } from 'lit';
import { perform } from './actions.js';
import { icon, type IconName } from './icons.js';
import type { ActionId } from './keymap.js';
import { Panel } from './panel.js';
import { shared } from './styles.js';

type Tool = readonly [ActionId & IconName, string];

const TOOLS: readonly Tool[] = [
  ['select', 'Select and move'],
  ['assist', 'Assist: click, box or stroke'],
  ['brush', 'Brush'],
  ['polygon', 'Polygon'],
  ['eraser', 'Eraser'],
  ['polygon-subtract', 'Polygon, subtract'],
  ['lasso', 'Lasso'],
  ['wand', 'Magic wand'],
  ['scissors', 'Scissors along edges'],
  ['box', 'Box'],
  ['rotated-box', 'Rotated box'],
  ['ellipse', 'Ellipse'],
  ['polyline', 'Line'],
  ['points', 'Points'],
  ['skeleton', 'Skeleton'],
  ['slice', 'Slice the mask'],
];

/** The tools, and under them what is needed at any time. */
export class ToolRail extends Panel {
  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-direction: column;
        align-items: center;
        gap: 2px;
        width: 72px;
        padding: 6px 0;
        background: var(--kr-panel);
        border-right: 1px solid var(--kr-line);
      }
      .pair {
        display: grid;
        grid-template-columns: 32px 32px;
        gap: 2px;
      }
      button {
        position: relative;
        width: 32px;
        height: 32px;
        display: grid;
        place-items: center;
        border-radius: 7px;
      }
      button:hover:not(:disabled) {
        background: var(--kr-hover);
      }
      button[aria-pressed='true'] {
        background: var(--kr-accent-back);
        box-shadow: inset 0 0 0 1px var(--kr-accent);
        color: var(--kr-strong);
      }
      .tip {
        position: absolute;
        left: 40px;
        z-index: 5;
        display: none;
        padding: 5px 9px;
        background: #0c0d10;
        border: 1px solid var(--kr-edge);
        border-radius: 6px;
        white-space: nowrap;
        pointer-events: none;
      }
      .tip kbd {
        margin-left: 8px;
      }
      button:hover .tip,
      button:focus-visible .tip {
        display: block;
      }
      hr {
        width: 52px;
        border: 0;
        border-top: 1px solid var(--kr-line);
        margin: 4px 0;
      }
      .space {
        flex: 1;
      }
    `,
  ];

  override render(): unknown {
    const { session } = this.desk;
    const { toolbox, history, modes } = session;
    const drawn = modes.draws ? TOOLS : TOOLS.slice(0, 1);
    return html`
      <div class="pair" role="toolbar" aria-label="Tools">
        ${drawn.map(([name, label]) => this.button(name, name, label, toolbox.tool === name, false))}
      </div>
      <hr />
      <div class="pair">
        ${this.button('undo', 'undo', 'Undo', null, !history.canUndo)} ${this.button('redo', 'redo', 'Do again', null, !history.canRedo)}
        ${modes.draws
          ? html`${this.button('propagate', 'propagate', 'Propagate', null, !session.task.editable)}
              ${this.button('propagate-menu', 'more', 'Propagate: range and direction', null, !session.task.editable)}
              ${this.button('suggest', 'star', 'Frame worth labelling next', null, false)}`
          : nothing}
        ${this.button('note', 'note', 'Note', null, false)}
        ${this.button('sweep', 'sweep', 'Sweep: look for what is missing', session.sweep.active, false)}
      </div>
      <span class="space"></span>
      <div class="pair">
        ${this.button('palette', 'search', 'All commands', null, false)} ${this.button('help', 'help', 'All keys', null, false)}
      </div>
    `;
  }

  private button(action: ActionId, name: IconName, label: string, pressed: boolean | null, disabled: boolean): TemplateResult {
    const key = this.desk.keys.text(action);
    return html`<button
      data-action=${action}
      aria-label="${label}${key ? ` (${key})` : ''}"
      aria-pressed=${pressed ?? nothing}
      ?disabled=${disabled}
      @click=${() => perform(this.desk, action)}
    >
      ${icon(name, 19)}<span class="tip" aria-hidden="true">${label}${key ? html`<kbd>${key}</kbd>` : ''}</span>
    </button>`;
  }
}

customElements.define('kr-tool-rail', ToolRail);
