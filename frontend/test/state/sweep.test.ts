import { describe, expect, it } from 'vitest';
import type { Op } from '../../annotator/protocol/wire.js';
import { Emitter } from '../../annotator/state/emitter.js';
import { Guidelines } from '../../annotator/state/guidelines.js';
import { Preferences } from '../../annotator/state/preferences.js';
import { Sweep } from '../../annotator/state/sweep.js';
import { Timepoint } from '../../annotator/state/timepoint.js';

const row = { id: 's', speed: 2, frames: 0, misses: 0 };

/** A sweep over ten frames, with what it told the server. */
function sweeping(): {
  sweep: Sweep;
  time: Timepoint;
  looked: Emitter<number>;
  settled: Emitter<Op>;
  told: unknown[];
  said: string[];
  revealed: boolean[];
  offline: (on: boolean) => void;
} {
  let away = false;
  const told: unknown[] = [];
  const said: string[] = [];
  const revealed: boolean[] = [];
  const tell = async (what: unknown): Promise<typeof row> => {
    if (away) throw new Error('away');
    told.push(what);
    return row;
  };
  const time = new Timepoint(20, 30, 25);
  const looked = new Emitter<number>();
  const settled = new Emitter<Op>();
  const sweep = new Sweep({
    api: {
      startSweep: (speed) => tell(`start ${speed}`),
      sweepShown: (_, ranges) => tell(ranges),
      sweepMissed: (_, track, frame) => tell(`${track} missing at ${frame}`),
    },
    time,
    looks: { reveal: (on) => void revealed.push(on) },
    coverage: { looked },
    outbox: { settled },
    notices: { say: (text) => void said.push(text), warn: (text) => void said.push(text) },
    firstFrame: () => 23,
  });
  return { sweep, time, looked, settled, told, said, revealed, offline: (on) => void (away = on) };
}

const created = (track: string): Op => ({ op: 'o', base: 0, kind: 'track.create', track, trackKind: 'OBJECT', classId: null });

describe('a sweep', () => {
  it('shows everything from the start, leaves no frame out, and tells what was really shown', async () => {
    const { sweep, time, looked, told, revealed, said } = sweeping();
    await sweep.start(2);
    expect([time.frame, time.playing, time.speed, time.everyFrame, revealed]).toEqual([20, true, 2, true, [true]]);
    for (const frame of [20, 21, 22, 25, 21]) looked.emit(frame);
    expect(sweep.share).toBe(0.4);
    sweep.end();
    await Promise.resolve();
    expect(told).toEqual(['start 2', [[20, 23], [25, 26]]]);
    expect([time.playing, time.speed, time.everyFrame, revealed, sweep.active]).toEqual([false, 1, false, [true, false], false]);
    expect(said).toEqual(['Sweep: 4 of 10 frames shown, nothing was missing.']);
  });

  it('goes on at the first frame that was not shown, and ends when there is none', async () => {
    const { sweep, time, looked } = sweeping();
    await sweep.start(1);
    for (const frame of [20, 21, 22, 29]) looked.emit(frame);
    time.pause();
    time.go(29);
    sweep.goOn();
    expect([time.frame, time.playing]).toEqual([22, true]);
    for (let frame = 20; frame < 30; frame++) looked.emit(frame);
    expect([sweep.share, sweep.active]).toEqual([1, true]);
    sweep.goOn();
    expect(sweep.active).toBe(false);
  });

  it('counts objects added on the way once the server has them, apart from other edits', async () => {
    const { sweep, settled, told, said } = sweeping();
    settled.emit(created('early'));
    await sweep.start(4);
    settled.emit(created('ball'));
    settled.emit({ op: 'o', base: 1, kind: 'track.delete', track: 'old' });
    expect(sweep.misses).toBe(1);
    sweep.end();
    expect(told).toEqual(['start 4', 'ball missing at 23']);
    expect(said).toEqual(['Sweep: 0 of 10 frames shown, 1 missing object added.']);
  });

  it('tells later what it cannot tell now, and does not start where nobody hears it', async () => {
    const { sweep, looked, settled, told, offline, said } = sweeping();
    await sweep.start(1);
    offline(true);
    looked.emit(20);
    settled.emit(created('ball'));
    await new Promise((done) => setTimeout(done));
    offline(false);
    looked.emit(21);
    sweep.end();
    await new Promise((done) => setTimeout(done));
    expect(told).toEqual(['start 1', [[20, 22]], 'ball missing at 23']);
    offline(true);
    await sweep.start(1);
    expect([sweep.active, said.at(-1)]).toEqual([false, 'The sweep did not start: away']);
  });
});

describe('guidelines', () => {
  it('are news until they are opened, and news again when they change', async () => {
    let version = 0;
    const preferences = new Preferences({ preferences: async () => ({}), putPreferences: async () => undefined }, null);
    const guidelines = new Guidelines('p', async () => ({ version, markdown: 'Be *exact*.', html: '<p>Be <em>exact</em>.</p>' }), preferences);
    await guidelines.reload();
    expect([guidelines.current, guidelines.news]).toEqual([null, false]);
    version = 3;
    await guidelines.reload();
    expect([guidelines.open, guidelines.news]).toEqual([false, true]);
    guidelines.show(true);
    expect([guidelines.open, guidelines.news]).toEqual([true, false]);
    guidelines.show(false);
    version = 4;
    await guidelines.reload();
    expect(guidelines.news).toBe(true);
    preferences.close();
  });
});
