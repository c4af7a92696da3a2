export type Tier = 'full' | 'preview';

export interface PackPlace {
  readonly first: number;
  readonly count: number;
}

const MAGIC = 0x3150524b;
const CACHE_BYTES = 160 * 1024 * 1024;

/** Where the pictures lie in a pack: "KRP1", their number, one more offset than pictures, then the pictures. */
export function packOffsets(header: ArrayBuffer): number[] {
  const view = new DataView(header);
  if (view.byteLength < 8 || view.getUint32(0, true) !== MAGIC) throw new Error('This is not a frame pack.');
  const count = view.getUint32(4, true);
  return Array.from({ length: count + 1 }, (_, i) => view.getUint32(8 + 4 * i, true));
}

/** Reads single pictures out of frame packs: by range when one is wanted at once, by whole packs ahead of playing. */
export class PackReader {
  private readonly packs = new Map<string, ArrayBuffer>();
  private readonly loading = new Map<string, { done: Promise<ArrayBuffer>; abort: AbortController }>();
  private readonly headers = new Map<string, Promise<number[]>>();
  private bytes = 0;

  constructor(
    private readonly url: string,
    private readonly places: readonly PackPlace[],
    private readonly get: typeof fetch = (input, init) => fetch(input, init),
  ) {}

  packOf(frame: number): number {
    return this.places.findIndex((p) => frame >= p.first && frame < p.first + p.count);
  }

  async picture(frame: number, tier: Tier, urgent: boolean): Promise<Blob> {
    const pack = this.packOf(frame);
    const place = this.places[pack];
    if (!place) throw new Error(`Frame ${frame} is in no pack.`);
    const key = `${tier}/${pack}`;
    const at = frame - place.first;
    const cached = this.packs.get(key);
    if (cached) {
      this.packs.delete(key);
      this.packs.set(key, cached);
      return this.cut(cached, at);
    }
    const whole = this.whole(key, pack, tier).then((bytes) => this.cut(bytes, at));
    if (!urgent) return whole;
    return Promise.any([whole, this.single(key, pack, tier, at, place.count)]);
  }

  /** Stops loading packs that nobody waits for. */
  keepOnly(tier: Tier, frames: readonly number[]): void {
    const wanted = new Set(frames.map((frame) => `${tier}/${this.packOf(frame)}`));
    for (const [key, { abort }] of this.loading) {
      if (!wanted.has(key)) abort.abort();
    }
  }

  private whole(key: string, pack: number, tier: Tier): Promise<ArrayBuffer> {
    const running = this.loading.get(key);
    if (running) return running.done;
    const abort = new AbortController();
    const done = this.fetchBytes(pack, tier, undefined, abort.signal)
      .then((bytes) => {
        this.remember(key, bytes);
        return bytes;
      })
      .finally(() => this.loading.delete(key));
    this.loading.set(key, { done, abort });
    return done;
  }

  private async single(key: string, pack: number, tier: Tier, at: number, count: number): Promise<Blob> {
    let header = this.headers.get(key);
    if (!header) {
      header = this.fetchBytes(pack, tier, [0, 8 + 4 * (count + 1)]).then(packOffsets);
      header.catch(() => this.headers.delete(key));
      this.headers.set(key, header);
    }
    const offsets = await header;
    const bytes = await this.fetchBytes(pack, tier, [offsets[at]!, offsets[at + 1]!]);
    return new Blob([bytes], { type: 'image/jpeg' });
  }

  private async fetchBytes(
    pack: number,
    tier: Tier,
    range?: readonly [number, number],
    signal?: AbortSignal,
  ): Promise<ArrayBuffer> {
    const headers: Record<string, string> = range ? { Range: `bytes=${range[0]}-${range[1] - 1}` } : {};
    const init: RequestInit = { headers, credentials: 'same-origin', ...(signal && { signal }) };
    const response = await this.get(`${this.url}/${pack}?tier=${tier}`, init);
    if (!response.ok) throw new Error(`The server answered ${response.status} for frame pack ${pack}.`);
    const bytes = await response.arrayBuffer();
    return range && response.status !== 206 ? bytes.slice(range[0], range[1]) : bytes;
  }

  private cut(pack: ArrayBuffer, at: number): Blob {
    const offsets = packOffsets(pack);
    return new Blob([new Uint8Array(pack, offsets[at]!, offsets[at + 1]! - offsets[at]!)], { type: 'image/jpeg' });
  }

  private remember(key: string, bytes: ArrayBuffer): void {
    this.packs.set(key, bytes);
    this.bytes += bytes.byteLength;
    for (const [old, buffer] of this.packs) {
      if (this.bytes <= CACHE_BYTES || old === key) break;
      this.packs.delete(old);
      this.bytes -= buffer.byteLength;
    }
  }
}
