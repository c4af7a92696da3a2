import { describe, expect, it } from 'vitest';
import { versionsOf } from '../../annotator/panels/history-list.js';
import type { Change, Shape } from '../../annotator/protocol/wire.js';

const mask: Shape = { type: 'mask', x: 1, y: 1, width: 2, height: 2, counts: '04' };
const change = (kind: string, before: unknown, after: unknown): Change => ({
  seq: 1, op: 'o', kind, subject: 's', before, after, author: null, at: '2026-01-01T00:00:00Z', task: null,
});

describe('the versions of a change', () => {
  it('are the masks before and after it, either of which may be missing', () => {
    expect(versionsOf(change('keyframe.put', null, { shape: mask }))).toEqual({ before: null, after: mask });
    expect(versionsOf(change('keyframe.delete', { shape: mask }, null))).toEqual({ before: mask, after: null });
  });

  it('are none where nothing with pixels was changed', () => {
    expect(versionsOf(change('keyframe.put', null, { shape: { type: 'points', points: [1, 2] } }))).toBeNull();
    expect(versionsOf(change('state.put', null, { visibility: 'ABSENT' }))).toBeNull();
  });
});
