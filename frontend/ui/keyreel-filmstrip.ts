import { LitElement, css, html, svg } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { bandOf, confidenceText } from '../annotator/model/confidence.js';
import { outline, smooth } from '../annotator/model/outline.js';
import { boundsOf, maskOf } from '../annotator/model/shapes.js';
import type { Bounds } from '../annotator/model/shapes.js';
import type { Shape } from '../annotator/protocol/wire.js';

interface Still {
  readonly frame: number;
  readonly shape?: Shape | null;
  readonly confidence?: number | null;
}

const TILE_RATIO = 16 / 10;
const MARGIN = 1.9;
const STEPS = [90, 180, 360, 720, 1080];

/** A few frames of a span, cut out around the object, with its mask in the colour of its confidence. */
@customElement('keyreel-filmstrip')
export class KeyreelFilmstrip extends LitElement {
  static override styles = css`
    :host {
      display: grid;
      grid-template-columns: repeat(6, minmax(0, 1fr));
      gap: 4px;
      min-width: 0;
    }
    :host([large]) {
      grid-template-columns: minmax(0, 1fr);
    }
    figure {
      margin: 0;
      position: relative;
      border-radius: 6px;
      overflow: hidden;
      background: var(--kr-sunken);
      aspect-ratio: 16 / 10;
    }
    svg {
      display: block;
      width: 100%;
      height: 100%;
    }
    path {
      stroke-width: 1.75;
      vector-effect: non-scaling-stroke;
      stroke-linejoin: round;
      fill-opacity: 0.32;
    }
    .high {
      fill: #2fa8a0;
      stroke: #5fe0d6;
    }
    .middle {
      fill: #e3b341;
      stroke: #ffd770;
    }
    .low {
      fill: #e0607e;
      stroke: #ff93ad;
      stroke-dasharray: 5 3;
    }
    .human {
      fill: #ffffff;
      stroke: #ffffff;
      fill-opacity: 0.18;
    }
    figcaption {
      position: absolute;
      inset: auto 0 0 0;
      padding: 0 5px 1px;
      font-size: 10px;
      line-height: 14px;
      color: #fff;
      text-shadow: 0 0 3px #000, 0 0 2px #000;
      font-variant-numeric: tabular-nums;
      display: flex;
      justify-content: space-between;
    }
  `;

  @property() video = '';
  @property({ type: Number }) width = 0;
  @property({ type: Number }) height = 0;
  @property({ type: Array }) frames: readonly Still[] = [];

  override render(): TemplateResult {
    const view = this.view();
    return html`${this.frames.map((still) => this.still(still, view))}`;
  }

  private still(still: Still, view: Bounds): TemplateResult {
    const band = still.confidence == null ? 'human' : bandOf(still.confidence);
    const source = `/api/v1/videos/${this.video}/frames/${still.frame}.jpg?height=${this.sourceHeight(view)}`;
    return html`<figure>
      <svg viewBox="${view.x} ${view.y} ${view.width} ${view.height}" preserveAspectRatio="xMidYMid slice" role="img"
        aria-label="Frame ${still.frame}">
        ${svg`<image href=${source} width=${this.width} height=${this.height} preserveAspectRatio="none"></image>`}
        ${svg`<path class=${band} d=${this.path(still)} fill-rule="evenodd"></path>`}
      </svg>
      <figcaption>
        <span>${still.frame}</span><span>${still.confidence == null ? '◆' : confidenceText(still.confidence)}</span>
      </figcaption>
    </figure>`;
  }

  private path(still: Still): string {
    const mask = still.shape ? maskOf(still.shape, this.width, this.height) : null;
    if (!mask || mask.empty) return '';
    return outline(mask)
      .map((ring) => 'M' + pairs(smooth(ring)) + 'Z')
      .join('');
  }

  /** One window for all frames: around every mask of the strip, so that motion stays visible. */
  private view(): Bounds {
    const all = this.frames.map((still) => (still.shape ? boundsOf(still.shape) : null)).filter((box) => box !== null);
    const whole = { x: 0, y: 0, width: this.width, height: this.height };
    if (all.length === 0) return whole;
    const left = Math.min(...all.map((box) => box.x));
    const top = Math.min(...all.map((box) => box.y));
    const right = Math.max(...all.map((box) => box.x + box.width));
    const bottom = Math.max(...all.map((box) => box.y + box.height));
    const height = Math.max((bottom - top) * MARGIN, ((right - left) * MARGIN) / TILE_RATIO, this.height / 6);
    if (height >= this.height) return whole;
    const width = Math.min(this.width, height * TILE_RATIO);
    return {
      x: clamp((left + right - width) / 2, 0, this.width - width),
      y: clamp((top + bottom - height) / 2, 0, this.height - height),
      width,
      height,
    };
  }

  private sourceHeight(view: Bounds): number {
    const wanted = (this.hasAttribute('large') ? 420 : 72) * Math.min(2, window.devicePixelRatio) * (this.height / view.height);
    return Math.min(this.height, STEPS.find((step) => step >= wanted) ?? this.height);
  }
}

function pairs(flat: readonly number[]): string {
  let text = '';
  for (let i = 0; i < flat.length; i += 2) text += `${i > 0 ? 'L' : ''}${flat[i]} ${flat[i + 1]}`;
  return text;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
