import { EventStream } from '../protocol/events.js';
import type { Change, PresentUser, Run } from '../protocol/wire.js';
import type { Session } from './session.js';

const REFRESH_MS = 350;

/** Keeps a session up to date with what others and the machine do. */
export class Live {
  private readonly stream: EventStream;
  private refreshing: ReturnType<typeof setTimeout> | undefined;
  private renewed: { from: number; to: number } | null = null;
  private readonly wake = (): void => {
    this.stream.wake();
    if (this.session.outbox.count > 0) this.session.outbox.retry();
  };

  constructor(private readonly session: Session) {
    this.stream = new EventStream(
      () => session.api.eventsUrl(session.labels.seq),
      (event, data) => this.hear(event, data),
      (up) => this.connected(up),
    );
    addEventListener('online', this.wake);
    addEventListener('focus', this.wake);
    this.stream.open();
  }

  close(): void {
    removeEventListener('online', this.wake);
    removeEventListener('focus', this.wake);
    clearTimeout(this.refreshing);
    this.stream.close();
  }

  private connected(up: boolean): void {
    if (!up) return;
    if (this.session.outbox.count > 0) this.session.outbox.retry();
  }

  private hear(event: string, data: unknown): void {
    if (event === 'change') this.change(data as Change);
    else if (event === 'progress') {
      const { run, progress } = data as { run: string; progress: number };
      this.session.runs.progress(run, progress);
    } else if (event === 'gone') {
      this.close();
      this.session.notices.warn((data as { message: string }).message);
    } else this.session.setPeople((data as { users: PresentUser[] }).users);
  }

  private change(change: Change): void {
    const { session } = this;
    session.labels.seq = Math.max(session.labels.seq, change.seq);
    const after = (change.after ?? {}) as Record<string, unknown>;
    switch (change.kind) {
      case 'proposals':
        this.refreshLater(Number(after['from'] ?? 0), Number(after['to'] ?? session.time.to));
        break;
      case 'run':
        session.ranOn(after as unknown as Run);
        this.refreshLater(0, 0);
        break;
      case 'note':
        void session.notes.reload().catch(() => undefined);
        break;
      case 'task':
        void session.reloadTask().catch(() => undefined);
        void session.late.reload().catch(() => undefined);
        break;
      default:
        session.labels.receive(change);
        if (change.kind.startsWith('acceptance')) this.refreshLater(0, 0);
    }
  }

  /** Many chunks arrive in a row: ask once for all of them. */
  private refreshLater(from: number, to: number): void {
    if (to > from) {
      const r = this.renewed;
      this.renewed = r ? { from: Math.min(r.from, from), to: Math.max(r.to, to) } : { from, to };
    }
    this.refreshing ??= setTimeout(() => void this.refresh(), REFRESH_MS);
  }

  private async refresh(): Promise<void> {
    const renewed = this.renewed;
    this.renewed = null;
    try {
      await this.session.refreshProposals(renewed);
    } catch {
      this.renewed = renewed;
    }
    this.refreshing = undefined;
    if (this.renewed) this.refreshLater(this.renewed.from, this.renewed.to);
  }
}
