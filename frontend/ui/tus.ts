/** Sends one file by tus 1.0.0: in pieces, resumable after a pause, a drop of the line or a reload. */
export interface TusEvents {
  progress(sent: number): void;
  waiting(reason: string): void;
  done(): void;
  failed(message: string): void;
}

const ENDPOINT = '/api/v1/uploads';
const PIECE = 16 * 1024 * 1024;
const PAUSES = [1, 2, 4, 8, 15];
const HEADERS = { 'Tus-Resumable': '1.0.0', 'X-Keyreel-Client': 'web' };

class Refused extends Error {}

export class TusUpload {
  private url: string | null;
  private request: XMLHttpRequest | null = null;
  private running = false;
  private tries = 0;
  /** Counts starts: a loop that a pause and a new start overtook ends by itself. */
  private turn = 0;
  private wake: () => void = () => {};

  constructor(
    private readonly file: File,
    private readonly project: string,
    private readonly events: TusEvents,
  ) {
    this.url = localStorage.getItem(this.key());
  }

  async start(): Promise<void> {
    this.running = true;
    const turn = ++this.turn;
    while (this.running && turn === this.turn) {
      try {
        await this.send(turn);
        return;
      } catch (error) {
        if (!this.running || turn !== this.turn) return;
        if (error instanceof Refused) {
          this.forget();
          this.running = false;
          this.events.failed(error.message);
          return;
        }
        await this.pauseAfterFailure();
      }
    }
  }

  pause(): void {
    this.running = false;
    this.request?.abort();
    this.wake();
  }

  async cancel(): Promise<void> {
    this.pause();
    const url = this.url;
    this.forget();
    if (url) await fetch(url, { method: 'DELETE', headers: HEADERS }).catch(() => undefined);
  }

  private async send(turn: number): Promise<void> {
    const current = (): boolean => this.running && turn === this.turn;
    let offset = await this.offset();
    while (current() && offset < this.file.size) {
      this.events.progress(offset);
      offset = await this.piece(offset);
      this.tries = 0;
    }
    if (current()) {
      this.running = false;
      this.forget();
      this.events.done();
    }
  }

  /** How much the server has; makes the upload where there is none. */
  private async offset(): Promise<number> {
    if (this.url) {
      const head = await fetch(this.url, { method: 'HEAD', headers: HEADERS });
      const known = Number(head.headers.get('Upload-Offset') ?? Number.NaN);
      if (head.ok && Number.isFinite(known)) return known;
      if (head.status >= 500) throw new Error('away');
      this.forget();
    }
    const made = await fetch(ENDPOINT, { method: 'POST', headers: { ...HEADERS, ...this.description() } });
    const location = made.headers.get('Location');
    if (made.status !== 201 || !location) throw await refusal(made);
    this.url = new URL(location, window.location.href).pathname;
    localStorage.setItem(this.key(), this.url);
    return 0;
  }

  private description(): Record<string, string> {
    return {
      'Upload-Length': String(this.file.size),
      'Upload-Metadata': `filename ${base64(this.file.name)},project ${base64(this.project)}`,
    };
  }

  private piece(offset: number): Promise<number> {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      this.request = request;
      request.open('PATCH', this.url!);
      for (const [name, value] of Object.entries(HEADERS)) request.setRequestHeader(name, value);
      request.setRequestHeader('Upload-Offset', String(offset));
      request.setRequestHeader('Content-Type', 'application/offset+octet-stream');
      request.upload.onprogress = (event) => this.events.progress(offset + event.loaded);
      request.onerror = () => reject(new Error('dropped'));
      request.onabort = () => reject(new Error('paused'));
      request.onload = () => {
        if (request.status === 204) resolve(Number(request.getResponseHeader('Upload-Offset')));
        else if (request.status >= 500 || request.status === 409) reject(new Error('again'));
        else reject(new Refused(sentence(request.responseText, request.status)));
      };
      request.send(this.file.slice(offset, offset + PIECE));
    });
  }

  private async pauseAfterFailure(): Promise<void> {
    const seconds = PAUSES[Math.min(this.tries++, PAUSES.length - 1)]!;
    this.events.waiting(`The line dropped; going on in ${seconds} s`);
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => this.wake(), seconds * 1000);
      const online = (): void => this.wake();
      this.wake = () => {
        clearTimeout(timer);
        removeEventListener('online', online);
        this.wake = () => {};
        resolve();
      };
      addEventListener('online', online);
    });
  }

  private forget(): void {
    localStorage.removeItem(this.key());
    this.url = null;
  }

  private key(): string {
    return `keyreel.upload:${this.project}:${this.file.name}:${this.file.size}:${this.file.lastModified}`;
  }
}

async function refusal(response: Response): Promise<Error> {
  if (response.status >= 500) return new Error('away');
  return new Refused(sentence(await response.text(), response.status));
}

function sentence(body: string, status: number): string {
  try {
    const message = (JSON.parse(body) as { message?: string }).message;
    if (message) return message;
  } catch {
    // not ours: the status alone has to do
  }
  return status === 401
    ? 'You are signed out; sign in and choose the file again, it goes on where it was.'
    : `The server refused the file (${status}); try again.`;
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
