const SILENCE_MS = 40000;

/** Server-sent events that start again where they stopped: after a drop, a restart of the server, or a silence. */
export class EventStream {
  private source: EventSource | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private silence: ReturnType<typeof setTimeout> | undefined;
  private pause = 500;
  private closed = false;

  constructor(
    private readonly url: () => string,
    private readonly hear: (event: string, data: unknown) => void,
    private readonly connection: (up: boolean) => void,
  ) {}

  open(): void {
    if (this.closed) return;
    const source = new EventSource(this.url(), { withCredentials: true });
    this.source = source;
    this.heard();
    source.onopen = () => {
      this.pause = 500;
      this.connection(true);
    };
    source.onerror = () => {
      source.close();
      this.connection(false);
      this.later();
    };
    for (const event of ['change', 'progress', 'presence', 'gone']) {
      source.addEventListener(event, (message) => {
        this.heard();
        this.hear(event, JSON.parse((message as MessageEvent<string>).data));
      });
    }
    source.addEventListener('beat', () => this.heard());
  }

  /** Tries now, when the network is back. */
  wake(): void {
    if (this.source?.readyState === EventSource.OPEN || this.closed) return;
    clearTimeout(this.timer);
    this.source?.close();
    this.open();
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
    clearTimeout(this.silence);
    this.source?.close();
  }

  /** A stream that stays silent for long is dead, whatever the browser thinks. */
  private heard(): void {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => this.source?.onerror?.(new Event('silence')), SILENCE_MS);
  }

  private later(): void {
    if (this.closed) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.open(), this.pause);
    this.pause = Math.min(15000, this.pause * 2);
  }
}
