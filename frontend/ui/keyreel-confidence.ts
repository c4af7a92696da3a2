import { LitElement, css, html, svg } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { bandOf, confidenceText } from '../annotator/model/confidence.js';

const MOST_BARS = 72;

/** Confidence over frames as bars in the one scale; the frames in question stand out, others fade. */
@customElement('keyreel-confidence')
export class KeyreelConfidence extends LitElement {
  static override styles = css`
    :host {
      display: block;
      height: 48px;
    }
    svg {
      display: block;
      width: 100%;
      height: 100%;
    }
    .high {
      fill: var(--kr-high);
    }
    .middle {
      fill: var(--kr-mid);
    }
    .low {
      fill: var(--kr-low);
    }
    .beside {
      opacity: 0.35;
    }
    line {
      stroke: var(--kr-muted);
      stroke-width: 1;
      stroke-dasharray: 2 3;
      vector-effect: non-scaling-stroke;
    }
  `;

  @property({ type: Array }) values: readonly (number | null)[] = [];
  /** The first frame of the values. */
  @property({ type: Number }) first = 0;
  @property({ type: Number }) from = 0;
  @property({ type: Number }) to = 0;
  @property({ type: Number }) threshold = 0;

  override render(): TemplateResult {
    const step = Math.max(1, Math.ceil(this.values.length / MOST_BARS));
    const bars: TemplateResult[] = [];
    let worst = 1;
    for (let start = 0; start < this.values.length; start += step) {
      const part = this.values.slice(start, start + step).filter((value) => value !== null);
      if (part.length === 0) continue;
      const low = Math.min(...part);
      const inside = this.first + start < this.to && this.first + start + step > this.from;
      if (inside) worst = Math.min(worst, low);
      bars.push(
        svg`<rect class="${bandOf(low)} ${inside ? '' : 'beside'}" x=${start} y=${100 - 100 * Math.max(0.04, low)}
          width=${step * 0.72} height=${100 * Math.max(0.04, low)}></rect>`,
      );
    }
    const y = 100 - 100 * this.threshold;
    return html`<svg viewBox="0 0 ${Math.max(1, this.values.length)} 100" preserveAspectRatio="none" role="img"
      aria-label="Confidence from frame ${this.from} to ${this.to - 1}, lowest ${confidenceText(worst)}">
      ${bars}
      ${svg`<line x1="0" x2=${this.values.length} y1=${y} y2=${y}></line>`}
    </svg>`;
  }
}
