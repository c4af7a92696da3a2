import { Emitter } from './emitter.js';

export type Settings = Readonly<Record<string, unknown>>;

/** Where a person's settings are kept beyond this browser. */
export interface SettingsStore {
  preferences(): Promise<Settings>;
  putPreferences(settings: Settings): Promise<unknown>;
}

const LOCAL = 'keyreel.annotator';
const OURS = 'annotator';
const LATER_MS = 1200;

/** What a person set up for themselves: at hand at once from this browser, and the same on every other one. */
export class Preferences {
  readonly changed = new Emitter<string>();
  private values: Record<string, unknown>;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private touched = new Set<string>();

  constructor(
    private readonly store: SettingsStore,
    private readonly local: Pick<Storage, 'getItem' | 'setItem'> | null = localStore(),
  ) {
    this.values = { ...parsed(local?.getItem(LOCAL)) };
  }

  get<T>(key: string, fallback: T): T {
    return (this.values[key] as T | undefined) ?? fallback;
  }

  set(key: string, value: unknown): void {
    this.values[key] = value;
    this.touched.add(key);
    this.keep();
    this.changed.emit(key);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save(), LATER_MS);
  }

  /** Takes what the server has; what was set here meanwhile leads. */
  async load(): Promise<void> {
    const theirs = ((await this.store.preferences())[OURS] ?? {}) as Record<string, unknown>;
    for (const [key, value] of Object.entries(theirs)) {
      if (this.touched.has(key) || JSON.stringify(this.values[key]) === JSON.stringify(value)) continue;
      this.values[key] = value;
      this.changed.emit(key);
    }
    this.keep();
  }

  close(): void {
    if (this.timer === undefined) return;
    clearTimeout(this.timer);
    void this.save();
  }

  /** Settings of other screens stay as they are. */
  private async save(): Promise<void> {
    this.timer = undefined;
    const mine = Object.fromEntries([...this.touched].map((key) => [key, this.values[key]]));
    this.touched = new Set();
    try {
      const all = await this.store.preferences();
      await this.store.putPreferences({ ...all, [OURS]: { ...(all[OURS] as object | undefined), ...mine } });
    } catch {
      Object.keys(mine).forEach((key) => this.touched.add(key));
    }
  }

  private keep(): void {
    try {
      this.local?.setItem(LOCAL, JSON.stringify(this.values));
    } catch {
      this.values = { ...this.values };
    }
  }
}

function localStore(): Storage | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

function parsed(text: string | null | undefined): Record<string, unknown> {
  try {
    return text ? (JSON.parse(text) as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
