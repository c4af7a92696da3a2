import type { Navigation, Point } from '../state/navigation.js';

/** Two fingers on the picture move and zoom it; one finger is left to the tool. */
export class Pinch {
  private readonly fingers = new Map<number, Point>();

  constructor(private readonly navigation: () => Navigation) {}

  /** More than one finger is down, or was a moment ago: what was begun with the first is no stroke. */
  get active(): boolean {
    return this.fingers.size > 1;
  }

  /** True from the second finger on. */
  down(id: number, at: Point): boolean {
    this.fingers.set(id, at);
    return this.active;
  }

  move(id: number, at: Point): boolean {
    if (!this.fingers.has(id)) return false;
    const before = [...this.fingers.values()];
    this.fingers.set(id, at);
    if (!this.active) return false;
    const after = [...this.fingers.values()];
    const from = middle(before);
    const to = middle(after);
    const navigation = this.navigation();
    navigation.pan(to.x - from.x, to.y - from.y);
    const spread = distance(before);
    if (spread > 0) navigation.zoomAt(to, distance(after) / spread);
    return true;
  }

  up(id: number): boolean {
    const was = this.active;
    this.fingers.delete(id);
    return was;
  }
}

function middle(points: readonly Point[]): Point {
  const [a, b] = points as [Point, Point];
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

function distance(points: readonly Point[]): number {
  const [a, b] = points as [Point, Point];
  return Math.hypot(a.x - b.x, a.y - b.y);
}
