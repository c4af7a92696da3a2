import { describe, expect, it } from 'vitest';
import { Pinch } from '../../annotator/panels/pinch.js';
import { Navigation } from '../../annotator/state/navigation.js';

describe('two fingers', () => {
  it('hold the picture: what lies under each stays under it', () => {
    const navigation = new Navigation(640, 480);
    navigation.resize(640, 480);
    const pinch = new Pinch(() => navigation);
    expect(pinch.down(1, { x: 100, y: 100 })).toBe(false);
    expect(pinch.move(1, { x: 110, y: 100 })).toBe(false);
    expect(pinch.down(2, { x: 210, y: 100 })).toBe(true);
    const [left, right] = [navigation.toFrame({ x: 110, y: 100 }), navigation.toFrame({ x: 210, y: 100 })];
    pinch.move(1, { x: 60, y: 150 });
    pinch.move(2, { x: 260, y: 150 });
    const close = (p: { x: number; y: number }, x: number, y: number): void => {
      expect(navigation.toScreen(p).x).toBeCloseTo(x, 6);
      expect(navigation.toScreen(p).y).toBeCloseTo(y, 6);
    };
    expect(navigation.toScreen(right).x - navigation.toScreen(left).x).toBeCloseTo(200, 0);
    close({ x: (left.x + right.x) / 2, y: (left.y + right.y) / 2 }, 160, 150);
    expect([pinch.up(1), pinch.active, pinch.move(2, { x: 0, y: 0 })]).toEqual([true, false, false]);
  });
});
