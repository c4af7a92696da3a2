import { css, html, LitElement, nothing, svg, type TemplateResult } from 'lit';
import type { Skeleton } from '../protocol/wire.js';
import { shared } from './styles.js';

const SIZE = 260;
const EMPTY: Skeleton = { joints: [], bones: [] };

/** Joints on a square and the bones between them. A click adds a joint, a drag moves it, two clicks join two. */
export class SkeletonEditor extends LitElement {
  static override properties = { value: { attribute: false }, from: { state: true } };
  declare value: Skeleton | null;
  /** The joint that the next bone starts from. */
  declare private from: number | null;

  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        grid-template-columns: 260px minmax(0, 1fr);
        gap: 12px;
      }
      svg {
        width: 260px;
        height: 260px;
        background: var(--kr-ground);
        border: 1px solid var(--kr-edge);
        border-radius: 6px;
        touch-action: none;
        cursor: crosshair;
      }
      circle {
        fill: var(--kr-accent);
        stroke: #fff;
        cursor: grab;
      }
      circle.on {
        fill: #fff;
        stroke: var(--kr-accent);
      }
      line {
        stroke: var(--kr-text);
        stroke-width: 2;
        cursor: pointer;
      }
      text {
        fill: var(--kr-quiet);
        stroke: none;
        font-size: 10px;
        pointer-events: none;
      }
      ol {
        margin: 0;
        padding: 0;
        list-style: none;
        max-height: 230px;
        overflow: auto;
      }
      li {
        display: grid;
        grid-template-columns: 20px minmax(0, 1fr) auto;
        gap: 4px;
        align-items: center;
        margin-bottom: 3px;
      }
      p {
        margin: 0 0 6px;
      }
    `,
  ];

  private dragging: { readonly joint: number; moved: boolean } | null = null;

  constructor() {
    super();
    this.value = null;
    this.from = null;
  }

  override render(): unknown {
    const { joints, bones } = this.value ?? EMPTY;
    const at = (i: number): { x: number; y: number } => ({ x: joints[i]!.x * SIZE, y: joints[i]!.y * SIZE });
    return html`<svg viewBox="0 0 ${SIZE} ${SIZE}" role="img" aria-label="Skeleton" @pointerdown=${this.down} @pointermove=${this.move} @pointerup=${this.up}>
        ${bones.map(([a, b], i) => svg`<line x1=${at(a).x} y1=${at(a).y} x2=${at(b).x} y2=${at(b).y} @click=${() => this.change({ joints, bones: bones.filter((_, k) => k !== i) })} />`)}
        ${joints.map((j, i) => svg`<circle data-joint=${i} class=${i === this.from ? 'on' : ''} cx=${j.x * SIZE} cy=${j.y * SIZE} r="7" /><text x=${j.x * SIZE + 10} y=${j.y * SIZE + 3}>${i + 1}</text>`)}
      </svg>
      <div>
        <p class="quiet">Click: a joint. Drag: move it. One joint, then another: a bone; a click on a bone takes it away.</p>
        <ol>
          ${joints.map((j, i) => this.row(j.name, i))}
        </ol>
        ${joints.length > 0 ? html`<button class="button" @click=${() => this.change(null)}>No skeleton</button>` : nothing}
      </div>`;
  }

  private row(name: string, i: number): TemplateResult {
    return html`<li>
      <span class="quiet">${i + 1}</span>
      <input type="text" aria-label="Name of joint ${i + 1}" maxlength="60" .value=${name} @change=${(e: Event) => this.rename(i, (e.target as HTMLInputElement).value)} />
      <button class="icon" aria-label="Remove joint ${i + 1}" title="Remove" @click=${() => this.drop(i)}>×</button>
    </li>`;
  }

  private down(e: PointerEvent): void {
    const joint = (e.target as Element).getAttribute('data-joint');
    if (joint !== null) {
      (e.currentTarget as Element).setPointerCapture(e.pointerId);
      this.dragging = { joint: Number(joint), moved: false };
    } else if ((e.target as Element).localName === 'svg') this.add(this.unit(e));
  }

  private move(e: PointerEvent): void {
    const { dragging } = this;
    if (!dragging || !this.value) return;
    dragging.moved = true;
    const to = this.unit(e);
    this.change({ ...this.value, joints: this.value.joints.map((j, i) => (i === dragging.joint ? { ...j, ...to } : j)) });
  }

  private up(): void {
    const { dragging } = this;
    this.dragging = null;
    if (dragging && !dragging.moved) this.joinTo(dragging.joint);
  }

  private joinTo(joint: number): void {
    const { from, value } = this;
    if (from === null || !value) {
      this.from = joint;
      return;
    }
    this.from = null;
    const known = value.bones.some(([a, b]) => (a === from && b === joint) || (a === joint && b === from));
    if (joint !== from && !known) this.change({ ...value, bones: [...value.bones, [from, joint]] });
  }

  private add(at: { x: number; y: number }): void {
    const { joints, bones } = this.value ?? EMPTY;
    this.change({ joints: [...joints, { name: `joint ${joints.length + 1}`, ...at }], bones });
  }

  private rename(joint: number, name: string): void {
    const { joints, bones } = this.value ?? EMPTY;
    this.change({ joints: joints.map((j, i) => (i === joint ? { ...j, name: name.trim() || j.name } : j)), bones });
  }

  private drop(joint: number): void {
    const { joints, bones } = this.value ?? EMPTY;
    const shifted = (i: number): number => (i > joint ? i - 1 : i);
    const left = bones.filter(([a, b]) => a !== joint && b !== joint).map(([a, b]) => [shifted(a), shifted(b)] as const);
    this.from = null;
    this.change(joints.length === 1 ? null : { joints: joints.filter((_, i) => i !== joint), bones: left });
  }

  private unit(e: PointerEvent): { x: number; y: number } {
    const box = this.renderRoot.querySelector('svg')!.getBoundingClientRect();
    const part = (v: number, size: number): number => Math.round(Math.max(0, Math.min(1, v / size)) * 1000) / 1000;
    return { x: part(e.clientX - box.left, box.width), y: part(e.clientY - box.top, box.height) };
  }

  private change(value: Skeleton | null): void {
    this.value = value;
    this.dispatchEvent(new CustomEvent('change', { detail: value }));
  }
}

customElements.define('kr-skeleton-editor', SkeletonEditor);
