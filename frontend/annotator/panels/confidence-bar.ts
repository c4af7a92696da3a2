import { html, nothing, type TemplateResult } from 'lit';
import { confidenceColor, confidenceText } from '../model/confidence.js';

/** How sure, as a bar and as a number beside it. */
export function confidenceBar(confidence: number | null, width = 48): TemplateResult | typeof nothing {
  if (confidence === null) return nothing;
  const part = Math.round(Math.max(0, Math.min(1, confidence)) * 100);
  return html`<span class="bar" style="width:${width}px" aria-hidden="true"
      ><i style="width:${part}%;background:${confidenceColor(confidence)}"></i></span
    ><span class="number">${confidenceText(confidence)}</span>`;
}
