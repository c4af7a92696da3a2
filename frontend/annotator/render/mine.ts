import { outline, smooth } from '../model/outline.js';
import { linesOf, maskOf } from '../model/shapes.js';
import type { Shape } from '../protocol/wire.js';
import type { Session } from '../state/session.js';
import { FONT } from './style.js';

const COLOR = '#ffb3c4';

/** A lost version, dashed, so that it can be told from the one that stands. */
export function drawMine(context: CanvasRenderingContext2D, shape: Shape, { index, navigation }: Session): void {
  const rings = shape.type === 'mask' ? outline(maskOf(shape, index.width, index.height)!).map(smooth) : linesOf(shape);
  context.save();
  context.setLineDash([7, 5]);
  context.strokeStyle = COLOR;
  context.lineWidth = 2;
  for (const ring of rings) {
    context.beginPath();
    for (let i = 0; i < ring.length; i += 2) {
      const p = navigation.toScreen({ x: ring[i]!, y: ring[i + 1]! });
      if (i === 0) context.moveTo(p.x, p.y);
      else context.lineTo(p.x, p.y);
    }
    context.closePath();
    context.stroke();
  }
  context.setLineDash([]);
  context.font = FONT;
  const text = 'dashed: your version';
  context.fillStyle = 'rgb(12 13 16 / 0.86)';
  context.fillRect(12, 12, context.measureText(text).width + 16, 24);
  context.fillStyle = COLOR;
  context.textBaseline = 'middle';
  context.fillText(text, 20, 24.5);
  context.restore();
}
