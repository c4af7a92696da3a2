import { css, html, nothing } from 'lit';
import { Panel } from './panel.js';
import { shared } from './styles.js';

interface Step {
  readonly title: string;
  readonly text: string;
  /** The part of the screen that it is about. */
  readonly area: string;
}

const STEPS: readonly Step[] = [
  { title: 'Draw an object', text: 'Press N, or pick a tool on the left, and draw an object on any frame. Or press U and click on it: the assist finds its mask, Enter keeps it.', area: 'rail' },
  { title: 'Choose what it is', text: 'Ctrl+1 to Ctrl+0 set the class. Name, attributes and visibility stand under the list of tracks.', area: 'side' },
  { title: 'Let the machine carry it', text: 'Draw the object again some frames later, then press Ctrl+B. Masks and how sure they are fill in on the timeline.', area: 'rail' },
  { title: 'Look only where it is not sure', text: '→ and ← go from one doubtful span to the next. Correct a frame and go on: only the spans beside it run again. A accepts.', area: 'time' },
  { title: 'Work with time', text: 'Drag to scrub. Shift+drag picks frames to propagate, accept, copy or mark absent. Events have rows of their own.', area: 'time' },
  { title: 'Nothing is lost', text: 'Every edit is saved as it is made, and kept here while you are offline. Ctrl+Z takes anything back. F1 shows all keys, Ctrl+K all commands.', area: 'top' },
];

/** Six cards that show a newcomer around; seen once, and again on demand. */
export class Tour extends Panel {
  static override styles = [
    shared,
    css`
      :host {
        position: absolute;
        inset: 0;
        z-index: 6;
        pointer-events: none;
      }
      :host([open]) {
        border: 2px solid var(--kr-accent);
        border-radius: 4px;
      }
      section {
        position: fixed;
        right: 12px;
        bottom: calc(var(--kr-timeline, clamp(180px, 26vh, 340px)) + 12px);
        width: 248px;
        padding: 14px 16px 12px;
        background: #10141c;
        border: 1px solid var(--kr-accent);
        border-radius: 10px;
        box-shadow: 0 12px 36px rgb(0 0 0 / 0.5);
        pointer-events: auto;
      }
      h2 {
        margin: 0 0 4px;
        font-size: 14px;
        color: var(--kr-strong);
      }
      p {
        margin: 0 0 12px;
      }
      footer {
        display: flex;
        align-items: center;
        gap: 8px;
      }
      footer span {
        flex: 1;
      }
    `,
  ];

  override render(): unknown {
    const at = this.desk.touring;
    const step = at === null ? undefined : STEPS[at];
    this.toggleAttribute('open', !!step);
    if (at === null || !step) return nothing;
    this.style.gridArea = step.area;
    const last = at === STEPS.length - 1;
    return html`<section role="dialog" aria-label=${step.title} aria-live="polite">
      <h2>${step.title}</h2>
      <p>${step.text}</p>
      <footer>
        <span class="quiet">${at + 1} of ${STEPS.length}</span>
        ${last ? nothing : html`<button class="button" @click=${this.end}>Enough</button>`}
        <button class="button main" @click=${() => (last ? this.end() : this.desk.startTour(at + 1))}>${last ? 'Start' : 'Next'}</button>
      </footer>
    </section>`;
  }

  private end(): void {
    this.desk.startTour(null);
    this.desk.session.preferences.set('tour.seen', true);
  }
}

customElements.define('kr-tour', Tour);
