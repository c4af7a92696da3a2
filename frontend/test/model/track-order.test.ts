import { describe, expect, it } from 'vitest';
import { arranged, type TrackFacts, type TrackSort } from '../../annotator/model/track-order.js';
import type { Track } from '../../annotator/protocol/wire.js';

const track = (number: number, name: string, classId: string): Track => ({ id: `t${number}`, number, kind: 'OBJECT', classId, name, color: null, attributes: {}, z: 0, version: 1 });
const tracks = [track(1, 'Rex', 'dog'), track(2, 'Ball', 'toy'), track(0, 'Ada', 'dog'), track(11, 'Bo', 'dog')];
const sure: Record<string, number | null> = { t1: 0.9, t2: 0.4, t0: null, t11: 0.7 };
const facts: TrackFacts = {
  name: (t) => t.name,
  className: (t) => t.classId ?? '',
  confidence: (id) => sure[id] ?? null,
  doubts: (id) => (id === 't11' ? 3 : 0),
  keyframes: (id) => (id === 't2' ? 9 : 1),
};
const names = (text: string, sort: TrackSort): string => arranged(tracks, text, sort, facts).map((t) => t.name).join(' ');

describe('the list of tracks', () => {
  it('is in the order asked for, then by number, those without one last', () => {
    expect(names('', 'number')).toBe('Rex Ball Bo Ada');
    expect(names('', 'name')).toBe('Ada Ball Bo Rex');
    expect(names('', 'class')).toBe('Rex Bo Ada Ball');
    expect(names('', 'confidence')).toBe('Ball Bo Rex Ada');
    expect(names('', 'doubts')).toBe('Bo Rex Ball Ada');
    expect(names('', 'keyframes')).toBe('Ball Rex Bo Ada');
  });

  it('shows those that fit every word, by name, class or number', () => {
    expect(names('dog', 'number')).toBe('Rex Bo Ada');
    expect(names('DOG b', 'number')).toBe('Bo');
    expect(names('#11', 'number')).toBe('Bo');
    expect(names('cat', 'number')).toBe('');
  });
});
