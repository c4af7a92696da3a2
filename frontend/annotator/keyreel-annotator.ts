import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { isLabel } from './model/resolve.js';
import { maskOf, shapeOf } from './model/shapes.js';
import { perform } from './panels/actions.js';
import './panels/bulk-panel.js';
import './panels/canvas-view.js';
import type { CanvasView } from './panels/canvas-view.js';
import './panels/clip-panel.js';
import { Desk } from './panels/desk.js';
import './panels/dialogs.js';
import './panels/guidelines.js';
import './panels/hint-bar.js';
import './panels/history-list.js';
import { KeyListener } from './panels/key-listener.js';
import './panels/note-list.js';
import './panels/option-bar.js';
import './panels/notice-list.js';
import './panels/rest-panel.js';
import './panels/late-list.js';
import './panels/returned-banner.js';
import { shared, tokens } from './panels/styles.js';
import './panels/signed-out.js';
import './panels/sweep-bar.js';
import './panels/timeline-view.js';
import './panels/tool-rail.js';
import './panels/top-bar.js';
import './panels/tour.js';
import './panels/track-details.js';
import './panels/track-list.js';
import './panels/view-bar.js';
import { Api, ApiError } from './protocol/api.js';
import type { Shape } from './protocol/wire.js';
import { FrameSource } from './render/frame-source.js';
import { Session } from './state/session.js';

const RETRY_MS = 4000;

/** The annotator: one task, full screen. `<keyreel-annotator task="…" frame="12" track="…">` */
export class KeyreelAnnotator extends LitElement {
  static override properties = {
    task: { type: String },
    frame: { type: Number },
    track: { type: String },
    failure: { state: true },
    left: { state: true },
  };
  declare task: string;
  declare frame: number | null;
  declare track: string | null;
  declare private failure: string | null;
  declare private left: string | null;

  static override styles = [
    tokens,
    shared,
    css`
      :host {
        position: relative;
        display: grid !important; /* whatever the page says */
        grid-template:
          'top top top top' 44px
          'rail options guide side' 36px
          'rail canvas guide side' minmax(0, 1fr)
          'time time time time' var(--kr-timeline, clamp(180px, 26vh, 340px)) / 72px minmax(0, 1fr) auto clamp(272px, 20vw, 360px);
        height: 100%;
        min-height: 480px;
        background: var(--kr-ground);
        color-scheme: dark;
        overflow: hidden;
      }
      kr-top-bar {
        grid-area: top;
      }
      kr-tool-rail {
        grid-area: rail;
        z-index: 3;
      }
      kr-option-bar {
        grid-area: options;
      }
      kr-canvas-view {
        grid-area: canvas;
      }
      aside {
        grid-area: side;
        min-height: 0;
        overflow: hidden auto;
        background: var(--kr-panel);
        border-left: 1px solid var(--kr-line);
        scrollbar-width: thin;
        scrollbar-color: var(--kr-edge) transparent;
      }
      kr-guidelines {
        grid-area: guide;
      }
      kr-timeline-view {
        grid-area: time;
        border-top: 1px solid var(--kr-line);
      }
      .grip {
        position: absolute;
        left: 0;
        right: 0;
        bottom: calc(var(--kr-timeline, clamp(180px, 26vh, 340px)) - 3px);
        height: 6px;
        cursor: row-resize;
        z-index: 3;
      }
      .grip:hover {
        background: rgb(91 157 255 / 0.35);
      }
      :host([side-folded]) {
        grid-template-columns: 72px minmax(0, 1fr) auto 0;
      }
      :host([timeline-folded]) {
        grid-template-rows: 44px 36px minmax(0, 1fr) 24px;
      }
      :host([side-folded]) aside,
      :host([timeline-folded]) .grip {
        display: none;
      }
      .message {
        grid-area: 1 / 1 / 5 / 5;
        place-self: center;
        max-width: 440px;
        padding: 24px;
        text-align: center;
      }
      .message h1 {
        margin: 0 0 8px;
        font-size: 16px;
        color: var(--kr-strong);
      }
      .message .button {
        margin: 12px 4px 0;
      }
    `,
  ];

  private desk: Desk | null = null;
  private opening = 0;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private readonly keys = new KeyListener(
    () => this.desk,
    (panning) => this.canvas?.toggleAttribute('panning', panning),
  );

  constructor() {
    super();
    this.task = '';
    this.frame = null;
    this.track = null;
    this.failure = null;
    this.left = null;
  }

  /** The session on the screen; null while it loads. */
  get session(): Session | null {
    return this.desk?.session ?? null;
  }

  /** The frame whose picture is really on the screen. */
  get shownFrame(): number {
    return this.desk?.stage.shownFrame ?? -1;
  }

  /** The pixels that a track shows at a frame, in the words of the server. */
  maskAt(track: string, frame: number): Shape | null {
    const { session } = this;
    const labels = session?.resolved(track, frame).filter((r) => isLabel(r) && r.shape) ?? [];
    const shown = labels.find((r) => r.slot === 'MASK') ?? labels[0];
    const mask = shown?.shape && maskOf(shown.shape, session!.index.width, session!.index.height);
    return mask ? shapeOf(mask) : (shown?.shape ?? null);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.keys.connect();
    addEventListener('beforeunload', this.onUnload);
    if (this.hasUpdated && this.task) void this.open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.keys.disconnect();
    removeEventListener('beforeunload', this.onUnload);
    this.shutDown();
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('task') && this.task) void this.open();
    else if (changed.has('frame') && this.frame !== null) this.desk?.session.time.go(this.frame);
  }

  override render(): unknown {
    if (this.left) return this.goodbye(this.left);
    if (this.failure) return this.sorry(this.failure);
    const { desk } = this;
    return html`
      ${desk ? html`<kr-top-bar .desk=${desk}></kr-top-bar><kr-tool-rail .desk=${desk}></kr-tool-rail
            ><kr-option-bar .desk=${desk}></kr-option-bar>` : nothing}
      <kr-canvas-view .desk=${desk}>
        ${desk ? html`<kr-notice-list .desk=${desk}></kr-notice-list><kr-signed-out .desk=${desk}></kr-signed-out>
              <kr-hint-bar .desk=${desk}></kr-hint-bar><kr-sweep-bar .desk=${desk}></kr-sweep-bar><kr-view-bar .desk=${desk}></kr-view-bar>` : nothing}
      </kr-canvas-view>
      ${desk
        ? html`<kr-guidelines .desk=${desk}></kr-guidelines>
            <aside aria-label="Tracks and notes">
              <kr-returned-banner .desk=${desk}></kr-returned-banner>
              <kr-late-list .desk=${desk}></kr-late-list>
              <kr-clip-panel .desk=${desk}></kr-clip-panel>
              <kr-rest-panel .desk=${desk}></kr-rest-panel>
              <kr-track-list .desk=${desk}></kr-track-list>
              <kr-bulk-panel .desk=${desk}></kr-bulk-panel>
              <kr-track-details .desk=${desk}></kr-track-details>
              <kr-note-list .desk=${desk}></kr-note-list>
              <kr-history-list .desk=${desk}></kr-history-list>
            </aside>
            <kr-timeline-view .desk=${desk}></kr-timeline-view>
            <div class="grip" @pointerdown=${this.resize}></div>
            <kr-tour .desk=${desk}></kr-tour>
            <kr-dialogs .desk=${desk}></kr-dialogs>`
        : html`<p class="message quiet" role="status">Opening the task…</p>`}
    `;
  }

  private get canvas(): CanvasView | null {
    return this.renderRoot.querySelector('kr-canvas-view');
  }

  private async open(): Promise<void> {
    const turn = ++this.opening;
    this.shutDown();
    this.failure = this.left = null;
    try {
      const api = new Api(this.task);
      const session = await Session.open(api, this.frame);
      await this.updateComplete;
      if (turn !== this.opening || !this.isConnected) return session.close();
      const frames = new FrameSource(api.packsUrl(session.task.video.id), session.index);
      const canvas = this.canvas!;
      this.desk = new Desk(session, frames, canvas.canvases);
      if (this.track) session.selection.only(this.track);
      this.requestUpdate();
      await this.updateComplete;
      canvas.measure();
      session.navigation.fit();
      this.follow(this.desk);
    } catch (e) {
      if (turn !== this.opening) return;
      this.failure = sentence(e);
      if (!(e instanceof ApiError && e.final)) this.retry = setTimeout(() => void this.open(), RETRY_MS);
    }
  }

  /** Folded parts give their room to the picture. */
  private follow(desk: Desk): void {
    const fold = (): void => {
      this.toggleAttribute('side-folded', desk.folded('side'));
      this.toggleAttribute('timeline-folded', desk.folded('timeline'));
      const height = desk.session.preferences.get<number | null>('timeline.height', null);
      if (height !== null) this.style.setProperty('--kr-timeline', `${height}px`);
    };
    fold();
    desk.session.preferences.changed.on(fold);
    if (!desk.session.preferences.get('tour.seen', false) && desk.session.task.editable) desk.startTour();
  }

  private shutDown(): void {
    clearTimeout(this.retry);
    this.desk?.close();
    this.desk = null;
  }

  private goodbye(action: string): TemplateResult {
    const done: Record<string, string> = { submit: 'Submitted', approve: 'Approved', return: 'Sent back' };
    return html`<div class="message" role="status">
      <h1>${done[action] ?? 'Done'}</h1>
      <span class="quiet">Everything is saved.</span>
      <div>
        <button class="button" @click=${() => this.tell('keyreel-exit')}>Back to the tasks</button>
        <button class="button main" autofocus @click=${() => this.tell('keyreel-next')}>Next task</button>
      </div>
    </div>`;
  }

  private sorry(message: string): TemplateResult {
    return html`<div class="message" role="alert">
      <h1>The task did not open</h1>
      <span class="quiet">${message}</span>
      <div>
        <button class="button" @click=${() => this.tell('keyreel-exit')}>Back to the tasks</button>
        <button class="button main" @click=${() => void this.open()}>Try again</button>
      </div>
    </div>`;
  }

  private tell(event: string): void {
    this.dispatchEvent(new CustomEvent(event, { bubbles: true, composed: true }));
  }

  private resize(e: PointerEvent): void {
    const grip = e.target as HTMLElement;
    grip.setPointerCapture(e.pointerId);
    grip.onpointermove = (move) => {
      const height = Math.max(110, Math.min(this.clientHeight * 0.6, this.getBoundingClientRect().bottom - move.clientY));
      this.style.setProperty('--kr-timeline', `${Math.round(height)}px`);
      this.desk?.session.preferences.set('timeline.height', Math.round(height));
    };
    grip.onpointerup = () => (grip.onpointermove = null);
  }

  private readonly onUnload = (e: BeforeUnloadEvent): void => {
    const outbox = this.session?.outbox;
    if (outbox && outbox.count > 0 && !outbox.durable) e.preventDefault();
  };

  private readonly onTransition = async (e: Event): Promise<void> => {
    const { detail } = e as CustomEvent<string | { action: string; reason: string }>;
    const { action, reason } = typeof detail === 'string' ? { action: detail, reason: undefined } : detail;
    const session = this.session!;
    try {
      session.drafts.commitAll();
      if (!(await session.outbox.drained())) throw new Error('Your last edits are not saved yet. Try again when you are online.');
      session.task = { ...session.task, ...(await session.api.transition(action, session.task.version, reason)) };
      if (['submit', 'approve', 'return'].includes(action)) this.left = action;
      else await session.reloadTask();
    } catch (error) {
      session.notices.warn(sentence(error));
      await session.reloadTask().catch(() => undefined);
    }
  };

  protected override firstUpdated(): void {
    this.addEventListener('kr-transition', (e) => void this.onTransition(e));
    this.addEventListener('kr-exit', () => this.tell('keyreel-exit'));
  }

  /** Does what a key would do; for tests and for menus around the annotator. */
  act(action: Parameters<typeof perform>[1]): void {
    if (this.desk) perform(this.desk, action);
  }
}

function sentence(e: unknown): string {
  if (e instanceof ApiError && e.status === 401) return 'Your sign-in has ended. Sign in again; your edits are kept in this browser.';
  return e instanceof Error ? e.message : String(e);
}

customElements.define('keyreel-annotator', KeyreelAnnotator);
