import { describe, expect, it } from 'vitest';
import { Happenings } from '../../annotator/state/happenings.js';

describe('what seems to happen', () => {
  it('is offered in turn until most of it is labelled', async () => {
    const events = [[4, 12], [20, 30], [40, 44]].map(([from, to]) => ({ from: from!, to: to!, confidence: 0.8 }));
    const happenings = new Happenings(async () => ({ events }));
    await happenings.load();
    const at = (frame: number, ...labelled: [number, number][]): number | null =>
      happenings.next(frame, labelled.map(([from, to]) => ({ from, to })))?.from ?? null;
    expect([at(0), at(4), at(35), at(40)]).toEqual([4, 20, 40, 4]);
    expect([at(4, [22, 30]), at(4, [28, 34]), at(0, [0, 60])]).toEqual([40, 20, null]);
  });
});
