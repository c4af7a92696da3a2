import { css, html, nothing } from 'lit';
import type { Point } from '../state/navigation.js';
import type { Canvases } from '../render/stage.js';
import type { Touch } from '../tools/tool.js';
import { Panel } from './panel.js';
import { Pinch } from './pinch.js';
import { shared } from './styles.js';

type Gesture =
  | { readonly kind: 'tool' }
  | { readonly kind: 'wipe' }
  | { readonly kind: 'pan'; last: Point }
  | { readonly kind: 'resize'; readonly from: Point; readonly size: number };

/** The picture: pointers become touches of the tool in hand, or pan, zoom and resize the brush. */
export class CanvasView extends Panel {
  static override properties = { ...Panel.properties, panning: { type: Boolean } };
  /** Space is held: the pointer pans. */
  declare panning: boolean;

  static override styles = [
    shared,
    css`
      :host {
        position: relative;
        display: block;
        overflow: hidden;
        background: var(--kr-back);
        touch-action: none;
        user-select: none;
      }
      canvas {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
      }
      .over {
        outline: none;
      }
      .filters {
        position: absolute;
      }
    `,
  ];

  private gesture: Gesture | null = null;
  private readonly pinch = new Pinch(() => this.desk.session.navigation);
  private readonly observer = new ResizeObserver(() => this.measure());

  override connectedCallback(): void {
    super.connectedCallback();
    this.observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer.disconnect();
  }

  get canvases(): Canvases {
    const [picture, base, over] = this.renderRoot.querySelectorAll('canvas');
    return { picture: picture!, base: base!, over: over! };
  }

  override render(): unknown {
    const picture = this.desk?.session.picture;
    return html`
      <canvas style="filter:${picture?.filter('gamma') ?? 'none'}"></canvas>
      <canvas></canvas>
      ${picture && picture.adjustments.gamma !== 1 ? gammaFilter(picture.adjustments.gamma) : nothing}
      <canvas
        class="over"
        role="img"
        aria-label="The frame with its masks"
        @pointerdown=${this.down}
        @pointermove=${this.move}
        @pointerup=${this.up}
        @pointercancel=${this.up}
        @pointerleave=${this.leave}
        @dblclick=${this.doubleClick}
        @wheel=${this.wheel}
        @contextmenu=${(e: Event) => e.preventDefault()}
      ></canvas>
      <slot></slot>
    `;
  }

  protected override updated(): void {
    if (!this.desk) return;
    const { over } = this.canvases;
    const cursor = this.panning || this.gesture?.kind === 'pan' ? 'grab' : this.desk.bench.tool.cursor;
    const pointing = this.desk.session.toolbox.tool === 'select' && this.desk.stage.hovered ? 'pointer' : cursor;
    over.style.cursor = cursor === 'default' ? pointing : cursor;
  }

  measure(): void {
    if (this.desk) this.desk.stage.resize(this.clientWidth, this.clientHeight);
  }

  private touch(e: PointerEvent | MouseEvent): Touch {
    const box = this.getBoundingClientRect();
    const screen = { x: e.clientX - box.left, y: e.clientY - box.top };
    return {
      screen,
      point: this.desk.session.navigation.toFrame(screen),
      shift: e.shiftKey,
      alt: e.altKey,
      ctrl: e.ctrlKey || e.metaKey,
      exclude: e.altKey || e.button === 2 || (e.buttons & 2) !== 0,
      pressure: e instanceof PointerEvent && e.pointerType === 'pen' ? e.pressure : 0.5,
    };
  }

  private down(e: PointerEvent): void {
    const { session, bench } = this.desk;
    e.preventDefault();
    (document.activeElement as HTMLElement | null)?.blur();
    this.canvases.over.setPointerCapture(e.pointerId);
    const touch = this.touch(e);
    if (e.pointerType === 'touch' && this.pinch.down(e.pointerId, touch.screen)) {
      bench.tool.cancel();
      this.gesture = null;
      return;
    }
    if (e.button === 1 || this.panning) this.gesture = { kind: 'pan', last: touch.screen };
    else if (e.button === 2 && e.altKey) {
      this.gesture = { kind: 'resize', from: touch.screen, size: session.toolbox.brushSize };
    } else if (e.button === 0 && this.onWipe(touch.screen)) this.gesture = { kind: 'wipe' };
    else if (e.button === 0 || e.button === 2) {
      session.time.pause();
      if (session.toolbox.tool !== 'select' && !this.desk.inStep) {
        session.notices.say('The picture of this frame is still on its way.');
        return;
      }
      this.gesture = { kind: 'tool' };
      bench.tool.down(touch);
    }
    this.requestUpdate();
  }

  private move(e: PointerEvent): void {
    const { session, bench, stage } = this.desk;
    const touch = this.touch(e);
    if (e.pointerType === 'touch' && (this.pinch.move(e.pointerId, touch.screen) || !this.gesture)) return;
    this.desk.pointer = touch.point;
    const { gesture } = this;
    if (gesture?.kind === 'pan') {
      session.navigation.pan(touch.screen.x - gesture.last.x, touch.screen.y - gesture.last.y);
      gesture.last = touch.screen;
    } else if (gesture?.kind === 'wipe') session.looks.setWipe(touch.screen.x / this.clientWidth);
    else if (gesture?.kind === 'resize') {
      const by = (2 * (touch.screen.x - gesture.from.x)) / session.navigation.scale;
      session.toolbox.setBrush(gesture.size + by);
    } else {
      const parts = gesture ? e.getCoalescedEvents() : [];
      for (const part of parts.length > 0 ? parts : [e]) bench.tool.move(this.touch(part));
      if (!gesture) this.hover(touch.point);
    }
    stage.refreshTool();
  }

  private onWipe(screen: Point): boolean {
    const { looks } = this.desk.session;
    return looks.overlay === 'wipe' && Math.abs(looks.wipe * this.clientWidth - screen.x) < 10;
  }

  private up(e: PointerEvent): void {
    const { gesture } = this;
    this.pinch.up(e.pointerId);
    this.gesture = null;
    if (gesture?.kind === 'tool') this.desk.bench.tool.up(this.touch(e));
    this.requestUpdate();
  }

  private leave(): void {
    this.desk.pointer = null;
    if (!this.gesture) this.hover(null);
  }

  private doubleClick(e: MouseEvent): void {
    const { bench, session } = this.desk;
    const touch = this.touch(e);
    if (session.toolbox.tool === 'select' && !bench.hit(touch.point)) session.navigation.fit();
    else bench.tool.doubleClick(touch);
  }

  private wheel(e: WheelEvent): void {
    e.preventDefault();
    const { navigation } = this.desk.session;
    const box = this.getBoundingClientRect();
    const lines = e.deltaMode === 1 ? 16 : 1;
    if (e.shiftKey) navigation.pan(-(e.deltaX + e.deltaY) * lines, 0);
    else {
      const factor = Math.exp(-e.deltaY * lines * (e.ctrlKey ? 0.01 : 0.0016));
      navigation.zoomAt({ x: e.clientX - box.left, y: e.clientY - box.top }, factor);
    }
  }

  private hover(point: Point | null): void {
    const { session, bench, stage } = this.desk;
    const over = point && session.toolbox.tool === 'select' ? (bench.hit(point)?.track ?? null) : null;
    if (over === stage.hovered) return;
    stage.hovered = over;
    stage.refresh();
    this.requestUpdate();
  }
}

/** Middle grey becomes lighter for more than 1. */
function gammaFilter(gamma: number): unknown {
  const exponent = 1 / gamma;
  return html`<svg class="filters" width="0" height="0" aria-hidden="true">
    <filter id="gamma" color-interpolation-filters="sRGB">
      <feComponentTransfer>
        <feFuncR type="gamma" exponent=${exponent}></feFuncR>
        <feFuncG type="gamma" exponent=${exponent}></feFuncG>
        <feFuncB type="gamma" exponent=${exponent}></feFuncB>
      </feComponentTransfer>
    </filter>
  </svg>`;
}

customElements.define('kr-canvas-view', CanvasView);
