import { css, html, nothing, type TemplateResult } from 'lit';
import { slotOf } from '../model/shapes.js';
import type { Change, Shape } from '../protocol/wire.js';
import { subjectOfChange } from '../state/labels.js';
import { icon } from './icons.js';
import { Panel } from './panel.js';
import { shared } from './styles.js';

const SHOWN = 60;
const REFRESH_MS = 800;

const WORDS: Readonly<Record<string, string>> = {
  'track.create': 'new track',
  'track.update': 'track changed',
  'track.delete': 'track deleted',
  'track.restore': 'track brought back',
  'keyframe.put': 'shape',
  'keyframe.commit': 'keyframe',
  'keyframe.delete': 'keyframe removed',
  'state.put': 'visibility, attributes',
  'state.delete': 'visibility, attributes',
  'acceptance.put': 'accepted',
  'acceptance.delete': 'acceptance withdrawn',
};

/** What was done to these labels, newest first; loaded when somebody unfolds it. */
export class HistoryList extends Panel {
  static override properties = { ...Panel.properties, changes: { state: true }, unfolded: { state: true } };
  declare changes: readonly Change[];
  declare unfolded: boolean;

  static override styles = [
    shared,
    css`
      :host {
        display: block;
        border-top: 1px solid var(--kr-line);
        padding-bottom: 8px;
      }
      .fold {
        width: 100%;
        display: flex;
        justify-content: space-between;
        padding: 8px 12px;
        font-weight: 600;
        border-radius: 0;
      }
      .fold .quiet {
        font-weight: 400;
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        position: relative;
      }
      .diff {
        position: absolute !important;
        right: 28px;
        top: 0;
        width: 24px !important;
        opacity: 0;
      }
      li:hover .diff,
      .diff:focus-visible {
        opacity: 1;
        background: var(--kr-hover);
      }
      .back {
        position: absolute !important;
        right: 4px;
        top: 0;
        width: 24px !important;
        opacity: 0;
      }
      li:hover .back,
      .back:focus-visible {
        opacity: 1;
        background: var(--kr-hover);
      }
      li button:not(.back, .diff) {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0 8px;
        width: 100%;
        padding: 3px 12px;
        text-align: left;
        border-radius: 0;
      }
      li button:hover {
        background: var(--kr-hover);
      }
      .what {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
    `,
  ];

  private loadedSeq = -1;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.changes = [];
    this.unfolded = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  override render(): unknown {
    return html`
      <button class="fold" aria-expanded=${this.unfolded} @click=${() => (this.unfolded = !this.unfolded)}>
        <span>History</span><span class="quiet">${this.unfolded ? 'fold' : 'show'}</span>
      </button>
      ${this.unfolded ? html`<ul aria-label="History">${this.changes.map((change) => this.entry(change))}</ul>` : nothing}
    `;
  }

  protected override updated(): void {
    const { seq } = this.desk.session.labels;
    if (!this.unfolded || seq === this.loadedSeq) return;
    this.timer ??= setTimeout(() => void this.load(), this.loadedSeq < 0 ? 0 : REFRESH_MS);
  }

  private async load(): Promise<void> {
    this.timer = undefined;
    const { labels, api } = this.desk.session;
    this.loadedSeq = labels.seq;
    try {
      const all = await api.history(SHOWN * 3);
      this.changes = all.filter((change) => change.kind in WORDS).slice(0, SHOWN);
    } catch (e) {
      this.desk.session.notices.warn((e as Error).message);
    }
  }

  private entry(change: Change): TemplateResult {
    const { session } = this.desk;
    const parts = subjectOfChange(change)?.split('/') ?? [];
    const track = parts[0] === 'acceptance' ? null : session.labels.view.track(parts[1] ?? '');
    const frame = parts.length > 2 ? Number(parts[2]) : null;
    const shapes = versionsOf(change);
    const who = change.author?.name ?? 'machine';
    const at = new Date(change.at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hour12: false });
    return html`<li>
      <button ?disabled=${frame === null && !track} @click=${() => this.go(frame, track?.id ?? null)}>
        <span class="what">
          ${track ? `${session.nameOf(track)} #${track.number} ` : ''}${WORDS[change.kind]}${frame === null ? '' : html` <span class="quiet">at ${frame}</span>`}${change.applied === false ? ', not taken' : ''}
        </span>
        <span class="quiet" title=${who}>${short(who)} ${at}</span>
      </button>
      ${shapes && track && frame !== null
        ? html`<button class="icon diff" aria-label="What this changed" title="What this changed: both versions over each other" @click=${() => this.desk.compareVersions(track.id, { frame, ...shapes, words: `${short(who)} ${at}` })}>
            ${icon('eye', 14)}
          </button>`
        : nothing}
      <button class="icon back" aria-label="Back to this point" title="Back to this point: what came after is undone, by new changes" @click=${() => this.desk.open({ kind: 'restore', seq: change.seq, at: `${at}, ${WORDS[change.kind]}` })}>
        ${icon('undo', 14)}
      </button>
    </li>`;
  }

  private go(frame: number | null, track: string | null): void {
    const { time, selection } = this.desk.session;
    if (frame !== null && !Number.isNaN(frame)) time.step(frame - time.frame);
    if (track) selection.only(track);
  }
}

/** The masks before and after a change of a keyframe; null where none has pixels. */
export function versionsOf(change: Change): { before: Shape | null; after: Shape | null } | null {
  if (!change.kind.startsWith('keyframe.')) return null;
  const [before, after] = [change.before, change.after].map((side) => (side as { shape?: Shape } | null | undefined)?.shape ?? null);
  const drawn = [before, after].some((shape) => shape && slotOf(shape) === 'MASK');
  return drawn ? { before: before ?? null, after: after ?? null } : null;
}

/** "Lena Labeler" as "Lena L." */
function short(name: string): string {
  const [first, last] = name.split(/\s+/);
  return last ? `${first} ${last[0]}.` : (first ?? '');
}

customElements.define('kr-history-list', HistoryList);
