import { Emitter } from '../state/emitter.js';
import type { Session } from '../state/session.js';
import type { Storyboard } from '../protocol/wire.js';
import { GUTTER, RULER, type TimelineLayout } from './timeline-layout.js';

/** Small pictures along the whole video, so that one sees where one is. */
export class TimelineStrip {
  readonly changed = new Emitter();
  private board: Storyboard | null = null;
  private sheet: ImageBitmap | null = null;

  constructor(
    private readonly session: Session,
    private readonly layout: TimelineLayout,
  ) {
    void this.load().catch(() => undefined);
  }

  close(): void {
    this.sheet?.close();
  }

  /** There are pictures to show. */
  get ready(): boolean {
    return this.sheet !== null;
  }

  draw(context: CanvasRenderingContext2D): void {
    const { board, sheet, layout } = this;
    const height = layout.stripHeight - 4;
    if (!board || !sheet || height <= 0) return;
    const width = (height * board.tileWidth) / board.tileHeight;
    const start = Math.floor((layout.x(layout.visible.from) - GUTTER) / width);
    for (let i = start; GUTTER + i * width < layout.width; i++) {
      const x = GUTTER + i * width;
      const frame = layout.frameAt(x + width / 2);
      if (frame >= layout.to) break;
      const tile = nearest(board.frames, frame);
      const sx = (tile % board.columns) * board.tileWidth;
      const sy = Math.floor(tile / board.columns) * board.tileHeight;
      const shown = Math.min(width, layout.x(layout.to) - x);
      const part = shown / width;
      context.drawImage(sheet, sx, sy, board.tileWidth * part, board.tileHeight, x, RULER + 2, shown - 0.5, height);
    }
  }

  private async load(): Promise<void> {
    const { api, task } = this.session;
    const { id } = task.video;
    this.board = await api.storyboard(id);
    const answer = await fetch(api.storyboardUrl(id), { credentials: 'same-origin' });
    if (!answer.ok) return;
    this.sheet = await createImageBitmap(await answer.blob());
    this.changed.emit();
  }
}

/** Where in a list of frames the one nearest to a frame stands. */
export function nearest(frames: readonly number[], frame: number): number {
  let low = 0;
  let high = frames.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (frames[middle]! < frame) low = middle + 1;
    else high = middle;
  }
  return low > 0 && frame - frames[low - 1]! <= frames[low]! - frame ? low - 1 : low;
}
