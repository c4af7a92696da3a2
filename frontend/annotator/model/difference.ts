import { Mask } from './mask.js';
import { minus } from './morphology.js';

/** What people made of a proposal, pixel by pixel. */
export interface Difference {
  readonly kept: Mask;
  readonly added: Mask;
  readonly removed: Mask;
}

const made = new WeakMap<Mask, WeakMap<Mask, Difference>>();

export function differenceOf(proposed: Mask, now: Mask, frameWidth: number, frameHeight: number): Difference {
  let of = made.get(proposed);
  if (!of) made.set(proposed, (of = new WeakMap()));
  let difference = of.get(now);
  if (!difference) {
    const added = minus(now, proposed, frameWidth, frameHeight);
    const removed = minus(proposed, now, frameWidth, frameHeight);
    difference = { added, removed, kept: minus(now, added, frameWidth, frameHeight) };
    of.set(now, difference);
  }
  return difference;
}

/** How much two masks have in common: the intersection over the union, 1 for two empty ones. */
export function overlapOf({ kept, added, removed }: Difference): number {
  const common = kept.area();
  const all = common + added.area() + removed.area();
  return all === 0 ? 1 : common / all;
}
