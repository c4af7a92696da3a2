import type { Point } from '../state/navigation.js';

/** A line that is seen on every picture. */
export function inkLine(context: CanvasRenderingContext2D, points: readonly Point[], color = '#fff', closed = false): void {
  context.beginPath();
  points.forEach((p, i) => (i === 0 ? context.moveTo(p.x, p.y) : context.lineTo(p.x, p.y)));
  if (closed) context.closePath();
  context.lineJoin = 'round';
  context.strokeStyle = 'rgb(0 0 0 / 0.55)';
  context.lineWidth = 3.5;
  context.stroke();
  context.strokeStyle = color;
  context.lineWidth = 1.5;
  context.stroke();
}

export function dot(context: CanvasRenderingContext2D, p: Point, radius: number, strong: boolean): void {
  context.beginPath();
  context.arc(p.x, p.y, radius, 0, 7);
  context.fillStyle = strong ? '#5b9dff' : '#0c0d10';
  context.strokeStyle = '#fff';
  context.lineWidth = 1.5;
  context.fill();
  context.stroke();
}

export function crossHairs(context: CanvasRenderingContext2D, { x, y }: Point): void {
  context.fillStyle = 'rgb(255 255 255 / 0.35)';
  context.fillRect(0, Math.round(y), context.canvas.width, 1);
  context.fillRect(Math.round(x), 0, 1, context.canvas.height);
}

/** Eighths of a pixel: finer than anybody points, and short to write. */
export function eighth(p: Point): Point {
  return { x: Math.round(p.x * 8) / 8, y: Math.round(p.y * 8) / 8 };
}
