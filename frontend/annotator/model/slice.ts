import { Bits } from './bits.js';
import { Mask } from './mask.js';
import { minus, piecesOf } from './morphology.js';

/**
 * Cuts a mask along a line (flat: x0, y0, …). Pixels that the line passes through go to the larger side that they
 * touch. Null where the line does not part the mask.
 */
export function sliced(mask: Mask, line: readonly number[], frameWidth: number, frameHeight: number): [Mask, Mask] | null {
  const cut = new Bits(frameWidth, frameHeight);
  for (let i = 0; i + 3 < line.length; i += 2) {
    trace(line[i]!, line[i + 1]!, line[i + 2]!, line[i + 3]!, (x, y) => cut.row(y, x, x + 1, true));
  }
  const onLine = new Bits(frameWidth, frameHeight).add(mask);
  const lineMask = cut.mask();
  const before = piecesOf(mask).length;
  const parts = piecesOf(onLine.remove(lineMask).mask());
  if (parts.length <= before) return null;
  const [largest, ...others] = parts as [Mask, ...Mask[]];
  const rest = new Bits(frameWidth, frameHeight);
  for (const part of others) if (beside(part, lineMask)) rest.add(part);
  const second = rest.mask();
  if (second.empty || largest.empty) return null;
  return [minus(mask, second, frameWidth, frameHeight), second];
}

/** Every pixel that a segment passes through, neighbours by their sides. */
function trace(ax: number, ay: number, bx: number, by: number, visit: (x: number, y: number) => void): void {
  let [x, y] = [Math.floor(ax), Math.floor(ay)];
  const [endX, endY] = [Math.floor(bx), Math.floor(by)];
  const [dx, dy] = [bx - ax, by - ay];
  const [stepX, stepY] = [Math.sign(dx), Math.sign(dy)];
  let nextX = dx === 0 ? Infinity : ((stepX > 0 ? x + 1 : x) - ax) / dx;
  let nextY = dy === 0 ? Infinity : ((stepY > 0 ? y + 1 : y) - ay) / dy;
  visit(x, y);
  for (let guard = Math.abs(endX - x) + Math.abs(endY - y); guard > 0; guard--) {
    if (nextX < nextY) {
      x += stepX;
      nextX += Math.abs(1 / dx);
    } else {
      y += stepY;
      nextY += Math.abs(1 / dy);
    }
    visit(x, y);
  }
}

function beside(part: Mask, line: Mask): boolean {
  let found = false;
  line.runs((y, x0, x1) => {
    for (let x = x0; !found && x < x1; x++) {
      found = part.has(x - 1, y) || part.has(x + 1, y) || part.has(x, y - 1) || part.has(x, y + 1);
    }
  });
  return found;
}
