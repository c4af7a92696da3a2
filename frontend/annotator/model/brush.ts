import type { RunVisitor } from './mask.js';

/** Visits the pixels whose centres lie within `radius` of the segment: one stroke of a round brush. */
export function stroke(ax: number, ay: number, bx: number, by: number, radius: number, visit: RunVisitor): void {
  const first = Math.floor(Math.min(ay, by) - radius);
  const last = Math.ceil(Math.max(ay, by) + radius);
  const corners = sides(ax, ay, bx, by, radius);
  for (let y = first; y <= last; y++) {
    const cy = y + 0.5;
    const span: [number, number] = [Infinity, -Infinity];
    disc(ax, ay, radius, cy, span);
    disc(bx, by, radius, cy, span);
    if (corners) quad(corners, cy, span);
    const x0 = Math.ceil(span[0] - 0.5);
    const x1 = Math.floor(span[1] - 0.5) + 1;
    if (x0 < x1) visit(y, x0, x1);
  }
}

/** The same for a square brush: every pixel whose centre an upright square passes over. */
export function squareStroke(ax: number, ay: number, bx: number, by: number, half: number, visit: RunVisitor): void {
  const first = Math.floor(Math.min(ay, by) - half);
  const last = Math.ceil(Math.max(ay, by) + half);
  for (let y = first; y <= last; y++) {
    const cy = y + 0.5;
    const [t0, t1] = within(ay - cy, by - ay, half);
    if (t0 > t1) continue;
    const from = ax + (bx - ax) * t0;
    const to = ax + (bx - ax) * t1;
    const x0 = Math.ceil(Math.min(from, to) - half - 0.5);
    const x1 = Math.floor(Math.max(from, to) + half - 0.5) + 1;
    if (x0 < x1) visit(y, x0, x1);
  }
}

/** The part of the way, from 0 to 1, on which |offset + t · by| is at most `half`. */
function within(offset: number, by: number, half: number): [number, number] {
  if (by === 0) return Math.abs(offset) <= half ? [0, 1] : [1, 0];
  const a = (-half - offset) / by;
  const b = (half - offset) / by;
  return [Math.max(0, Math.min(a, b)), Math.min(1, Math.max(a, b))];
}

function disc(cx: number, cy: number, radius: number, y: number, span: [number, number]): void {
  const dy = y - cy;
  const rest = radius * radius - dy * dy;
  if (rest < 0) return;
  const half = Math.sqrt(rest);
  span[0] = Math.min(span[0], cx - half);
  span[1] = Math.max(span[1], cx + half);
}

function sides(ax: number, ay: number, bx: number, by: number, radius: number): number[] | null {
  const length = Math.hypot(bx - ax, by - ay);
  if (length === 0) return null;
  const nx = ((ay - by) / length) * radius;
  const ny = ((bx - ax) / length) * radius;
  return [ax + nx, ay + ny, bx + nx, by + ny, bx - nx, by - ny, ax - nx, ay - ny];
}

function quad(corners: number[], y: number, span: [number, number]): void {
  for (let i = 0; i < 8; i += 2) {
    const next = (i + 2) % 8;
    const y0 = corners[i + 1]!;
    const y1 = corners[next + 1]!;
    if (y0 <= y === y1 <= y) continue;
    const x = corners[i]! + ((y - y0) / (y1 - y0)) * (corners[next]! - corners[i]!);
    span[0] = Math.min(span[0], x);
    span[1] = Math.max(span[1], x);
  }
}
