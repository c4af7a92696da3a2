import { describe, expect, it } from 'vitest';
import { inkOn, trackColors } from '../../annotator/model/colors.js';
import { bandOf, confidenceText } from '../../annotator/model/confidence.js';
import { rangesOf, rangeText } from '../../annotator/model/ranges.js';
import type { Track } from '../../annotator/protocol/wire.js';

const track = (id: string, classId: string, color: string | null = null): Track => ({
  id, number: 1, kind: 'OBJECT', classId, name: '', color, attributes: {}, z: 0, version: 1,
});

describe('colours', () => {
  it('are the class for its first object, and different for the ones after it', () => {
    const classes = [{ id: 'dog', name: 'dog', kind: 'thing', color: '#3a8dff', attributes: [] }];
    const colors = trackColors(['a', 'b', 'c', 'd'].map((id) => track(id, 'dog')), classes);
    expect(colors.get('a')).toBe('#3a8dff');
    expect(new Set(colors.values()).size).toBe(4);
    for (const color of colors.values()) expect(color).toMatch(/^#[0-9a-f]{6}$/);
  });

  it('are the track\'s own where it has one', () => {
    expect(trackColors([track('a', 'dog', '#123456')], []).get('a')).toBe('#123456');
  });

  it('carry ink that can be read', () => {
    expect([inkOn('#F0E442'), inkOn('#0072B2'), inkOn('#000000')]).toEqual(['#10131a', '#fff', '#fff']);
  });
});

describe('confidence', () => {
  it('is never shown as more than it is', () => {
    expect([confidenceText(0.799), confidenceText(0.8), confidenceText(1), confidenceText(0.29)]).toEqual(['0.79', '0.80', '1.00', '0.29']);
    expect([bandOf(0.8), bandOf(0.799), bandOf(0.599)]).toEqual(['high', 'middle', 'low']);
  });
});

describe('ranges of frames', () => {
  it('hold exactly the frames given, and name both ends', () => {
    expect(rangesOf([5, 3, 4, 9, 3])).toEqual([{ from: 3, to: 6 }, { from: 9, to: 10 }]);
    expect([rangeText({ from: 3, to: 6 }), rangeText({ from: 9, to: 10 })]).toEqual(['3–5', '9']);
  });
});
