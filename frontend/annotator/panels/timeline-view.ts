import { css, html } from 'lit';
import { rangeText } from '../model/ranges.js';
import { Surface } from '../render/surface.js';
import { TimelineLayout } from '../render/timeline-layout.js';
import { TimelinePainter } from '../render/timeline-painter.js';
import { TimelineStrip } from '../render/timeline-strip.js';
import { TimelineWave } from '../render/timeline-wave.js';
import { SPEEDS } from '../state/timepoint.js';
import { perform } from './actions.js';
import { icon, type IconName } from './icons.js';
import type { ActionId } from './keymap.js';
import { Panel } from './panel.js';
import './range-bar.js';
import { shared } from './styles.js';
import { type Place, TimelineGestures } from './timeline-gestures.js';

const STRIP_FROM = 200;

/** The timeline: click jumps, drag scrubs, Shift+drag picks a range, the wheel zooms, a click on a row picks its track. */
export class TimelineView extends Panel {
  static override styles = [
    shared,
    css`
      :host {
        position: relative;
        display: block;
        overflow: hidden;
        background: var(--kr-panel);
        user-select: none;
        touch-action: none;
      }
      canvas {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
      }
      .over:focus-visible {
        outline-offset: -2px;
      }
      .transport {
        position: absolute;
        left: 6px;
        top: 0;
        display: flex;
        align-items: center;
        height: 24px;
      }
      .transport .icon {
        width: 24px;
        height: 24px;
      }
      .transport .speed {
        height: 20px;
        min-height: 20px;
        width: 58px;
        padding: 0 2px;
        font-size: 11px;
        color: var(--kr-quiet);
        background: transparent;
        border-color: transparent;
      }
      .transport .speed:hover {
        color: var(--kr-strong);
        background: var(--kr-hover);
      }
      .transport option {
        background: var(--kr-ground);
      }
    `,
  ];

  private layout: TimelineLayout | null = null;
  private painter: TimelinePainter | null = null;
  private surfaces: { base: Surface; over: Surface } | null = null;
  private drawing = 0;
  private hoverFrame: number | null = null;
  private gestures: TimelineGestures | null = null;
  private strip: TimelineStrip | null = null;
  private wave: TimelineWave | null = null;
  private stale = true;
  private stops: (() => void)[] = [];
  private readonly observer = new ResizeObserver(() => this.measure());

  override connectedCallback(): void {
    super.connectedCallback();
    this.observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer.disconnect();
    cancelAnimationFrame(this.drawing);
    this.drawing = 0;
    this.surfaces = null;
    this.strip?.close();
    this.strip = null;
    this.unfollow();
  }

  override render(): unknown {
    const { time } = this.desk.session;
    return html`
      <canvas></canvas>
      <canvas
        class="over"
        tabindex="0"
        role="slider"
        aria-label="Timeline"
        aria-valuemin=${time.from}
        aria-valuemax=${time.to - 1}
        aria-valuenow=${time.frame}
        @pointerdown=${this.down}
        @pointermove=${this.move}
        @pointerup=${this.up}
        @pointercancel=${this.up}
        @pointerleave=${this.leave}
        @wheel=${this.wheel}
        @dblclick=${() => this.layout?.fit()}
      ></canvas>
      <div class="transport" role="group" aria-label="Playing">
        ${this.button('frame-previous', 'previous', 'Previous frame')}
        ${this.button('play', time.playing ? 'pause' : 'play', time.playing ? 'Pause' : 'Play')}
        ${this.button('frame-next', 'next', 'Next frame')}
        <select class="speed" aria-label="Speed" title="Speed (${this.desk.keys.text('slower')} ${this.desk.keys.text('faster')})" @change=${this.speed}>
          ${SPEEDS.map((speed) => html`<option value=${speed} ?selected=${speed === time.speed}>${speed}×</option>`)}
        </select>
      </div>
      <kr-range-bar .desk=${this.desk}></kr-range-bar>
    `;
  }

  private button(action: ActionId, name: IconName, label: string): unknown {
    return html`<button class="icon" aria-label=${label} title="${label} (${this.desk.keys.text(action)})" @click=${() => perform(this.desk, action)}>
      ${icon(name, 16)}
    </button>`;
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('desk') || !this.surfaces) this.setUp();
    this.redraw(false);
  }

  private setUp(): void {
    const { session } = this.desk;
    const [base, over] = this.renderRoot.querySelectorAll('canvas');
    this.layout = new TimelineLayout(session.time.from, session.time.to);
    this.strip?.close();
    this.strip = new TimelineStrip(session, this.layout);
    this.wave = new TimelineWave(session, this.layout);
    this.unfollow();
    this.stops = this.follow();
    this.painter = new TimelinePainter(session, this.layout, this.strip, this.wave);
    this.gestures = new TimelineGestures(this.desk, this.layout, this.painter.events, () => this.redraw(true));
    this.surfaces = { base: new Surface(base!), over: new Surface(over!) };
    this.measure();
  }

  /** All but the playhead stays as drawn until something on it changes. */
  private follow(): (() => void)[] {
    const { session } = this.desk;
    const { labels, proposals, selection, looks, notes, runs, time, happenings } = session;
    const parts = [happenings, labels, proposals, selection, looks, notes, runs, this.layout!, this.strip!, this.wave!];
    const anew = (): void => {
      this.arrange();
      this.redraw(true);
    };
    return [
      ...parts.map((part) => part.changed.on(anew)),
      selection.changed.on(() => this.revealTrack()),
      session.preferences.changed.on(anew),
      time.changed.on((left) => {
        if (!this.gestures?.scrubbing) this.layout?.reveal(time.frame);
        if (session.shotAt(left).from !== session.shotAt(time.frame).from) anew();
      }),
    ];
  }

  private unfollow(): void {
    this.stops.forEach((stop) => stop());
    this.stops = [];
  }

  private revealTrack(): void {
    const { labels, selection } = this.desk.session;
    const tracks = labels.view.tracks();
    const row = tracks.findIndex((track) => track.id === selection.track);
    if (row >= 0) this.layout?.revealRow(row, tracks.length);
  }

  private measure(): void {
    if (!this.surfaces || !this.layout) return;
    this.surfaces.base.resize(this.clientWidth, this.clientHeight);
    this.surfaces.over.resize(this.clientWidth, this.clientHeight);
    this.layout.resize(this.clientWidth, this.clientHeight);
    this.arrange();
  }

  /** The storyboard gives way where the timeline is low. */
  private arrange(): void {
    const { session } = this.desk;
    const roomy = this.clientHeight >= STRIP_FROM && !session.preferences.get('folded.strip', false);
    this.layout?.arrange(session.task.ontology.events?.length ?? 0, roomy && this.strip?.ready === true, this.clientHeight >= STRIP_FROM && this.wave?.ready === true);
  }

  private redraw(all: boolean): void {
    this.stale ||= all;
    this.drawing ||= requestAnimationFrame(() => {
      this.drawing = 0;
      if (!this.surfaces || !this.painter) return;
      if (this.stale) this.painter.drawBase(this.surfaces.base.begin());
      this.stale = false;
      this.painter.drawTime(this.surfaces.over.begin(), this.hoverFrame);
    });
  }

  private speed(e: Event): void {
    const select = e.target as HTMLSelectElement;
    this.desk.session.time.setSpeed(Number(select.value));
    select.blur();
  }

  private place(e: PointerEvent): Place {
    const box = this.getBoundingClientRect();
    return { x: e.clientX - box.left, y: e.clientY - box.top, shift: e.shiftKey, toggle: e.ctrlKey || e.metaKey };
  }

  private down(e: PointerEvent): void {
    if (e.button !== 0) return;
    if (this.gestures?.down(this.place(e))) (e.target as Element).setPointerCapture(e.pointerId);
    this.redraw(true);
  }

  private move(e: PointerEvent): void {
    const place = this.place(e);
    const { time, labels } = this.desk.session;
    const frame = this.layout!.frameAt(place.x);
    this.hoverFrame = place.x >= 140 && frame >= time.from && frame < time.to ? frame : null;
    this.gestures?.move(place);
    (e.target as HTMLElement).style.cursor = this.gestures?.cursor(place) ?? 'default';
    const tracks = labels.view.tracks();
    const row = this.layout!.rowAt(place.y, tracks.length);
    if (!this.gestures?.scrubbing) this.title = this.tip(frame, row === null ? null : tracks[row]!.id);
    this.redraw(false);
  }

  private up(e: PointerEvent): void {
    this.gestures?.up(this.place(e));
  }

  private leave(): void {
    this.hoverFrame = null;
    this.redraw(false);
  }

  private wheel(e: WheelEvent): void {
    e.preventDefault();
    const layout = this.layout!;
    const lines = e.deltaMode === 1 ? 16 : 1;
    if (e.ctrlKey || e.metaKey) layout.zoom(e.offsetX, Math.exp(-e.deltaY * lines * 0.003));
    else if (e.shiftKey || Math.abs(e.deltaX) > Math.abs(e.deltaY)) {
      layout.pan(((e.deltaX || e.deltaY) * lines) / layout.perFrame);
    } else if (e.offsetX < 140 || e.altKey) layout.scrollRows(e.deltaY * lines, this.desk.session.labels.view.tracks().length);
    else layout.zoom(e.offsetX, Math.exp(-e.deltaY * lines * 0.0018));
  }

  private tip(frame: number, track: string | null): string {
    if (!track) return '';
    const { session } = this.desk;
    const doubt = session.doubts().find((d) => d.track === track && frame >= d.from && frame < d.to);
    return doubt ? `Doubtful ${rangeText(doubt)}, least ${doubt.least.toFixed(2)}` : '';
  }
}

customElements.define('kr-timeline-view', TimelineView);
