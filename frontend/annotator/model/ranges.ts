/** A run of frames, half open: `from` is in it, `to` is not. */
export interface FrameRange {
  readonly from: number;
  readonly to: number;
}

export function contains(range: FrameRange, frame: number): boolean {
  return frame >= range.from && frame < range.to;
}

export function overlaps(a: FrameRange, b: FrameRange): boolean {
  return a.from < b.to && b.from < a.to;
}

export function intersect(a: FrameRange, b: FrameRange): FrameRange | null {
  const from = Math.max(a.from, b.from);
  const to = Math.min(a.to, b.to);
  return from < to ? { from, to } : null;
}

/** The fewest ranges that hold exactly these frames. */
export function rangesOf(frames: Iterable<number>): FrameRange[] {
  const sorted = [...new Set(frames)].sort((a, b) => a - b);
  const ranges: { from: number; to: number }[] = [];
  for (const frame of sorted) {
    const last = ranges[ranges.length - 1];
    if (last && last.to === frame) last.to++;
    else ranges.push({ from: frame, to: frame + 1 });
  }
  return ranges;
}

/** Frames as people read them, both ends named: "148–171" or "148". */
export function rangeText(range: FrameRange): string {
  return range.to - range.from === 1 ? `${range.from}` : `${range.from}–${range.to - 1}`;
}
