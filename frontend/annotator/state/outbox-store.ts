import type { Op } from '../protocol/wire.js';

/** An edit on its way. `after` names the op whose outcome gives this one its base version. */
export interface Waiting {
  readonly n: number;
  readonly task: string;
  readonly op: Op;
  readonly after: string | null;
}

/** An edit that the server did not take, kept until the person decides. */
export interface Kept {
  readonly id: string;
  readonly task: string;
  readonly subject: string;
  readonly reason: 'conflict' | 'refused';
  readonly message: string;
  readonly ops: readonly Op[];
}

export interface OutboxStore {
  readonly durable: boolean;
  load(task: string): Promise<{ waiting: Waiting[]; kept: Kept[] }>;
  add(waiting: readonly Waiting[]): Promise<void>;
  /** In one step: what is done goes, what depends on it learns its base, what was not taken is kept. */
  settle(done: readonly Waiting[], changed: readonly Waiting[], kept: readonly Kept[]): Promise<void>;
  forget(kept: string): Promise<void>;
}

export class MemoryStore implements OutboxStore {
  readonly durable = false;
  async load(): Promise<{ waiting: Waiting[]; kept: Kept[] }> {
    return { waiting: [], kept: [] };
  }
  async add(): Promise<void> {}
  async settle(): Promise<void> {}
  async forget(): Promise<void> {}
}

const NAME = 'keyreel-annotator';

/** Survives a crash of the tab, the browser and the machine. */
export class IndexedStore implements OutboxStore {
  readonly durable = true;

  private constructor(private readonly db: IDBDatabase) {}

  static async open(): Promise<OutboxStore> {
    try {
      const request = indexedDB.open(NAME, 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore('waiting', { keyPath: 'op.op' }).createIndex('task', 'task');
        request.result.createObjectStore('kept', { keyPath: 'id' }).createIndex('task', 'task');
      };
      const db = await answer(request);
      db.onversionchange = () => db.close();
      return new IndexedStore(db);
    } catch {
      return new MemoryStore();
    }
  }

  async load(task: string): Promise<{ waiting: Waiting[]; kept: Kept[] }> {
    const tx = this.db.transaction(['waiting', 'kept']);
    const waiting = answer<Waiting[]>(tx.objectStore('waiting').index('task').getAll(task));
    const kept = answer<Kept[]>(tx.objectStore('kept').index('task').getAll(task));
    return { waiting: (await waiting).sort((a, b) => a.n - b.n), kept: await kept };
  }

  async add(waiting: readonly Waiting[]): Promise<void> {
    await this.write((tx) => waiting.forEach((w) => tx.objectStore('waiting').put(w)));
  }

  async settle(done: readonly Waiting[], changed: readonly Waiting[], kept: readonly Kept[]): Promise<void> {
    await this.write((tx) => {
      done.forEach((w) => tx.objectStore('waiting').delete(w.op.op));
      changed.forEach((w) => tx.objectStore('waiting').put(w));
      kept.forEach((k) => tx.objectStore('kept').put(k));
    });
  }

  async forget(kept: string): Promise<void> {
    await this.write((tx) => tx.objectStore('kept').delete(kept));
  }

  private write(work: (tx: IDBTransaction) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      const tx = this.db.transaction(['waiting', 'kept'], 'readwrite', { durability: 'strict' });
      tx.oncomplete = () => resolve();
      tx.onerror = tx.onabort = () => reject(tx.error ?? new Error('The browser could not write.'));
      work(tx);
    });
  }
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
