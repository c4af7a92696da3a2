import type { Session } from '../state/session.js';

const LEAST_PX = 6;

/** Lines over the picture at even steps of its pixels. */
export function drawGrid(context: CanvasRenderingContext2D, session: Session): void {
  const { grid } = session.picture;
  const { x, y, scale } = session.navigation;
  if (grid === 0 || grid * scale < LEAST_PX) return;
  const { width, height } = session.index;
  context.beginPath();
  for (let i = 0; i <= width; i += grid) {
    const at = Math.round(x + i * scale) + 0.5;
    context.moveTo(at, y);
    context.lineTo(at, y + height * scale);
  }
  for (let j = 0; j <= height; j += grid) {
    const at = Math.round(y + j * scale) + 0.5;
    context.moveTo(x, at);
    context.lineTo(x + width * scale, at);
  }
  context.strokeStyle = 'rgb(255 255 255 / 0.22)';
  context.lineWidth = 1;
  context.stroke();
}
