import { css, html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Resolved } from '../model/resolve.js';
import type { Track } from '../protocol/wire.js';
import { perform } from './actions.js';
import { confidenceBar } from './confidence-bar.js';
import { icon } from './icons.js';
import { Panel } from './panel.js';
import { shared } from './styles.js';

/** The tracks with what they show at this frame. */
export class TrackList extends Panel {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
        min-height: 96px;
      }
      header {
        display: flex;
        align-items: center;
        justify-content: space-between;
        padding: 8px 12px 6px;
        font-weight: 600;
      }
      header .quiet {
        font-weight: 400;
      }
      header .doubt {
        color: var(--kr-low-text);
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        position: relative;
        height: 30px;
      }
      li:hover {
        background: var(--kr-hover);
      }
      li.on {
        background: var(--kr-accent-back);
      }
      .pick {
        display: grid;
        grid-template-columns: 12px minmax(0, 1fr) 48px 30px;
        gap: 9px;
        align-items: center;
        width: 100%;
        height: 100%;
        padding: 0 12px;
        text-align: left;
        border-radius: 0;
      }
      .pick:focus-visible {
        outline-offset: -2px;
      }
      .swatch {
        width: 12px;
        height: 12px;
        border-radius: 3px;
      }
      .name {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .source {
        grid-column: 3 / 5;
        text-align: right;
        color: var(--kr-quiet);
        white-space: nowrap;
      }
      .number {
        text-align: right;
      }
      .off {
        opacity: 0.5;
      }
      .marks {
        position: absolute;
        top: 2px;
        right: 6px;
        display: flex;
        background: inherit;
        opacity: 0;
      }
      li:hover .marks,
      .marks:focus-within {
        opacity: 1;
        background: var(--kr-hover);
      }
      .worn {
        display: inline-flex;
        gap: 2px;
        vertical-align: -3px;
        margin-left: 4px;
        color: var(--kr-quiet);
      }
      .empty {
        margin: 4px 12px 12px;
        padding: 12px;
        border: 1px dashed var(--kr-edge);
        border-radius: 8px;
        color: var(--kr-quiet);
      }
      .empty b {
        display: block;
        color: var(--kr-text);
        font-weight: 600;
        margin-bottom: 4px;
      }
      .empty button {
        margin-top: 10px;
      }
    `,
  ];

  override render(): unknown {
    const { session } = this.desk;
    const tracks = session.labels.view.tracks();
    const doubts = session.doubts().length;
    return html`
      <header>
        <span>Tracks</span>
        <span class="quiet">
          ${tracks.length}${doubts > 0 ? html` · <span class="doubt">doubtful ${doubts}</span>` : nothing}
        </span>
      </header>
      ${tracks.length === 0 ? this.empty() : nothing}
      <ul aria-label="Tracks">
        ${repeat(
          tracks,
          (track) => track.id,
          (track) => this.row(track),
        )}
      </ul>
    `;
  }

  private empty(): TemplateResult {
    const { task } = this.desk.session;
    if (!task.editable) return html`<p class="empty"><b>No tracks</b>${task.readOnlyReason ?? 'This task is read-only.'}</p>`;
    return html`<div class="empty">
      <b>No tracks yet</b>
      Press <kbd>N</kbd> and draw an object on any frame. Then <kbd>Ctrl</kbd> <kbd>B</kbd> carries it through the shot.
      <div><button class="button main" @click=${() => perform(this.desk, 'draw')}>Draw the first object</button></div>
    </div>`;
  }

  private row(track: Track): TemplateResult {
    const { session } = this.desk;
    const { selection, looks } = session;
    const on = selection.has(track.id);
    const hidden = looks.hidden(track.id);
    const locked = looks.locked(track.id);
    const name = session.nameOf(track);
    return html`<li
      class=${on ? 'on' : ''}
      data-track=${track.id}
      @pointerenter=${() => this.hover(track.id)}
      @pointerleave=${() => this.hover(null)}
    >
      <button class="pick ${hidden ? 'off' : ''}" aria-pressed=${on} @click=${(e: MouseEvent) => this.pick(track, e)} @dblclick=${() => this.desk.zoomToTrack()}>
        <i class="swatch" style="background:${session.colorOf(track.id)}"></i>
        <span class="name">${name} <span class="quiet">${track.number ? `#${track.number}` : 'new'}</span>${this.state(track)}${hidden || locked ? html`<span class="worn">${hidden ? icon('eye-off', 14) : nothing}${locked ? icon('lock', 14) : nothing}</span>` : nothing}</span>
        ${this.shows(session.resolved(track.id)[0])}
      </button>
      <span class="marks">
        <button class="icon" aria-label="Hide ${name}" aria-pressed=${hidden} title="Hide (H)" @click=${() => looks.toggleHidden([track.id])}>
          ${icon(hidden ? 'eye-off' : 'eye', 15)}
        </button>
        <button class="icon" aria-label="Lock ${name}" aria-pressed=${locked} title="Lock (L)" @click=${() => looks.toggleLocked([track.id])}>
          ${icon(locked ? 'lock' : 'unlock', 15)}
        </button>
      </span>
    </li>`;
  }

  private state(track: Track): TemplateResult | typeof nothing {
    const visibility = this.desk.session.visibility(track.id);
    return visibility === 'VISIBLE' ? nothing : html`<span class="quiet"> · ${visibility.toLowerCase()}</span>`;
  }

  private shows(shown: Resolved | undefined): TemplateResult | typeof nothing {
    if (!shown) return html`<span class="source">–</span>`;
    if (shown.confidence !== null) return html`${confidenceBar(shown.confidence)}`;
    const texts: Record<string, string> = { keyframe: '◆ keyframe', draft: '◇ draft', ghost: 'ghost', interpolated: 'between', preview: 'preview' };
    return html`<span class="source">${texts[shown.source] ?? '…'}</span>`;
  }

  private pick(track: Track, e: MouseEvent): void {
    const { selection } = this.desk.session;
    if (e.shiftKey || e.ctrlKey || e.metaKey) selection.toggle(track.id);
    else selection.only(track.id);
  }

  private hover(track: string | null): void {
    this.desk.stage.hovered = track;
    this.desk.stage.refresh();
  }
}

customElements.define('kr-track-list', TrackList);
