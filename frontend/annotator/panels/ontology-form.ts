import { css, html, nothing, type TemplateResult } from 'lit';
import type { ClipClass, EventClass, Ontology, Skeleton } from '../protocol/wire.js';
import { Panel } from './panel.js';
import './skeleton-editor.js';
import { shared } from './styles.js';

const COLORS = ['#7a5cff', '#e3803a', '#2fa8a0', '#e0607e', '#e3b341', '#4fb3e8', '#5f9e4a', '#c05ad1'];

/** What a lead sets up beside the classes: events, classes of the clip, and the skeletons of classes. */
export class OntologyForm extends Panel {
  static override properties = { ...Panel.properties, draft: { state: true }, chosen: { state: true }, failure: { state: true } };
  declare private draft: Ontology | null;
  declare private chosen: string;
  declare private failure: string;

  static override styles = [
    shared,
    css`
      :host {
        display: block;
        width: min(640px, 86vw);
      }
      h3 {
        margin: 12px 0 6px;
        font-size: 12px;
        color: var(--kr-quiet);
      }
      .row {
        display: grid;
        grid-template-columns: 36px minmax(0, 1fr) auto;
        gap: 6px;
        margin-bottom: 4px;
        align-items: center;
      }
      .row.plain {
        grid-template-columns: minmax(0, 1fr) auto;
      }
      input[type='color'] {
        width: 36px;
        height: 26px;
        padding: 0;
        border: 0;
        background: none;
      }
      footer {
        display: flex;
        align-items: center;
        justify-content: flex-end;
        gap: 8px;
        margin-top: 14px;
      }
      .why {
        flex: 1;
        color: var(--kr-middle);
      }
      select {
        width: auto;
        margin-bottom: 8px;
      }
    `,
  ];

  constructor() {
    super();
    this.draft = null;
    this.chosen = '';
    this.failure = '';
  }

  protected override firstUpdated(): void {
    const { api, task } = this.desk.session;
    api.ontology(task.project.id).then(
      (ontology) => {
        this.draft = ontology;
        this.chosen = ontology.classes.find((c) => c.skeleton)?.id ?? ontology.classes[0]?.id ?? '';
      },
      (e: Error) => (this.failure = e.message),
    );
  }

  override render(): unknown {
    const { draft } = this;
    if (!draft) return html`<p class="quiet">${this.failure || 'Loading…'}</p>`;
    const events = draft.events ?? [];
    const clips = draft.clips ?? [];
    return html`<h3>Events on the timeline</h3>
      ${events.map((event, i) => this.event(event, i))}
      <button class="button" @click=${() => this.set({ events: [...events, { id: crypto.randomUUID(), name: '', color: COLORS[events.length % COLORS.length]!, attributes: [] }] })}>Add an event</button>
      <h3>Classes of the whole clip</h3>
      ${clips.map((clip, i) => this.clip(clip, i))}
      <button class="button" @click=${() => this.set({ clips: [...clips, { id: crypto.randomUUID(), name: '' }] })}>Add a clip class</button>
      ${draft.classes.length > 0 ? this.skeleton(draft) : nothing}
      <footer>
        <span class="why" role="alert">${this.failure}</span>
        <button class="button" @click=${() => this.desk.shut()}>Cancel</button>
        <button class="button main" @click=${() => void this.save()}>Save for the project</button>
      </footer>`;
  }

  private event(event: EventClass, i: number): TemplateResult {
    const events = this.draft!.events ?? [];
    const change = (to: Partial<EventClass>): void => this.set({ events: events.map((e, k) => (k === i ? { ...e, ...to } : e)) });
    return html`<div class="row">
      <input type="color" aria-label="Colour" .value=${event.color} @change=${(e: Event) => change({ color: (e.target as HTMLInputElement).value })} />
      <input type="text" aria-label="Event" placeholder="What happens" maxlength="100" .value=${event.name} @input=${(e: Event) => change({ name: (e.target as HTMLInputElement).value })} />
      <button class="icon" aria-label="Remove" title="Remove" @click=${() => this.set({ events: events.filter((_, k) => k !== i) })}>×</button>
    </div>`;
  }

  private clip(clip: ClipClass, i: number): TemplateResult {
    const clips = this.draft!.clips ?? [];
    return html`<div class="row plain">
      <input type="text" aria-label="Clip class" placeholder="What the clip is" maxlength="100" .value=${clip.name} @input=${(e: Event) => this.set({ clips: clips.map((c, k) => (k === i ? { ...c, name: (e.target as HTMLInputElement).value } : c)) })} />
      <button class="icon" aria-label="Remove" title="Remove" @click=${() => this.set({ clips: clips.filter((_, k) => k !== i) })}>×</button>
    </div>`;
  }

  private skeleton(draft: Ontology): TemplateResult {
    const chosen = draft.classes.find((c) => c.id === this.chosen);
    const change = (skeleton: Skeleton | null): void => this.set({ classes: draft.classes.map((c) => (c.id === this.chosen ? { ...c, skeleton } : c)) });
    return html`<h3>Skeleton</h3>
      <select aria-label="Class" @change=${(e: Event) => (this.chosen = (e.target as HTMLSelectElement).value)}>
        ${draft.classes.map((c) => html`<option value=${c.id} ?selected=${c.id === this.chosen}>${c.name}${c.skeleton ? ` (${c.skeleton.joints.length} joints)` : ''}</option>`)}
      </select>
      <kr-skeleton-editor .value=${chosen?.skeleton ?? null} @change=${(e: CustomEvent<Skeleton | null>) => change(e.detail)}></kr-skeleton-editor>`;
  }

  private set(change: Partial<Ontology>): void {
    this.draft = { ...this.draft!, ...change };
  }

  private async save(): Promise<void> {
    const { session } = this.desk;
    try {
      await session.api.putOntology(session.task.project.id, this.draft!);
      await session.reloadTask();
      this.desk.shut();
      session.notices.say('Saved for everybody in the project.');
    } catch (e) {
      this.failure = (e as Error).message;
    }
  }
}

customElements.define('kr-ontology-form', OntologyForm);
