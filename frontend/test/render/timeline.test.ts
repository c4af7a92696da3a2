import { describe, expect, it } from 'vitest';
import { EVENT_ROW, GUTTER, RULER, SHOTS, STRIP, TimelineLayout, WAVE } from '../../annotator/render/timeline-layout.js';
import { loudest } from '../../annotator/render/timeline-wave.js';
import { nearest } from '../../annotator/render/timeline-strip.js';

describe('the timeline', () => {
  it('makes room for the storyboard and for each kind of event', () => {
    const layout = new TimelineLayout(0, 100);
    layout.resize(1000, 300);
    const plain = layout.rowsTop;
    layout.arrange(3, true);
    expect(layout.rowsTop - plain).toBe(STRIP + 3 * EVENT_ROW);
    expect(layout.eventsTop).toBe(RULER + STRIP + SHOTS);
    expect([layout.eventsTop - 1, layout.eventsTop, layout.eventsTop + EVENT_ROW, layout.eventsTop + 3 * EVENT_ROW].map((y) => layout.eventRowAt(y))).toEqual([null, 0, 1, null]);
  });

  it('makes room for what is heard, above the shots', () => {
    const layout = new TimelineLayout(0, 100);
    layout.resize(1000, 300);
    layout.arrange(1, true);
    const before = [layout.shotsTop, layout.eventsTop, layout.rowsTop];
    layout.arrange(1, true, true);
    expect([layout.shotsTop, layout.eventsTop, layout.rowsTop]).toEqual(before.map((y) => y + WAVE));
    expect(layout.waveTop).toBe(RULER + STRIP);
  });

  it('shows the loudest of the frames under each pixel, however many or few there are', () => {
    const values = [0.1, 0.9, 0.2, 0.4];
    const of = (first: number, end: number): number => loudest({ from: 10, step: 2 }, values, first, end);
    expect([of(10, 11), of(11.5, 12), of(11.5, 12.5), of(10, 18), of(14, 99), of(17.9, 17.95), of(30, 31)]).toEqual([0.1, 0.1, 0.9, 0.9, 0.4, 0.4, 0]);
  });

  it('has each frame where it says, also zoomed and moved', () => {
    const layout = new TimelineLayout(20, 420);
    layout.resize(900, 300);
    for (const zoom of [1, 3, 0.5, 8]) {
      layout.zoom(GUTTER + 300, zoom);
      for (let frame = Math.ceil(layout.visible.from); frame < layout.visible.to; frame += 7) {
        expect(layout.frameAt(layout.x(frame) + layout.perFrame / 2)).toBe(frame);
      }
    }
  });

  it('shows the picture of the storyboard that lies nearest', () => {
    const frames = [0, 10, 20, 40];
    for (let frame = -5; frame < 60; frame++) {
      const least = Math.min(...frames.map((f) => Math.abs(f - frame)));
      expect(Math.abs(frames[nearest(frames, frame)]! - frame)).toBe(least);
    }
  });
});
