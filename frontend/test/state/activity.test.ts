import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ActivityMoment } from '../../annotator/protocol/wire.js';
import { Activity } from '../../annotator/state/activity.js';

describe('activity', () => {
  let now = 0;
  let told: ActivityMoment[][] = [];
  let away = false;
  let activity: Activity;

  beforeEach(() => {
    vi.stubGlobal('addEventListener', () => undefined);
    vi.stubGlobal('removeEventListener', () => undefined);
    vi.stubGlobal('document', { hidden: false });
    now = 1000;
    told = [];
    away = false;
    const tell = async (moments: readonly ActivityMoment[]): Promise<void> => {
      told.push([...moments]);
      if (away) throw new Error('away');
    };
    activity = new Activity(tell, () => 7, () => now);
  });

  afterEach(() => activity.close());

  it('tells one moment in ten seconds, as how long ago it was', async () => {
    now += 4000;
    activity.did();
    now += 7000;
    activity.did();
    now += 3000;
    await activity.report();

    expect(told[0]?.map((moment) => [moment.ago, moment.frame])).toEqual([[14000, 7], [3000, 7]]);
  });

  it('tells what was lost again, under the same ids', async () => {
    away = true;
    await activity.report();
    away = false;
    now += 60000;
    await activity.report();
    await activity.report();

    expect(told).toHaveLength(2);
    expect(told[1]?.map((moment) => moment.id)).toEqual(told[0]?.map((moment) => moment.id));
    expect(told[1]?.[0]?.ago).toBe(60000);
  });

  it('tells nothing while nobody looks', async () => {
    await activity.report();
    (document as { hidden: boolean }).hidden = true;
    now += 30000;
    activity.did();
    await activity.report();

    expect(told).toHaveLength(1);
  });
});
