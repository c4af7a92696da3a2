import { css, html, nothing, type TemplateResult } from 'lit';
import { rangeText } from '../model/ranges.js';
import { perform } from './actions.js';
import { icon } from './icons.js';
import { Panel } from './panel.js';
import { shared } from './styles.js';

/** What can be done with the frames, or the event, picked on the timeline. */
export class RangeBar extends Panel {
  static override styles = [
    shared,
    css`
      :host {
        position: absolute;
        right: 14px;
        bottom: 8px;
        z-index: 2;
      }
      div {
        display: flex;
        align-items: center;
        gap: 2px;
        height: 32px;
        padding: 0 4px 0 10px;
        background: rgb(12 13 16 / 0.94);
        border: 1px solid var(--kr-accent);
        border-radius: 8px;
      }
      b {
        margin-right: 6px;
      }
      button {
        height: 26px;
        padding: 0 8px;
      }
      button:hover:not(:disabled) {
        background: var(--kr-hover);
      }
      select {
        width: auto;
        margin-right: 4px;
      }
    `,
  ];

  override render(): unknown {
    const { session } = this.desk;
    const event = session.labels.view.events().find((e) => e.id === this.desk.event);
    if (event) return this.event(event.id);
    const { range } = session.span;
    if (!range) return nothing;
    const { ranges } = this.desk.commands;
    const off = !session.task.editable;
    const button = (label: string, title: string, act: () => unknown, disabled = off): TemplateResult =>
      html`<button title=${title} ?disabled=${disabled} @click=${act}>${label}</button>`;
    const whose = session.selection.tracks.length > 0 ? 'the selected tracks' : 'all tracks';
    return html`<div role="toolbar" aria-label="Frames ${rangeText(range)}">
      <b>${rangeText(range)}</b>
      ${session.modes.draws ? html`${button('Propagate', `Propagate ${whose} through these frames`, () => this.desk.commands.propagate(range))}
      ${button('Accept', `Accept the proposals of ${whose} here`, () => ranges.accept(range))}
      ${button('Absent', `Mark ${whose} absent here`, () => ranges.absent(range))}
      ${button('Copy', `Copy the keyframes of ${whose}`, () => ranges.copy(range), false)}
      ${button('Paste here', 'Paste from the frame looked at on', () => ranges.paste(), off || !ranges.clipboard)}
      ${button('Delete', `Delete the keyframes of ${whose}`, () => ranges.clear(range))}` : nothing}
      ${(session.task.ontology.events?.length ?? 0) > 0 ? button('Event…', 'Label these frames', () => perform(this.desk, 'event')) : nothing}
      <button class="icon" aria-label="No range" title="No range" @click=${() => session.span.set(null)}>${icon('close', 14)}</button>
    </div>`;
  }

  private event(id: string): TemplateResult {
    const { session, commands } = this.desk;
    const event = session.labels.view.events().find((e) => e.id === id)!;
    const classes = session.task.ontology.events ?? [];
    const off = !session.task.editable;
    const people = event.participants.map((t) => session.labels.view.track(t)).flatMap((t) => (t ? [session.nameOf(t)] : []));
    return html`<div role="toolbar" aria-label="Event ${rangeText(event)}">
      <b>${rangeText(event)}</b>
      <select aria-label="Event" ?disabled=${off} @change=${(e: Event) => commands.events.change(event, { classId: (e.target as HTMLSelectElement).value })}>
        ${classes.map((c) => html`<option value=${c.id} ?selected=${c.id === event.classId}>${c.name}</option>`)}
      </select>
      <span class="quiet">${people.length > 0 ? people.join(', ') : 'nobody takes part'}</span>
      <button ?disabled=${off} title="The selected tracks take part" @click=${() => commands.events.change(event, { participants: session.selection.tracks })}>Selected take part</button>
      <button ?disabled=${off} @click=${() => (commands.events.remove(event), this.desk.pickEvent(null))}>Delete</button>
      <button class="icon" aria-label="Done" title="Done" @click=${() => this.desk.pickEvent(null)}>${icon('close', 14)}</button>
    </div>`;
  }
}

customElements.define('kr-range-bar', RangeBar);
