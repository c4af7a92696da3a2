import type { Pixels } from './pixels.js';

/** What a step onto a pixel costs: little along edges of the picture, 1 to 64. */
export interface CostMap {
  readonly width: number;
  readonly height: number;
  readonly cost: Uint8Array;
}

const DEAREST = 64;

export function costMap({ width, height, data }: Pixels): CostMap {
  const grey = new Uint8Array(width * height);
  for (let i = 0; i < grey.length; i++) grey[i] = (data[4 * i]! * 77 + data[4 * i + 1]! * 150 + data[4 * i + 2]! * 29) >> 8;
  const steep = new Uint16Array(grey.length);
  let most = 1;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      const [nw, n, ne] = [grey[i - width - 1]!, grey[i - width]!, grey[i - width + 1]!];
      const [sw, s, se] = [grey[i + width - 1]!, grey[i + width]!, grey[i + width + 1]!];
      const gx = ne + 2 * grey[i + 1]! + se - nw - 2 * grey[i - 1]! - sw;
      const gy = sw + 2 * s + se - nw - 2 * n - ne;
      steep[i] = Math.min(1020, Math.hypot(gx, gy));
      most = Math.max(most, steep[i]!);
    }
  }
  const cost = new Uint8Array(grey.length);
  for (let i = 0; i < cost.length; i++) cost[i] = 1 + Math.round((DEAREST - 1) * (1 - Math.min(1, steep[i]! / (most * 0.5))) ** 2);
  return { width, height, cost };
}

const STEPS = [[1, 0, 10], [0, 1, 10], [-1, 0, 10], [0, -1, 10], [1, 1, 14], [-1, 1, 14], [-1, -1, 14], [1, -1, 14]] as const;

/** The cheapest ways from one pixel to all others of a window around it. */
export class Paths {
  private readonly x0: number;
  private readonly y0: number;
  private readonly width: number;
  private readonly height: number;
  private readonly from: Int32Array;
  private readonly total: Int32Array;
  private readonly start: number;

  constructor(map: CostMap, x: number, y: number, reach = 256) {
    this.x0 = Math.max(0, x - reach);
    this.y0 = Math.max(0, y - reach);
    this.width = Math.min(map.width, x + reach + 1) - this.x0;
    this.height = Math.min(map.height, y + reach + 1) - this.y0;
    this.from = new Int32Array(this.width * this.height).fill(-1);
    this.total = new Int32Array(this.width * this.height).fill(0x7fffffff);
    this.start = (y - this.y0) * this.width + (x - this.x0);
    this.spread(map);
  }

  /** What the way to a pixel costs; a straight step ten times its pixel, a slanted one fourteen times. */
  costTo(x: number, y: number): number {
    return this.total[this.index(x, y)]!;
  }

  /** The pixels of the way, from the start on; the nearest pixel of the window stands for one outside. */
  to(x: number, y: number): { x: number; y: number }[] {
    const way: { x: number; y: number }[] = [];
    for (let at = this.index(x, y); at >= 0; at = this.from[at]!) {
      way.push({ x: (at % this.width) + this.x0, y: Math.floor(at / this.width) + this.y0 });
    }
    return way.reverse();
  }

  private index(x: number, y: number): number {
    const i = Math.max(0, Math.min(this.width - 1, Math.floor(x) - this.x0));
    const j = Math.max(0, Math.min(this.height - 1, Math.floor(y) - this.y0));
    return j * this.width + i;
  }

  /** Dijkstra with a ring of buckets, one for each cost a step can have. */
  private spread(map: CostMap): void {
    const ring: number[][] = Array.from({ length: DEAREST * 14 + 1 }, () => []);
    const { total, from, width, height } = this;
    total[this.start] = 0;
    ring[0]!.push(this.start);
    let waiting = 1;
    for (let d = 0; waiting > 0; d++) {
      const bucket = ring[d % ring.length]!;
      for (let i = 0; i < bucket.length; i++) {
        const at = bucket[i]!;
        waiting--;
        if (total[at] !== d) continue;
        const x = at % width;
        const y = (at - x) / width;
        for (const [dx, dy, length] of STEPS) {
          const [nx, ny] = [x + dx, y + dy];
          if (nx < 0 || ny < 0 || nx >= width || ny >= height) continue;
          const next = ny * width + nx;
          const cost = d + length * map.cost[(ny + this.y0) * map.width + nx + this.x0]!;
          if (cost >= total[next]!) continue;
          total[next] = cost;
          from[next] = at;
          ring[cost % ring.length]!.push(next);
          waiting++;
        }
      }
      bucket.length = 0;
    }
  }
}
