import { Emitter } from '../state/emitter.js';
import type { VideoIndex } from '../protocol/wire.js';
import type { Tier } from './pack-reader.js';
import type { FromWorker, ToWorker } from './packs.worker.js';

const MEMORY = 256 * 1024 * 1024;

/** Decoded frames around the one looked at; asks the worker for what comes next in the direction of time. */
export class FrameSource {
  readonly arrived = new Emitter<number>();
  readonly failed = new Emitter<number>();
  private readonly worker: Worker;
  private readonly ring = new Map<string, ImageBitmap>();
  private readonly capacity: number;
  private centre = 0;

  constructor(
    url: string,
    private readonly index: VideoIndex,
  ) {
    this.capacity = Math.max(12, Math.min(160, Math.floor(MEMORY / (index.width * index.height * 4))));
    this.worker = new Worker(new URL('./packs.worker.ts', import.meta.url), { type: 'module' });
    this.worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.hear(data);
    this.send({ type: 'open', url, packs: index.packs });
  }

  close(): void {
    this.worker.terminate();
    for (const bitmap of this.ring.values()) bitmap.close();
    this.ring.clear();
  }

  has(frame: number, tier: Tier): boolean {
    return this.ring.has(`${tier}/${frame}`) || this.ring.has(`full/${frame}`);
  }

  /** The best picture of a frame that is here already. */
  get(frame: number): ImageBitmap | null {
    return this.ring.get(`full/${frame}`) ?? this.ring.get(`preview/${frame}`) ?? null;
  }

  want(frame: number, direction: 1 | -1, tier: Tier, step = 1): void {
    this.centre = frame;
    const ahead = Math.floor(this.capacity * 0.6);
    const behind = Math.floor(this.capacity * 0.15);
    const frames: number[] = [];
    for (let i = 0; i <= ahead; i++) this.maybe(frames, frame + i * direction * step, tier);
    for (let i = 1; i <= behind; i++) this.maybe(frames, frame - i * direction, tier);
    this.send({ type: 'want', tier, now: this.has(frame, tier) ? null : frame, frames });
  }

  private maybe(frames: number[], frame: number, tier: Tier): void {
    const inside = frame >= 0 && frame < this.index.frameCount;
    if (inside && !this.has(frame, tier)) frames.push(frame);
  }

  private hear(message: FromWorker): void {
    if (message.type === 'failed') {
      this.failed.emit(message.frame);
      return;
    }
    const key = `${message.tier}/${message.frame}`;
    this.ring.get(key)?.close();
    this.ring.set(key, message.bitmap);
    this.evict();
    this.arrived.emit(message.frame);
  }

  private evict(): void {
    while (this.ring.size > this.capacity) {
      let farthest = '';
      let distance = -1;
      for (const key of this.ring.keys()) {
        const d = Math.abs(Number(key.slice(key.indexOf('/') + 1)) - this.centre);
        if (d > distance) [farthest, distance] = [key, d];
      }
      this.ring.get(farthest)?.close();
      this.ring.delete(farthest);
    }
  }

  private send(message: ToWorker): void {
    this.worker.postMessage(message);
  }
}
