import { css, html, nothing, type TemplateResult } from 'lit';
import { perform } from './actions.js';
import { icon, type IconName } from './icons.js';
import { type ActionId, keyOf } from './keymap.js';
import { Panel } from './panel.js';
import { shared } from './styles.js';

const TOOLS: readonly (readonly [ActionId & IconName, string])[] = [
  ['select', 'Select and move'],
  ['brush', 'Brush'],
  ['eraser', 'Eraser'],
  ['polygon', 'Polygon'],
  ['polygon-subtract', 'Polygon, subtract'],
  ['box', 'Box'],
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
        gap: 4px;
        width: 52px;
        padding: 8px 0;
        background: var(--kr-panel);
        border-right: 1px solid var(--kr-line);
      }
      button {
        position: relative;
        width: 38px;
        height: 36px;
        display: grid;
        place-items: center;
        border-radius: 8px;
      }
      button:hover:not(:disabled) {
        background: var(--kr-hover);
      }
      button[aria-pressed='true'] {
        background: var(--kr-accent-back);
        box-shadow: inset 0 0 0 1px var(--kr-accent);
        color: var(--kr-strong);
      }
      .size {
        width: 40px;
        text-align: center;
        font-size: 11px;
        color: var(--kr-quiet);
        padding: 2px 0 4px;
      }
      .tip {
        position: absolute;
        left: 46px;
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
        width: 26px;
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
    const { toolbox, history } = session;
    const sized = toolbox.tool === 'brush' || toolbox.tool === 'eraser';
    return html`
      ${TOOLS.map(([name, label]) => this.button(name, name, label, toolbox.tool === name, false))}
      <div class="size" aria-live="off">${sized ? html`${toolbox.brushSize} px` : ' '}</div>
      <hr />
      ${this.button('undo', 'undo', 'Undo', null, !history.canUndo)}
      ${this.button('redo', 'redo', 'Do again', null, !history.canRedo)}
      <hr />
      ${this.button('propagate', 'propagate', 'Propagate', null, !session.task.editable)}
      ${this.button('note', 'note', 'Note', null, false)}
      <span class="space"></span>
      ${this.button('fit', 'fit', 'Fit the frame', null, false)} ${this.button('help', 'help', 'All keys', null, false)}
    `;
  }

  private button(
    action: ActionId,
    name: IconName,
    label: string,
    pressed: boolean | null,
    disabled: boolean,
  ): TemplateResult {
    const key = keyOf(action);
    return html`<button
      data-action=${action}
      aria-label="${label}${key ? ` (${key})` : ''}"
      aria-pressed=${pressed ?? nothing}
      ?disabled=${disabled}
      @click=${() => perform(this.desk, action)}
    >
      ${icon(name, 20)}<span class="tip" aria-hidden="true">${label}${key ? html`<kbd>${key}</kbd>` : ''}</span>
    </button>`;
  }
}

customElements.define('kr-tool-rail', ToolRail);
