import { confidenceColor, confidenceText } from '../model/confidence.js';
import { nextClear, nextSet } from '../model/bits.js';
import { boundsOf, maskOf } from '../model/shapes.js';
import type { Shape } from '../protocol/wire.js';
import type { Session } from '../state/session.js';
import type { Shown } from './shape-painter.js';
import { FONT } from './style.js';

const MANY = 14;
const HEIGHT = 20;

/** Names beside the shapes, with how sure the machine is. */
export class LabelChips {
  constructor(private readonly session: Session) {}

  draw(
    context: CanvasRenderingContext2D,
    shown: readonly Shown[],
    width: number,
    height: number,
    hovered: string | null,
  ): void {
    const many = new Set(shown.map((s) => s.track)).size > MANY;
    const named = new Set<string>();
    context.font = FONT;
    context.textBaseline = 'middle';
    for (const item of [...shown].reverse()) {
      const near = item.selected || item.track === hovered;
      const wanted = near || (!many && item.source !== 'ghost');
      if (!wanted || named.has(item.track)) continue;
      named.add(item.track);
      this.chip(context, item, width, height);
    }
  }

  /** The middle of the topmost pixels: there the name stands on the object, not beside it. */
  private peak(shape: Shape): number | null {
    const { width, height } = this.session.index;
    const mask = maskOf(shape, width, height);
    if (!mask || mask.empty) return null;
    const start = nextSet(mask.words, 0, 0, mask.width);
    return mask.x + (start + nextClear(mask.words, 0, start, mask.width)) / 2;
  }

  private chip(context: CanvasRenderingContext2D, item: Shown, width: number, height: number): void {
    const bounds = boundsOf(item.shape);
    const track = this.session.labels.view.track(item.track);
    if (!bounds || !track) return;
    const { navigation } = this.session;
    const top = navigation.toScreen({ x: this.peak(item.shape) ?? bounds.x + bounds.width / 2, y: bounds.y });
    const bottom = navigation.toScreen({ x: bounds.x + bounds.width, y: bounds.y + bounds.height });
    if (bottom.x < 0 || bottom.y < 0 || top.y > height || top.x - bounds.width * navigation.scale > width) return;
    const text = `${this.session.nameOf(track)} ${track.number ? `#${track.number}` : ''}`.trim();
    const detail = detailOf(item);
    const textWidth = context.measureText(text).width;
    const detailWidth = detail ? context.measureText(detail).width + 16 : 0;
    const full = textWidth + detailWidth + 14;
    const x = Math.round(Math.max(4, Math.min(width - full - 4, top.x - full / 2)));
    const y = Math.round(Math.max(4, Math.min(height - HEIGHT - 4, top.y - HEIGHT - 7)));
    context.fillStyle = item.selected ? 'rgb(16 20 28 / 0.92)' : 'rgb(20 22 26 / 0.76)';
    context.beginPath();
    context.roundRect(x, y, full, HEIGHT, 4);
    context.fill();
    if (item.selected) {
      context.strokeStyle = item.color;
      context.lineWidth = 1;
      context.stroke();
    }
    context.fillStyle = '#fff';
    context.fillText(text, x + 7, y + HEIGHT / 2 + 0.5);
    if (!detail) return;
    context.fillStyle = item.confidence === null ? '#aeb6c2' : '#fff';
    context.fillText(detail, x + 7 + textWidth + 16, y + HEIGHT / 2 + 0.5);
    context.fillStyle = item.confidence === null ? '#aeb6c2' : confidenceColor(item.confidence);
    context.beginPath();
    context.arc(x + 7 + textWidth + 8, y + HEIGHT / 2, 3, 0, 7);
    context.fill();
  }
}

function detailOf(item: Shown): string {
  if (item.source === 'ghost') return 'ghost';
  if (item.source === 'preview') return 'preview';
  if (item.source === 'draft') return 'draft';
  if (item.source === 'interpolated') return 'between';
  return item.confidence === null ? '' : confidenceText(item.confidence);
}
