import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { firstAfter, lastAtOrBefore } from '../model/document.js';
import type { Resolved } from '../model/resolve.js';
import { areaOf } from '../model/shapes.js';
import type { Attribute, Track, Visibility } from '../protocol/wire.js';
import { Panel } from './panel.js';
import { shared } from './styles.js';

const VISIBILITIES: readonly (readonly [Visibility, string, string])[] = [
  ['VISIBLE', 'visible', ''],
  ['OCCLUDED', 'occluded', 'Q'],
  ['ABSENT', 'absent', 'O'],
];

/** The selected track at this frame: where its shape comes from, and what is told about it. */
export class TrackDetails extends Panel {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
        border-top: 1px solid var(--kr-line);
      }
      header {
        padding: 8px 12px 6px;
        font-weight: 600;
      }
      dl {
        display: grid;
        grid-template-columns: 78px minmax(0, 1fr);
        gap: 5px 10px;
        align-items: center;
        margin: 0;
        padding: 0 12px 10px;
      }
      dt,
      label {
        color: var(--kr-quiet);
      }
      dd {
        margin: 0;
        min-width: 0;
      }
      .segments {
        display: flex;
        border: 1px solid var(--kr-edge);
        border-radius: 6px;
        overflow: hidden;
      }
      .segments button {
        flex: 1;
        height: 24px;
        border-radius: 0;
        font-size: 12px;
        color: var(--kr-quiet);
      }
      .segments button + button {
        border-left: 1px solid var(--kr-edge);
      }
      .segments button[aria-pressed='true'] {
        background: var(--kr-accent-back);
        color: var(--kr-strong);
      }
      .need {
        color: var(--kr-middle);
      }
      input[type='color'] {
        width: 40px;
        height: 24px;
        padding: 0;
        border: 1px solid var(--kr-edge);
        background: none;
      }
      input[type='checkbox'] {
        width: 16px;
        height: 16px;
        accent-color: var(--kr-accent);
        margin: 4px 0;
      }
      p {
        margin: 0;
        padding: 0 12px 12px;
        color: var(--kr-quiet);
      }
      .classes {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
        padding: 0 12px 12px;
      }
      .classes button {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        height: 26px;
        padding: 0 8px;
        border: 1px solid var(--kr-line);
        background: var(--kr-raised);
      }
      .classes button[aria-pressed='true'] {
        border-color: var(--kr-accent);
        background: var(--kr-accent-back);
        color: var(--kr-strong);
      }
      .classes i {
        width: 9px;
        height: 9px;
        border-radius: 2px;
      }
      .classes .quiet {
        font-size: 11px;
      }
    `,
  ];

  override render(): unknown {
    const { session } = this.desk;
    const id = session.selection.track;
    const track = id ? session.labels.view.track(id) : null;
    if (session.selection.tracks.length > 1 || !session.modes.draws) return nothing;
    return track ? this.details(track) : this.nextClass();
  }

  private nextClass(): TemplateResult {
    const { session } = this.desk;
    return html`<header>Next object</header>
      ${this.classes(session.toolbox.classId)}
      <p>${session.labels.view.tracks().length > 0 ? 'Click a shape or a row to see and change its track.' : nothing}</p>`;
  }

  private details(track: Track): TemplateResult {
    const { session } = this.desk;
    const shown = session.resolved(track.id)[0];
    const attributes = session.classOf(track)?.attributes ?? [];
    return html`<header>
        ${session.nameOf(track)} <span class="quiet">${track.number ? `#${track.number}` : ''} at ${session.time.frame}</span>
      </header>
      ${this.classes(track.classId)}
      <dl @change=${(e: Event) => (e.target as HTMLElement).blur()}>
        <dt>Name</dt>
        <dd>
          <input
            type="text"
            aria-label="Name"
            maxlength="80"
            placeholder=${session.classOf(track)?.name ?? ''}
            ?disabled=${!session.task.editable}
            .value=${live(track.name)}
            @change=${(e: Event) => this.desk.commands.rename(track.id, (e.target as HTMLInputElement).value.trim())}
          />
        </dd>
        <dt>Colour</dt>
        <dd>
          <input type="color" aria-label="Colour" ?disabled=${!session.task.editable} .value=${live(session.colorOf(track.id))} @change=${(e: Event) => this.desk.commands.tracks.update([track.id], { color: (e.target as HTMLInputElement).value }, 'colour')} />
        </dd>
        <dt>Source</dt>
        <dd>${this.source(shown)}</dd>
        <dt>Between</dt>
        <dd>${this.between(track)}</dd>
        <dt>Visibility</dt>
        <dd>${this.visibility(track)}</dd>
        ${attributes.map((attribute) => this.attribute(track, attribute))}
        <dt>Area</dt>
        <dd>${this.area(shown)}</dd>
      </dl>`;
  }

  private classes(current: string | null): TemplateResult {
    const { classes, task } = this.desk.session;
    return html`<div class="classes" role="group" aria-label="Class">
      ${classes.map(
        (c, i) =>
          html`<button
            aria-pressed=${c.id === current}
            ?disabled=${!task.editable}
            title=${i < 10 ? `Ctrl+${c.key ?? (i + 1) % 10}` : ''}
            @click=${() => this.desk.commands.setClass(c.id)}
          >
            <i style="background:${c.color}"></i>${c.name}${i < 10 ? html`<span class="quiet">${c.key ?? (i + 1) % 10}</span>` : nothing}
          </button>`,
      )}
    </div>`;
  }

  private source(shown: Resolved | undefined): unknown {
    if (!shown) return 'nothing here';
    switch (shown.source) {
      case 'keyframe':
        return 'keyframe, by a person';
      case 'draft':
        return html`draft, <kbd>Enter</kbd> keeps it`;
      case 'interpolated':
        return 'between two keyframes';
      case 'preview':
        return html`preview between keyframes, <kbd>K</kbd> makes it real`;
      case 'ghost':
        return html`ghost, <kbd>K</kbd> makes it real`;
      default: {
        const run = shown.piece && this.desk.session.runs.find(shown.piece.run);
        const by = run?.number ? `run ${run.number}` : (shown.piece?.engine ?? '');
        return `${shown.source === 'accepted' ? 'accepted' : 'propagated'}, ${by}`;
      }
    }
  }

  private between(track: Track): string {
    const { session } = this.desk;
    const keys = session.labels.view.keyframes(track.id);
    const before = lastAtOrBefore(keys, session.time.frame);
    const after = firstAfter(keys, session.time.frame);
    if (before && after) return `keyframes ${before.frame} and ${after.frame}`;
    if (before) return `keyframe ${before.frame} and the end`;
    return after ? `the start and keyframe ${after.frame}` : 'no keyframes';
  }

  private visibility(track: Track): TemplateResult {
    const { session } = this.desk;
    const now = session.visibility(track.id);
    return html`<div class="segments" role="group" aria-label="Visibility">
      ${VISIBILITIES.map(
        ([value, label, key]) =>
          html`<button aria-pressed=${now === value} ?disabled=${!session.task.editable} title=${key ? `${label} from here (${key})` : `${label} from here`} @click=${() => this.setVisibility(track, value)}>
            ${label}
          </button>`,
      )}
    </div>`;
  }

  private setVisibility(track: Track, value: Visibility): void {
    const { commands } = this.desk;
    if (commands.editor.may(track.id)) commands.editor.setVisibility(track.id, value);
  }

  private attribute(track: Track, attribute: Attribute): TemplateResult {
    const { session } = this.desk;
    const perFrame = attribute.scope === 'frame';
    const of = perFrame ? session.labels.view.stateAt(track.id, session.time.frame)?.attributes : track.attributes;
    const value = of?.[attribute.id];
    const missing = attribute.required && (value === undefined || value === '');
    const set = (v: unknown): void => {
      const { editor } = this.desk.commands;
      if (editor.may(track.id)) editor.setAttribute(track.id, attribute.id, v, perFrame);
    };
    const id = `attribute-${attribute.id}`;
    return html`<dt>
        <label for=${id} class=${missing ? 'need' : ''} title=${perFrame ? 'from this frame on' : 'for the whole track'}
          >${attribute.name}${attribute.required ? ' *' : ''}</label
        >
      </dt>
      <dd>${this.editorFor(attribute, id, value, set)}</dd>`;
  }

  private editorFor(attribute: Attribute, id: string, value: unknown, set: (v: unknown) => void): TemplateResult {
    const off = !this.desk.session.task.editable;
    const text = value === undefined || value === null ? '' : String(value);
    switch (attribute.type) {
      case 'checkbox':
        return html`<input id=${id} type="checkbox" ?disabled=${off} .checked=${live(value === true)} @change=${(e: Event) => set((e.target as HTMLInputElement).checked)} />`;
      case 'select':
        return html`<select id=${id} ?disabled=${off} .value=${live(text)} @change=${(e: Event) => set((e.target as HTMLSelectElement).value)}>
          <option value="" ?selected=${text === ''}>–</option>
          ${attribute.values.map((v) => html`<option value=${v} ?selected=${v === text}>${v}</option>`)}
        </select>`;
      case 'number':
        return html`<input id=${id} type="number" ?disabled=${off} .value=${live(text)} @change=${(e: Event) => set(numberOf(e))} />`;
      default:
        return html`<input id=${id} type="text" ?disabled=${off} .value=${live(text)} @change=${(e: Event) => set((e.target as HTMLInputElement).value)} />`;
    }
  }

  private area(shown: Resolved | undefined): string {
    const { index } = this.desk.session;
    if (!shown?.shape || shown.source === 'ghost') return '–';
    const area = areaOf(shown.shape, index.width, index.height);
    return area === 0 ? '–' : `${area.toLocaleString('en').replaceAll(',', ' ')} px`;
  }
}

function numberOf(e: Event): number | null {
  const value = (e.target as HTMLInputElement).valueAsNumber;
  return Number.isNaN(value) ? null : value;
}

customElements.define('kr-track-details', TrackDetails);
