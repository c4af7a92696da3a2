import type { Session } from './session.js';

const SOON_MS = 700;
const STILL_HERE_MS = 6000;

/** Tells the others which frame and track this person is at. */
export class Presence {
  private soon: ReturnType<typeof setTimeout> | undefined;
  private readonly still: ReturnType<typeof setInterval>;
  private readonly stop: (() => void)[];

  constructor(private readonly session: Session) {
    this.stop = [session.time.changed.on(() => this.later()), session.selection.changed.on(() => this.later())];
    this.still = setInterval(() => this.tell(), STILL_HERE_MS);
    this.tell();
  }

  close(): void {
    this.stop.forEach((stop) => stop());
    clearInterval(this.still);
    clearTimeout(this.soon);
    void this.session.api.left().catch(() => undefined);
  }

  private later(): void {
    this.soon ??= setTimeout(() => this.tell(), SOON_MS);
  }

  private tell(): void {
    clearTimeout(this.soon);
    this.soon = undefined;
    if (document.hidden) return;
    const { api, time, selection, outbox } = this.session;
    void api.presence(time.frame, selection.track, outbox.count).catch(() => undefined);
  }
}
