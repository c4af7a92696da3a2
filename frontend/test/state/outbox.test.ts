import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '../../annotator/protocol/api.js';
import type { Edit, Shape } from '../../annotator/protocol/wire.js';
import { Labels } from '../../annotator/state/labels.js';
import { IndexedStore } from '../../annotator/state/outbox-store.js';
import { Outbox } from '../../annotator/state/outbox.js';
import { FakeServer } from './fake-server.js';

const box = (x: number): Shape => ({ type: 'box', x, y: 0, width: 5, height: 5, angle: 0 });
const create: Edit = { kind: 'track.create', track: 't1', trackKind: 'OBJECT', classId: 'dog' };
const put = (x: number): Edit => ({ kind: 'keyframe.put', track: 't1', frame: 3, slot: 'BOX', shape: box(x), draft: true });

let task = 0;
let server: FakeServer;

beforeEach(() => {
  task++;
  server = new FakeServer();
});

async function visit(): Promise<{ labels: Labels; outbox: Outbox }> {
  const labels = new Labels('me');
  labels.load(server.state());
  const outbox = new Outbox(`task ${task}`, labels, await IndexedStore.open(), server.send);
  await outbox.open();
  return { labels, outbox };
}

const drained = (outbox: Outbox): Promise<void> =>
  vi.waitFor(() => expect([outbox.count, outbox.saving]).toEqual([0, 'saved']), { timeout: 4000 });

describe('the outbox', () => {
  it('sends edits in order, each subject on the version that the one before it made', async () => {
    const { labels, outbox } = await visit();
    outbox.push([create, put(1)]);
    outbox.push([put(2)]);
    outbox.push([put(3), { kind: 'keyframe.commit', track: 't1', frame: 3, slot: 'BOX' }]);
    expect(outbox.saving).toBe('saving');
    await drained(outbox);
    expect(server.batches.flat()).toEqual(['track.create', 'keyframe.put', 'keyframe.put', 'keyframe.put', 'keyframe.commit']);
    expect(server.entities.get('keyframe/t1/3/BOX')).toMatchObject({ shape: box(3), draft: false, version: 4 });
    expect(labels.view.track('t1')).toMatchObject({ number: 1, version: 1 });
    expect(labels.view.keyframe('t1', 3, 'BOX')).toMatchObject({ version: 4, author: 'me' });
  });

  it('keeps edits through a crash while the server is away, and replays them', async () => {
    server.failures = Array.from({ length: 9 }, () => new ApiError(0, 'away'));
    const before = await visit();
    before.outbox.push([create, put(1)]);
    before.outbox.push([put(2)]);
    await vi.waitFor(() => expect(before.outbox.saving).toBe('offline'));
    before.outbox.close();
    server.failures = [];
    const { labels, outbox } = await visit();
    expect(labels.view.keyframe('t1', 3, 'BOX')).toMatchObject({ shape: box(2) });
    await drained(outbox);
    expect(server.entities.get('keyframe/t1/3/BOX')).toMatchObject({ shape: box(2), version: 2 });
  });

  it('does an edit once when its answer was lost', async () => {
    server.failures = ['lost-answer'];
    const { outbox } = await visit();
    outbox.push([create, put(1)]);
    await drained(outbox);
    expect(server.seq).toBe(2);
    expect(outbox.kept).toEqual([]);
  });

  it('says that the sign-in has ended and goes on after the next one', async () => {
    server.failures = [new ApiError(401, 'Your sign-in has ended.')];
    const { outbox } = await visit();
    outbox.push([create]);
    await vi.waitFor(() => expect(outbox.saving).toBe('signed-out'));
    outbox.retry();
    await drained(outbox);
    expect(server.entities.has('track/t1')).toBe(true);
  });

  it('keeps both versions of a conflict, and can insist on its own', async () => {
    const { labels, outbox } = await visit();
    outbox.push([create, put(1)]);
    await drained(outbox);
    server.entities.set('keyframe/t1/3/BOX', { track: 't1', frame: 3, slot: 'BOX', shape: box(77), draft: false, version: 9 });
    outbox.push([put(2)]);
    outbox.push([put(4)]);
    await drained(outbox);
    expect(labels.view.keyframe('t1', 3, 'BOX')).toMatchObject({ shape: box(77), version: 9 });
    expect(outbox.kept).toMatchObject([{ reason: 'conflict', message: 'Ana changed this first.' }]);
    const { outbox: later } = await visit();
    expect(later.kept).toHaveLength(1);
    outbox.insist(outbox.kept[0]!);
    await drained(outbox);
    expect(server.entities.get('keyframe/t1/3/BOX')).toMatchObject({ shape: box(4) });
    expect(outbox.kept).toEqual([]);
  });

  it('hands over everything that came late, in order, and shows what stands', async () => {
    const { labels, outbox } = await visit();
    outbox.push([create, put(1)]);
    await drained(outbox);
    server.late = true;
    server.failures = ['lost-answer'];
    let told = 0;
    outbox.branched.on(() => told++);
    outbox.push([put(2)]);
    outbox.push([put(3), { kind: 'keyframe.commit', track: 't1', frame: 3, slot: 'BOX' }]);
    await drained(outbox);
    expect(server.apart.map((op) => [op.kind, op.base])).toEqual([['keyframe.put', 1], ['keyframe.put', -1], ['keyframe.commit', -2]]);
    expect(told).toBe(3);
    expect(outbox.kept).toEqual([]);
    expect(labels.view.keyframe('t1', 3, 'BOX')).toMatchObject({ shape: box(1), version: 1 });
    const { labels: later, outbox: next } = await visit();
    expect(next.count).toBe(0);
    expect(later.view.keyframe('t1', 3, 'BOX')).toMatchObject({ shape: box(1) });
  });

  it('lets one refused edit not hold up the others', async () => {
    const refused = new ApiError(422, 'This shape is outside the frame.');
    server.failures = [refused, refused];
    const { outbox } = await visit();
    outbox.push([put(9)]);
    outbox.push([create]);
    await drained(outbox);
    expect(outbox.kept).toMatchObject([{ reason: 'refused', message: 'This shape is outside the frame.' }]);
    expect(server.entities.has('track/t1')).toBe(true);
  });

  it('asks nobody where two people meant the same', async () => {
    const { outbox } = await visit();
    outbox.push([create]);
    await drained(outbox);
    const [mine, theirs] = [await visit(), await visit()];
    theirs.outbox.push([{ kind: 'track.update', track: 't1', set: { name: 'Rex' } }]);
    await drained(theirs.outbox);
    mine.outbox.push([{ kind: 'track.update', track: 't1', set: { name: 'Rex' } }]);
    await drained(mine.outbox);
    expect(mine.outbox.kept).toEqual([]);
    expect(mine.labels.view.track('t1')).toMatchObject({ name: 'Rex', version: 2 });
    theirs.outbox.push([{ kind: 'track.update', track: 't1', set: { name: 'Max' } }]);
    await drained(theirs.outbox);
    mine.outbox.push([{ kind: 'track.update', track: 't1', set: { name: 'Bello' } }]);
    await drained(mine.outbox);
    expect(mine.outbox.kept.map((k) => k.reason)).toEqual(['conflict']);
  });

  it('brings a deleted track back for the edit that a person insists on', async () => {
    const { labels, outbox } = await visit();
    outbox.push([create, put(1)]);
    await drained(outbox);
    outbox.push([{ kind: 'track.delete', track: 't1' }]);
    await drained(outbox);
    const kept = { id: 'k', task: `task ${task}`, subject: 'keyframe/t1/3/BOX', reason: 'refused' as const, message: '', ops: [{ ...put(7), op: 'o', base: 1 }] };
    outbox.insist(kept);
    await drained(outbox);
    expect(server.batches.at(-1)).toEqual(['track.restore', 'keyframe.put']);
    expect(labels.view.keyframe('t1', 3, 'BOX')?.shape).toEqual(box(7));
    expect(labels.view.tracks().map((t) => t.id)).toEqual(['t1']);
  });
});
