import { css, html } from 'lit';
import { rangeText } from '../model/ranges.js';
import { Panel } from './panel.js';
import { shared } from './styles.js';

/** Which event happens in the range. */
export class EventForm extends Panel {
  static override styles = [
    shared,
    css`
      .choices {
        display: grid;
        gap: 6px;
        min-width: 260px;
      }
      .choices button {
        display: flex;
        align-items: center;
        gap: 10px;
        height: 32px;
        padding: 0 10px;
        text-align: left;
        border: 1px solid var(--kr-line);
      }
      .choices button:hover,
      .choices button:focus-visible {
        background: var(--kr-hover);
      }
      i {
        width: 12px;
        height: 12px;
        border-radius: 3px;
      }
      p {
        margin: 0 0 10px;
      }
    `,
  ];

  protected override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>('button')?.focus();
  }

  override render(): unknown {
    const { session, commands } = this.desk;
    const { span, time } = session;
    const range = span.range ?? { from: time.frame, to: Math.min(time.to, time.frame + 25) };
    const classes = session.task.ontology.events ?? [];
    const choose = (id: string): void => {
      this.desk.shut();
      commands.events.add(id, range);
    };
    return html`<p class="quiet">
        ${classes.length === 0 ? 'This project has no events yet. A lead adds them in the project’s settings.' : `Frames ${rangeText(range)}. Drag its ends on the timeline to change it.`}
      </p>
      <div class="choices">
        ${classes.map((c) => html`<button @click=${() => choose(c.id)}><i style="background:${c.color}"></i>${c.name}</button>`)}
      </div>`;
  }
}

customElements.define('kr-event-form', EventForm);
