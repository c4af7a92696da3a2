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
