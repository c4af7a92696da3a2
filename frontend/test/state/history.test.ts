import { beforeEach, describe, expect, it } from 'vitest';
import { fingerprint } from '../../annotator/model/edits.js';
import type { Edit, Shape } from '../../annotator/protocol/wire.js';
import { History } from '../../annotator/state/history.js';
import { Labels } from '../../annotator/state/labels.js';
import { MemoryStore } from '../../annotator/state/outbox-store.js';
import { Outbox } from '../../annotator/state/outbox.js';
import { random } from '../random.js';
import { FakeServer } from './fake-server.js';

const box = (x: number): Shape => ({ type: 'box', x, y: 0, width: 5, height: 5, angle: 0 });

let labels: Labels;
let outbox: Outbox;
let history: History;

beforeEach(() => {
  const server = new FakeServer();
  labels = new Labels('me');
  labels.load(server.state());
  outbox = new Outbox('task', labels, new MemoryStore(), server.send);
  history = new History(labels, (edits) => outbox.push(edits));
});

/** All labels as text; a deleted track is as good as none. */
function text(): string {
  return [...labels.view.subjects()]
    .filter((subject) => !(labels.view.get(subject) as { deleted?: boolean }).deleted)
    .sort()
    .map((subject) => `${subject} ${fingerprint(labels.view.get(subject))}`)
    .join('\n');
}

/** A random edit that makes sense on the labels as they are. */
function someEdits(next: () => number): Edit[] {
  const tracks = labels.view.tracks();
  const track = tracks[Math.floor(next() * tracks.length)]?.id;
  if (!track || next() < 0.15) {
    const id = `track-${Math.floor(next() * 1e9)}`;
    return [
      { kind: 'track.create', track: id, trackKind: 'OBJECT', classId: 'dog' },
      { kind: 'keyframe.put', track: id, frame: 0, slot: 'BOX', shape: box(0), draft: true },
    ];
  }
  const frame = Math.floor(next() * 4);
  const put: Edit = { kind: 'keyframe.put', track, frame, slot: 'BOX', shape: box(Math.floor(next() * 50)), draft: true };
  const known = labels.view.keyframe(track, frame, 'BOX');
  const state = labels.view.states(track)[0];
  const acceptance = labels.view.acceptances(track)[0];
  const choices: Edit[][] = [
    [put],
    [put, { kind: 'state.put', track, frame, visibility: 'VISIBLE', attributes: { pose: next() < 0.5 ? 'lying' : 'up' } }],
    known ? [{ kind: 'keyframe.delete', track, frame, slot: 'BOX' }] : [put],
    known ? [{ kind: 'keyframe.commit', track, frame, slot: 'BOX' }] : [put],
    [{ kind: 'track.update', track, set: { name: `n${Math.floor(next() * 9)}`, z: Math.floor(next() * 3) } }],
    [{ kind: 'track.delete', track }],
    state ? [{ kind: 'state.delete', track, frame: state.frame }] : [put],
    acceptance
      ? [{ kind: 'acceptance.delete', id: acceptance.id }]
      : [{ kind: 'acceptance.put', id: `a-${next()}`, track, from: 0, to: 9, run: 'r', generation: 1 }],
  ];
  return choices[Math.floor(next() * choices.length)]!;
}

describe('undo', () => {
  it('of everything leaves nothing, and redo of everything leaves it all again', () => {
    for (let seed = 0; seed < 20; seed++) {
      const next = random(seed);
      const start = text();
      for (let i = 0; i < 60; i++) history.make('edit', 0, null, someEdits(next));
      const end = text();
      let undone = 0;
      while (history.undo().status === 'done') undone++;
      expect([undone, text()]).toEqual([60, start]);
      while (history.redo().status === 'done') undone--;
      expect([undone, text()]).toEqual([0, end]);
      while (history.undo().status === 'done') undone++;
      expect(text()).toBe(start);
    }
  });

  it('goes back step by step through the same states', () => {
    const next = random(99);
    const states = [text()];
    for (let i = 0; i < 80; i++) {
      history.make('edit', 0, null, someEdits(next));
      states.push(text());
    }
    while (states.length > 1) {
      expect(text()).toBe(states.pop());
      expect(history.undo().status).toBe('done');
    }
    expect(text()).toBe(states[0]);
  });

  it('leaves alone what somebody else has changed since, and says so', () => {
    const track = '00000000-0000-4000-8000-000000000001';
    history.make('new', 0, track, [{ kind: 'track.create', track, trackKind: 'OBJECT', classId: 'dog' }]);
    history.make('name', 0, track, [{ kind: 'track.update', track, set: { name: 'mine' } }]);
    labels.yieldTo(`track/${track}`, { ...labels.view.track(track)!, name: 'theirs', version: 7 });
    expect(history.undo().status).toBe('changed');
    expect(labels.view.track(track)!.name).toBe('theirs');
  });

  it('answers that there is nothing to undo', () => {
    expect(history.undo()).toEqual({ status: 'empty' });
  });
});
