import { css, html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { slotOf } from '../model/shapes.js';
import type { Decided, LateEdit, Shape } from '../protocol/wire.js';
import { Panel } from './panel.js';
import { shared } from './styles.js';
import { described } from './versions.js';

/** Edits that came after the task had gone on: looked at one by one, taken over, or put aside. */
export class LateList extends Panel {
  static override properties = { ...Panel.properties, dropping: { state: true } };
  declare dropping: boolean;

  static override styles = [
    shared,
    css`
      :host {
        display: block;
      }
      section {
        margin: 8px 12px;
        padding: 8px 10px;
        background: var(--kr-raised);
        border-left: 3px solid var(--kr-middle);
        border-radius: 4px;
      }
      ul {
        margin: 6px 0;
        padding: 0;
        list-style: none;
        max-height: 180px;
        overflow: auto;
      }
      li button {
        display: block;
        width: 100%;
        padding: 3px 6px;
        text-align: left;
        border-radius: 4px;
      }
      li button:hover {
        background: var(--kr-hover);
      }
      .why {
        display: block;
        color: var(--kr-middle);
      }
      footer,
      form {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
      }
      input {
        flex: 1 1 100%;
      }
    `,
  ];

  constructor() {
    super();
    this.dropping = false;
  }

  override render(): unknown {
    const { late, task } = this.desk.session;
    const count = late.list.length;
    if (count === 0) return nothing;
    const own = late.list.every((edit) => edit.author.id === task.me.id);
    const whose = own ? 'of yours' : `of ${[...new Set(late.list.map((edit) => edit.author.name))].join(', ')}`;
    return html`<section aria-label="Late edits">
      <b>${count} late ${count === 1 ? 'edit' : 'edits'} ${whose}</b>
      <div class="quiet">${count === 1 ? 'It' : 'They'} came after the task had gone on and ${count === 1 ? 'is' : 'are'} kept apart from the labels.</div>
      <ul>
        ${repeat(late.list, (edit) => edit.n, (edit) => this.entry(edit))}
      </ul>
      ${this.dropping ? this.reason() : this.choices()}
    </section>`;
  }

  private entry(edit: LateEdit): TemplateResult {
    const { session } = this.desk;
    const track = edit.track ? session.labels.view.track(edit.track.id) : null;
    const where = typeof edit.frame === 'number' ? ` at frame ${edit.frame}` : '';
    return html`<li>
      <button title="Show it over what stands now" @click=${() => this.show(edit)}>
        ${track ? session.nameOf(track) : 'New track'}${where}: ${described(edit.edit, session)}
        ${edit.difference ? html`<span class="quiet">+${edit.difference.gained} −${edit.difference.lost} px, IoU ${edit.difference.iou.toFixed(2)}</span>` : nothing}
        ${edit.outcome ? html`<span class="why">${edit.outcome}</span>` : nothing}
      </button>
    </li>`;
  }

  private show({ edit, author }: LateEdit): void {
    if (edit.kind !== 'keyframe.put' || slotOf(edit.shape) !== 'MASK') return this.desk.compare(edit);
    const { session } = this.desk;
    const shown = session.resolved(edit.track, edit.frame).find((item) => item.slot === 'MASK' && 'shape' in item);
    const before = (shown && 'shape' in shown ? shown.shape : null) as Shape | null;
    this.desk.compareVersions(edit.track, { frame: edit.frame, before, after: edit.shape, words: `late, by ${author.name}` });
  }

  private choices(): TemplateResult {
    const { late, task } = this.desk.session;
    const leads = task.role === 'LEAD' || task.role === 'ADMIN';
    if (!task.editable && !leads) return html`<span class="quiet">A lead, or whoever has the task now, decides on them.</span>`;
    const clashes = late.list.some((edit) => edit.outcome);
    return html`<footer>
      ${task.editable
        ? html`<button class="button main" @click=${() => this.take(false)}>Take ${late.list.length === 1 ? 'it' : 'all'} over</button>`
        : html`<span class="quiet">Reopen the task to take them over.</span>`}
      ${task.editable && clashes ? html`<button class="button" @click=${() => this.take(true)}>Also over newer edits</button>` : nothing}
      ${leads ? html`<button class="button" @click=${() => (this.dropping = true)}>Put aside…</button>` : nothing}
    </footer>`;
  }

  private reason(): TemplateResult {
    return html`<form @submit=${(e: SubmitEvent) => this.drop(e)}>
      <input name="reason" required autofocus maxlength="2000" aria-label="Why they are put aside" placeholder="Why? The author reads it" />
      <button class="button main">Put aside</button>
      <button type="button" class="button" @click=${() => (this.dropping = false)}>Cancel</button>
    </form>`;
  }

  private take(over: boolean): Promise<void> {
    const { late } = this.desk.session;
    return this.decide(late.apply(late.list, over), (decided) =>
      decided.left === 0 ? `${decided.done} late edits are in the labels now.` : `${decided.done} taken over; ${decided.left} do not fit and say why.`,
    );
  }

  private drop(e: SubmitEvent): Promise<void> {
    e.preventDefault();
    const { late } = this.desk.session;
    const reason = String(new FormData(e.target as HTMLFormElement).get('reason') ?? '').trim();
    this.dropping = false;
    return this.decide(late.discard(late.list, reason), (decided) => `${decided.done} late edits are put aside; they stay on record.`);
  }

  private async decide(deed: Promise<Decided>, words: (decided: Decided) => string): Promise<void> {
    const { notices } = this.desk.session;
    try {
      notices.say(words(await deed));
    } catch (e) {
      notices.warn((e as Error).message);
    }
  }
}

customElements.define('kr-late-list', LateList);
