import { LitElement, css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { TusUpload } from './tus.js';

type Phase = 'sending' | 'paused' | 'waiting' | 'done' | 'failed';

interface Item {
  readonly file: File;
  readonly upload: TusUpload;
  startedAt: number;
  sent: number;
  phase: Phase;
  text: string;
}

const AT_ONCE = 2;

/** Takes recordings by drop or by choice, sends them, and shows how far each has come. */
@customElement('keyreel-uploads')
export class KeyreelUploads extends LitElement {
  static override styles = css`
    :host {
      display: contents;
    }
    :host([busy]) {
      display: block;
    }
    .over {
      position: fixed;
      inset: 72px 16px 16px;
      z-index: 10;
      display: grid;
      place-items: center;
      border: 2px dashed var(--kr-accent);
      border-radius: 16px;
      background: color-mix(in srgb, var(--kr-surface) 88%, transparent);
      font-size: 20px;
      font-weight: 600;
      pointer-events: none;
    }
    ul {
      list-style: none;
      margin: 0;
      padding: 0;
      border: 1px solid var(--kr-line);
      border-radius: 12px;
      background: var(--kr-surface);
      overflow: hidden;
    }
    li {
      display: grid;
      grid-template-columns: minmax(160px, 1fr) minmax(160px, 2fr) minmax(140px, auto) auto;
      gap: 16px;
      align-items: center;
      padding: 8px 8px 8px 16px;
    }
    li + li {
      border-top: 1px solid var(--kr-line);
    }
    .name {
      font-weight: 600;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .track {
      height: 6px;
      border-radius: 3px;
      background: var(--kr-sunken);
      overflow: hidden;
    }
    .track i {
      display: block;
      height: 100%;
      background: var(--kr-accent);
      transition: width 0.2s;
    }
    .paused .track i,
    .waiting .track i {
      background: var(--kr-muted);
    }
    .failed .text {
      color: var(--kr-low);
    }
    .done .text {
      color: var(--kr-high);
    }
    .text {
      color: var(--kr-muted);
      font-size: 12px;
      font-variant-numeric: tabular-nums;
    }
    button {
      font: inherit;
      font-size: 13px;
      color: var(--kr-accent-text);
      background: none;
      border: 0;
      border-radius: 8px;
      padding: 6px 10px;
      cursor: pointer;
    }
    button:hover {
      background: var(--kr-sunken);
    }
    button:focus-visible {
      outline: 2px solid var(--kr-accent);
    }
  `;

  @property() project = '';
  @state() private items: Item[] = [];
  @state() private dragging = false;
  private depth = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('dragenter', this.onEnter);
    window.addEventListener('dragleave', this.onLeave);
    window.addEventListener('dragover', this.onOver);
    window.addEventListener('drop', this.onDrop);
    window.addEventListener('beforeunload', this.onUnload);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('dragenter', this.onEnter);
    window.removeEventListener('dragleave', this.onLeave);
    window.removeEventListener('dragover', this.onOver);
    window.removeEventListener('drop', this.onDrop);
    window.removeEventListener('beforeunload', this.onUnload);
  }

  /** Opens the browser's file dialog; to be called from a click. */
  choose(): void {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.accept = 'video/*,.mkv,.avi,.mov,.ts,.webm,.mp4,.m4v';
    input.onchange = () => this.add(input.files);
    input.click();
  }

  private add(files: FileList | null): void {
    for (const file of files ?? []) this.items.push(this.item(file));
    this.next();
  }

  private item(file: File): Item {
    const item: Item = {
      file,
      startedAt: 0,
      sent: 0,
      phase: 'paused',
      text: 'Waiting for its turn',
      upload: new TusUpload(file, this.project, {
        progress: (sent) => this.change(item, 'sending', sent, rate(item, sent)),
        waiting: (reason) => this.change(item, 'waiting', item.sent, reason),
        done: () => this.finish(item),
        failed: (message) => this.change(item, 'failed', item.sent, message),
      }),
    };
    return item;
  }

  private next(): void {
    const active = this.items.filter((item) => item.phase === 'sending' || item.phase === 'waiting').length;
    this.items
      .filter((item) => item.phase === 'paused' && item.startedAt === 0)
      .slice(0, Math.max(0, AT_ONCE - active))
      .forEach((item) => this.resume(item));
    this.requestUpdate();
  }

  private resume(item: Item): void {
    item.startedAt = performance.now();
    item.phase = 'sending';
    void item.upload.start().then(() => this.next());
    this.requestUpdate();
  }

  private pause(item: Item): void {
    item.upload.pause();
    this.change(item, 'paused', item.sent, 'Paused');
  }

  private async discard(item: Item): Promise<void> {
    this.items = this.items.filter((other) => other !== item);
    if (item.phase !== 'done') await item.upload.cancel();
    this.next();
  }

  private finish(item: Item): void {
    this.change(item, 'done', item.file.size, 'Arrived; its frames are being read');
    this.dispatchEvent(new CustomEvent('uploaded', { bubbles: true, composed: true }));
    setTimeout(() => {
      this.items = this.items.filter((other) => other !== item);
    }, 4000);
  }

  private change(item: Item, phase: Phase, sent: number, text: string): void {
    item.phase = phase;
    item.sent = sent;
    item.text = text;
    this.requestUpdate();
  }

  protected override updated(): void {
    this.toggleAttribute('busy', this.items.length > 0);
  }

  override render(): TemplateResult {
    return html`
      ${this.dragging ? html`<div class="over">Drop the recordings here</div>` : nothing}
      ${this.items.length > 0 ? html`<ul aria-label="Uploads" aria-live="polite">${this.items.map((item) => this.row(item))}</ul>` : nothing}
    `;
  }

  private row(item: Item): TemplateResult {
    const share = item.file.size === 0 ? 1 : item.sent / item.file.size;
    const active = item.phase === 'sending' || item.phase === 'waiting';
    return html`<li class=${item.phase}>
      <span class="name" title=${item.file.name}>${item.file.name}</span>
      <span
        class="track"
        role="progressbar"
        aria-label=${item.file.name}
        aria-valuenow=${Math.round(share * 100)}
        ><i style="width:${share * 100}%"></i
      ></span>
      <span class="text">${item.text}</span>
      <span>
        ${active ? html`<button @click=${() => this.pause(item)}>Pause</button>` : nothing}
        ${item.phase === 'paused' && item.startedAt > 0
          ? html`<button @click=${() => this.resume(item)}>Resume</button>`
          : nothing}
        ${item.phase === 'done'
          ? nothing
          : html`<button @click=${() => this.discard(item)}>${item.phase === 'failed' ? 'Dismiss' : 'Cancel'}</button>`}
      </span>
    </li>`;
  }

  private readonly onEnter = (event: DragEvent): void => {
    if (!carriesFiles(event)) return;
    this.depth++;
    this.dragging = true;
  };

  private readonly onLeave = (event: DragEvent): void => {
    if (!carriesFiles(event)) return;
    this.depth = Math.max(0, this.depth - 1);
    this.dragging = this.depth > 0;
  };

  private readonly onOver = (event: DragEvent): void => {
    if (carriesFiles(event)) event.preventDefault();
  };

  private readonly onDrop = (event: DragEvent): void => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    this.depth = 0;
    this.dragging = false;
    this.add(event.dataTransfer?.files ?? null);
  };

  private readonly onUnload = (event: BeforeUnloadEvent): void => {
    if (this.items.some((item) => item.phase === 'sending' || item.phase === 'waiting')) event.preventDefault();
  };
}

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

function rate(item: Item, sent: number): string {
  const seconds = (performance.now() - item.startedAt) / 1000;
  const share = `${Math.floor((sent / Math.max(1, item.file.size)) * 100)} %`;
  if (seconds < 1 || sent <= item.sent) return share;
  const perSecond = sent / seconds;
  return `${share} · ${(perSecond / 1e6).toFixed(1)} MB/s · ${left((item.file.size - sent) / perSecond)} left`;
}

function left(seconds: number): string {
  return seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`;
}
