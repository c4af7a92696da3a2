/** Server-sent events that start again where they stopped: after a drop, a restart of the server, or a silence. */
export class EventStream {
  private source: EventSource | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
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
    source.onopen = () => {
      this.pause = 500;
      this.connection(true);
    };
    source.onerror = () => {
      source.close();
      this.connection(false);
      this.later();
    };
    for (const event of ['change', 'progress', 'presence']) {
      source.addEventListener(event, (message) => this.hear(event, JSON.parse((message as MessageEvent<string>).data)));
    }
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
    this.source?.close();
  }

  private later(): void {
    if (this.closed) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.open(), this.pause);
    this.pause = Math.min(15000, this.pause * 2);
  }
}
