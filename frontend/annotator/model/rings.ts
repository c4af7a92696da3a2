/** Points at even steps along a closed ring (flat: x0, y0, …), from its first point. */
export function resampled(ring: readonly number[], points: number): number[] {
  const n = ring.length / 2;
  const along = [0];
  for (let i = 0; i < n; i++) {
    const next = (i + 1) % n;
    along.push(along[i]! + Math.hypot(ring[2 * next]! - ring[2 * i]!, ring[2 * next + 1]! - ring[2 * i + 1]!));
  }
  const result: number[] = [];
  let edge = 0;
  for (let k = 0; k < points; k++) {
    const at = (along[n]! * k) / points;
    while (edge < n - 1 && along[edge + 1]! <= at) edge++;
    const length = along[edge + 1]! - along[edge]!;
    const f = length === 0 ? 0 : (at - along[edge]!) / length;
    const next = (edge + 1) % n;
    result.push(ring[2 * edge]! + f * (ring[2 * next]! - ring[2 * edge]!));
    result.push(ring[2 * edge + 1]! + f * (ring[2 * next + 1]! - ring[2 * edge + 1]!));
  }
  return result;
}

/** The ring turned (and reversed if need be) to lie nearest to `model`, point by point. */
export function aligned(ring: readonly number[], model: readonly number[]): number[] {
  const n = ring.length / 2;
  let best: number[] = [...ring];
  let least = Infinity;
  for (const direction of [1, -1]) {
    for (let start = 0; start < n; start++) {
      let cost = 0;
      for (let i = 0; i < n && cost < least; i++) {
        const from = (((start + direction * i) % n) + n) % n;
        cost += (ring[2 * from]! - model[2 * i]!) ** 2 + (ring[2 * from + 1]! - model[2 * i + 1]!) ** 2;
      }
      if (cost >= least) continue;
      least = cost;
      best = turned(ring, start, direction);
    }
  }
  return best;
}

function turned(ring: readonly number[], start: number, direction: number): number[] {
  const n = ring.length / 2;
  return Array.from({ length: n }, (_, i) => (((start + direction * i) % n) + n) % n).flatMap((from) => [
    ring[2 * from]!,
    ring[2 * from + 1]!,
  ]);
}

/** A ring with fewer points, none of the dropped ones farther than `tolerance` from it (Douglas and Peucker). */
export function simplified(ring: readonly number[], tolerance: number): number[] {
  const n = ring.length / 2;
  if (n < 4) return [...ring];
  const far = farthestFrom(ring, 0, 0, n);
  const kept = new Set<number>([0, far.at]);
  split(ring, 0, far.at, tolerance, kept);
  split(ring, far.at, n, tolerance, kept);
  return [...kept].sort((a, b) => a - b).flatMap((i) => [ring[2 * i]!, ring[2 * i + 1]!]);
}

function split(ring: readonly number[], from: number, to: number, tolerance: number, kept: Set<number>): void {
  const stack: [number, number][] = [[from, to]];
  while (stack.length > 0) {
    const [a, b] = stack.pop()!;
    const far = farthestFrom(ring, a, b, b);
    if (far.at < 0 || far.distance <= tolerance) continue;
    kept.add(far.at);
    stack.push([a, far.at], [far.at, b]);
  }
}

/** The point between `a` and `end` that is farthest from the line a–b; from the point a where both are one. */
function farthestFrom(ring: readonly number[], a: number, b: number, end: number): { at: number; distance: number } {
  const n = ring.length / 2;
  const [ax, ay, bx, by] = [ring[2 * a]!, ring[2 * a + 1]!, ring[2 * (b % n)]!, ring[2 * (b % n) + 1]!];
  let found = { at: -1, distance: -1 };
  for (let i = a + 1; i < end; i++) {
    const distance = toSegment(ring[2 * i]!, ring[2 * i + 1]!, ax, ay, bx, by);
    if (distance > found.distance) found = { at: i, distance };
  }
  return found;
}

/** How far a point is from a segment. */
export function toSegment(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const [dx, dy] = [bx - ax, by - ay];
  const long = dx * dx + dy * dy;
  const t = long === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / long));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}
