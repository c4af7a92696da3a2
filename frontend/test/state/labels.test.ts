import { describe, expect, it } from 'vitest';
import type { Change, Keyframe, LabelState, Track } from '../../annotator/protocol/wire.js';
import { Labels, subjectOfChange } from '../../annotator/state/labels.js';

const T = '0198c1f2-0000-7000-8000-00000000000a';
const track: Track = { id: T, number: 1, kind: 'OBJECT', classId: 'dog', name: '', color: null, attributes: {}, z: 0, version: 2 };
const keyframe = (version: number, x: number): Keyframe => ({
  track: T,
  frame: 5,
  slot: 'BOX',
  shape: { type: 'box', x, y: 0, width: 1, height: 1, angle: 0 },
  draft: false,
  version,
});
const state: LabelState = { seq: 10, tracks: [track], keyframes: [keyframe(3, 0)], states: [], acceptances: [], proposals: [], runs: [] };
const change = (kind: string, subject: string, after: unknown, op: string | null = null): Change => ({
  seq: 11, op, kind, subject, after, author: { id: 'ana', name: 'Ana' }, at: '', task: null,
});

function loaded(): Labels {
  const labels = new Labels('me');
  labels.load(state);
  return labels;
}

describe('labels', () => {
  it('take what others change when it is newer, and not when it is older', () => {
    const labels = loaded();
    expect(labels.receive(change('keyframe.put', `${T}:5:BOX`, keyframe(4, 40)))).toBe(true);
    expect(labels.receive(change('keyframe.put', `${T}:5:BOX`, keyframe(3, 99)))).toBe(false);
    expect(labels.view.keyframe(T, 5, 'BOX')).toMatchObject({ version: 4, shape: { x: 40 } });
    expect(labels.seq).toBe(11);
  });

  it('drop what others delete, however its subject is written', () => {
    for (const subject of [`${T}:5:BOX`, `keyframe/${T}/BOX/5`, `${T}/5/BOX`]) {
      const labels = loaded();
      labels.receive(change('keyframe.delete', subject, null));
      expect(labels.view.keyframes(T), subject).toEqual([]);
    }
  });

  it('keep a waiting edit above what others change', () => {
    const labels = loaded();
    labels.add({ ...keyframe(0, 7), kind: 'keyframe.put', op: 'mine', base: 3 });
    labels.receive(change('keyframe.put', `${T}:5:BOX`, keyframe(4, 40)));
    expect(labels.view.keyframe(T, 5, 'BOX')).toMatchObject({ shape: { x: 7 } });
  });

  it('do not take an echo of a waiting edit for somebody else', () => {
    const labels = loaded();
    labels.add({ ...keyframe(0, 7), kind: 'keyframe.put', op: 'mine', base: 3 });
    expect(labels.receive(change('keyframe.put', `${T}:5:BOX`, keyframe(4, 7), 'mine'))).toBe(false);
  });

  it('hide a deleted track and bring a restored one back', () => {
    const labels = loaded();
    labels.receive(change('track.delete', T, { ...track, deleted: true, version: 3 }));
    expect(labels.view.tracks()).toEqual([]);
    labels.receive(change('track.restore', T, { ...track, deleted: false, version: 4 }));
    expect(labels.view.tracks()).toHaveLength(1);
  });

  it('know no subject for changes that are not labels', () => {
    expect(subjectOfChange(change('proposals', T, { run: 'r' }))).toBeNull();
  });
});
