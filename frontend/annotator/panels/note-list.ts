import { css, html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { contains, rangeText } from '../model/ranges.js';
import type { Note } from '../protocol/wire.js';
import { perform } from './actions.js';
import { icon } from './icons.js';
import { Panel } from './panel.js';
import { shared } from './styles.js';

/** Review remarks: a click goes to the frame, a tick settles them. */
export class NoteList extends Panel {
  static override properties = { ...Panel.properties, answering: { state: true } };
  declare answering: string | null;

  static override styles = [
    shared,
    css`
      :host {
        display: block;
        border-top: 1px solid var(--kr-line);
        padding-bottom: 8px;
      }
      header {
        display: flex;
        justify-content: space-between;
        align-items: center;
        padding: 5px 6px 5px 12px;
        font-weight: 600;
      }
      header .quiet {
        font-weight: 400;
        flex: 1;
        text-align: right;
        padding-right: 4px;
      }
      article {
        margin: 4px 12px;
        background: var(--kr-raised);
        border-left: 3px solid var(--kr-middle);
        border-radius: 4px;
        padding: 6px 4px 8px 10px;
      }
      article.here {
        background: #2b2f36;
      }
      article.settled {
        border-color: #5d6675;
      }
      .head {
        display: flex;
        align-items: center;
      }
      .head .go {
        flex: 1;
        text-align: left;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .body,
      .reply {
        padding-right: 8px;
        overflow-wrap: anywhere;
      }
      .reply {
        margin-top: 6px;
        padding-left: 8px;
        border-left: 2px solid var(--kr-line);
      }
      form {
        padding: 6px 8px 0 0;
      }
      p {
        margin: 0;
        padding: 0 12px 6px;
        color: var(--kr-quiet);
      }
    `,
  ];

  constructor() {
    super();
    this.answering = null;
  }

  override render(): unknown {
    const { notes } = this.desk.session;
    return html`
      <header>
        <span>Notes</span>
        <span class="quiet">${notes.open.length > 0 ? `${notes.open.length} open` : ''}</span>
        <button class="icon" aria-label="Write a note here (Shift+M)" title="Write a note here (Shift+M)" @click=${() => perform(this.desk, 'note')}>
          ${icon('plus', 16)}
        </button>
      </header>
      ${notes.list.length === 0 ? html`<p>None. <kbd>Shift</kbd> <kbd>M</kbd> pins one to this frame.</p>` : nothing}
      ${repeat(
        [...notes.list].sort((a, b) => Number(!!a.resolvedAt) - Number(!!b.resolvedAt)),
        (note) => note.id,
        (note) => this.note(note),
      )}
    `;
  }

  private note(note: Note): TemplateResult {
    const { session } = this.desk;
    const track = note.track ? session.labels.view.track(note.track) : null;
    const settled = !!note.resolvedAt;
    const about = `${note.to - note.from > 1 ? 'frames' : 'frame'} ${rangeText(note)}${track ? `, ${session.nameOf(track)}` : ''}`;
    const here = contains(note, session.time.frame);
    return html`<article class="${here ? 'here' : ''} ${settled ? 'settled' : ''}" data-note=${note.id}>
      <div class="head">
        <button class="go" @click=${() => this.go(note)}>
          <b>${note.author?.name ?? ''}</b> <span class="quiet">${about}</span>
        </button>
        <button class="icon" aria-label=${settled ? 'Reopen' : 'Resolve'} title=${settled ? 'Reopen' : 'Resolve'} aria-pressed=${settled} @click=${() => this.settle(note)}>
          ${icon('check', 15)}
        </button>
      </div>
      <div class="body ${settled ? 'quiet' : ''}">${note.body}</div>
      ${(note.replies ?? []).map((reply) => html`<div class="reply"><b>${reply.author?.name ?? ''}</b> ${reply.body}</div>`)}
      ${this.answering === note.id ? this.form(note) : this.answer(note, settled)}
    </article>`;
  }

  private answer(note: Note, settled: boolean): TemplateResult | typeof nothing {
    if (settled) return nothing;
    return html`<button class="quiet" @click=${() => (this.answering = note.id)}>Reply</button>`;
  }

  private form(note: Note): TemplateResult {
    return html`<form @submit=${(e: SubmitEvent) => this.reply(note, e)}>
      <input type="text" name="body" aria-label="Reply" autofocus maxlength="2000" @keydown=${(e: KeyboardEvent) => e.key === 'Escape' && (this.answering = null)} />
    </form>`;
  }

  private async reply(note: Note, e: SubmitEvent): Promise<void> {
    e.preventDefault();
    const body = String(new FormData(e.target as HTMLFormElement).get('body') ?? '').trim();
    this.answering = null;
    if (body) await this.try(() => this.desk.session.notes.reply(note, body));
  }

  private go(note: Note): void {
    const { session } = this.desk;
    session.time.pause();
    session.time.go(note.from);
    if (note.track && session.labels.view.track(note.track)) session.selection.only(note.track);
  }

  private settle(note: Note): Promise<void> {
    return this.try(() => this.desk.session.notes.settle(note, !note.resolvedAt));
  }

  private async try(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (e) {
      this.desk.session.notices.warn((e as Error).message);
    }
  }
}

customElements.define('kr-note-list', NoteList);
