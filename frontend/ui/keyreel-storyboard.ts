import { LitElement, css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';

interface Board {
  readonly columns: number;
  readonly rows: number;
  readonly frames: readonly number[];
}

/** A recording's picture; under the pointer it runs through the whole recording. */
@customElement('keyreel-storyboard')
export class KeyreelStoryboard extends LitElement {
  static override styles = css`
    :host {
      display: block;
      position: relative;
      aspect-ratio: 16 / 9;
      overflow: hidden;
      background: var(--kr-sunken);
    }
    img,
    .board {
      position: absolute;
      inset: 0;
      width: 100%;
      height: 100%;
      object-fit: cover;
    }
    .board {
      background-repeat: no-repeat;
    }
    .at {
      position: absolute;
      inset-block: 0;
      width: 2px;
      background: #fff;
      box-shadow: 0 0 2px #000;
    }
  `;

  @property() video = '';
  @state() private board: Board | null = null;
  @state() private at = -1;
  private asked = '';

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('pointerenter', this.onEnter);
    this.addEventListener('pointermove', this.onMove);
    this.addEventListener('pointerleave', this.onLeave);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('pointerenter', this.onEnter);
    this.removeEventListener('pointermove', this.onMove);
    this.removeEventListener('pointerleave', this.onLeave);
  }

  override render(): TemplateResult {
    return html`<img src="/api/v1/videos/${this.video}/poster.jpg" alt="" loading="lazy" />${this.tile()}`;
  }

  private tile(): TemplateResult | typeof nothing {
    const board = this.board;
    if (!board || this.at < 0 || board.frames.length === 0) return nothing;
    const n = Math.min(board.frames.length - 1, Math.floor(this.at * board.frames.length));
    const x = (n % board.columns) / Math.max(1, board.columns - 1);
    const y = Math.floor(n / board.columns) / Math.max(1, board.rows - 1);
    return html`<div
        class="board"
        style="background-image:url(/api/v1/videos/${this.video}/storyboard.jpg);background-size:${board.columns *
        100}% ${board.rows * 100}%;background-position:${x * 100}% ${y * 100}%"
      ></div>
      <div class="at" style="left:${this.at * 100}%"></div>`;
  }

  private readonly onEnter = (): void => {
    if (this.asked === this.video) return;
    this.asked = this.video;
    void fetch(`/api/v1/videos/${this.video}/storyboard.json`)
      .then((response) => (response.ok ? (response.json() as Promise<Board>) : null))
      .then((board) => {
        this.board = board;
      })
      .catch(() => {
        this.asked = '';
      });
  };

  private readonly onMove = (event: PointerEvent): void => {
    const box = this.getBoundingClientRect();
    this.at = Math.min(0.999, Math.max(0, (event.clientX - box.left) / box.width));
  };

  private readonly onLeave = (): void => {
    this.at = -1;
  };
}
