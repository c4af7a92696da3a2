import { css, html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { inkOn } from '../model/colors.js';
import type { Resolved } from '../model/resolve.js';
import { arranged, TRACK_SORTS, type TrackFacts, type TrackSort } from '../model/track-order.js';
import type { Track } from '../protocol/wire.js';
import { perform } from './actions.js';
import { confidenceBar } from './confidence-bar.js';
import { icon } from './icons.js';
import { Panel } from './panel.js';
import { shared } from './styles.js';
import { trackListStyles } from './track-list-styles.js';

const ROW = 30;
const SEARCH_FROM = 6;
const MOST_ROWS = 14;

/** The tracks with what they show at this frame. However many there are, only the rows in view are made. */
export class TrackList extends Panel {
  static override properties = { ...Panel.properties, text: { state: true }, top: { state: true } };
  declare text: string;
  declare top: number;

  static override styles = [shared, trackListStyles];

  private anchor: string | null = null;

  constructor() {
    super();
    this.text = '';
    this.top = 0;
  }

  override render(): unknown {
    const { session } = this.desk;
    const all = session.labels.view.tracks();
    const tracks = arranged(all, this.text, this.sort, this.facts());
    const doubts = session.doubts().length;
    const first = Math.max(0, Math.floor(this.top / ROW) - 3);
    const shown = tracks.slice(first, first + MOST_ROWS + 8);
    return html`
      <header>
        <span>Tracks</span>
        <span class="quiet">
          ${tracks.length < all.length ? `${tracks.length} of ` : nothing}${all.length}${doubts > 0 ? html` · <span class="doubt">doubtful ${doubts}</span>` : nothing}
        </span>
      </header>
      ${all.length >= SEARCH_FROM || this.text ? this.tools(tracks) : nothing} ${all.length === 0 ? this.empty() : nothing}
      <div class="rows" style="max-height:${MOST_ROWS * ROW}px" @scroll=${(e: Event) => (this.top = (e.target as HTMLElement).scrollTop)}>
        <ul aria-label="Tracks" style="height:${tracks.length * ROW}px;padding-top:${first * ROW}px">
          ${repeat(
            shown,
            (track) => track.id,
            (track) => this.row(track, tracks),
          )}
        </ul>
      </div>
    `;
  }

  private get sort(): TrackSort {
    return this.desk.session.preferences.get<TrackSort>('tracks.sort', 'number');
  }

  private facts(): TrackFacts {
    const { session } = this.desk;
    const counts = new Map<string, number>();
    for (const doubt of session.doubts()) counts.set(doubt.track, (counts.get(doubt.track) ?? 0) + 1);
    return {
      name: (track) => session.nameOf(track),
      className: (track) => session.classOf(track)?.name ?? '',
      confidence: (track) => session.resolved(track)[0]?.confidence ?? null,
      doubts: (track) => counts.get(track) ?? 0,
      keyframes: (track) => session.labels.view.keyframes(track).length,
    };
  }

  private tools(tracks: readonly Track[]): TemplateResult {
    const { selection, preferences } = this.desk.session;
    return html`<div class="tools">
      <input
        type="text"
        placeholder="Filter"
        aria-label="Filter tracks by name, class or number"
        .value=${this.text}
        @input=${(e: Event) => (this.text = (e.target as HTMLInputElement).value)}
      />
      <select aria-label="Order of tracks" @change=${(e: Event) => preferences.set('tracks.sort', (e.target as HTMLSelectElement).value)}>
        ${TRACK_SORTS.map(([sort, label]) => html`<option value=${sort} ?selected=${sort === this.sort}>${label}</option>`)}
      </select>
      <button class="button" title="Select all that are listed" @click=${() => selection.all(tracks.map((t) => t.id))}>All</button>
    </div>`;
  }

  private empty(): TemplateResult {
    const { task, modes } = this.desk.session;
    if (!task.editable) return html`<p class="empty"><b>No tracks</b>${task.readOnlyReason ?? 'This task is read-only.'}</p>`;
    if (!modes.draws) return html`<p class="empty"><b>No tracks needed</b>This project labels ${modes.mode === 'clip' ? 'whole clips' : 'time'}, not shapes.</p>`;
    return html`<div class="empty">
      <b>No tracks yet</b>
      Press <kbd>N</kbd> and draw an object on any frame. Then <kbd>Ctrl</kbd> <kbd>B</kbd> carries it through the shot.
      <div><button class="button" @click=${() => perform(this.desk, 'draw')}>Draw the first object</button></div>
    </div>`;
  }

  private row(track: Track, all: readonly Track[]): TemplateResult {
    const { session } = this.desk;
    const { looks, selection } = session;
    const on = selection.has(track.id);
    const hidden = looks.hidden(track.id);
    const locked = looks.locked(track.id);
    const pinned = looks.pinned(track.id);
    const name = `${session.nameOf(track)} ${track.number ? `#${track.number}` : ''}`;
    const worn = [hidden && 'eye-off', locked && 'lock', pinned && 'pin', track.groupId && 'group'].filter((n) => !!n);
    return html`<li class=${on ? 'on' : ''} @pointerenter=${() => this.hover(track.id)} @pointerleave=${() => this.hover(null)}>
      <button class="pick ${hidden ? 'off' : ''}" aria-pressed=${on} data-track=${track.id} @click=${(e: MouseEvent) => this.pick(track, e, all)} @dblclick=${() => perform(this.desk, 'zoom-object')}>
        <span class="swatch" style="background:${session.colorOf(track.id)}"></span>
        <span class="name">${session.nameOf(track)} <span class="quiet">${track.number ? `#${track.number}` : 'new'}</span>${this.state(track)}${worn.length > 0 ? html`<span class="worn">${worn.map((n) => icon(n as 'lock', 14))}</span>` : nothing}${this.people(track)}</span>
        ${this.shows(session.resolved(track.id)[0])}
      </button>
      <span class="marks">
        ${this.mark(hidden ? 'eye-off' : 'eye', `Hide ${name}`, hidden, () => looks.toggleHidden([track.id]))}
        ${this.mark(locked ? 'lock' : 'unlock', `Lock ${name}`, locked, () => looks.toggleLocked([track.id]))}
        ${this.mark('pin', `Pin ${name}`, pinned, () => looks.togglePinned([track.id]))}
      </span>
    </li>`;
  }

  private mark(name: 'eye' | 'eye-off' | 'lock' | 'unlock' | 'pin', label: string, on: boolean, act: () => void): TemplateResult {
    return html`<button class="icon" aria-label=${label} title=${label} aria-pressed=${on} @click=${act}>${icon(name, 15)}</button>`;
  }

  /** Who else works on this track now. */
  private people(track: Track): TemplateResult | typeof nothing {
    const here = this.desk.session.people.filter((p) => p.track === track.id);
    if (here.length === 0) return nothing;
    return html`${here.map((p) => html`<span class="face" style="background:${p.color ?? '#8fb3ff'};color:${inkOn(p.color ?? '#8fb3ff')}" title="${p.name} works on this track">${p.name.slice(0, 1)}</span>`)}`;
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

  private pick(track: Track, e: MouseEvent, all: readonly Track[]): void {
    const { selection } = this.desk.session;
    const from = all.findIndex((t) => t.id === this.anchor);
    if (e.shiftKey && from >= 0) {
      const to = all.indexOf(track);
      selection.all(all.slice(Math.min(from, to), Math.max(from, to) + 1).map((t) => t.id));
      return;
    }
    this.anchor = track.id;
    if (e.ctrlKey || e.metaKey || e.shiftKey) selection.toggle(track.id);
    else selection.only(track.id);
  }

  private hover(track: string | null): void {
    this.desk.stage.hovered = track;
    this.desk.stage.refreshView();
  }
}

customElements.define('kr-track-list', TrackList);
