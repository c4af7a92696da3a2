import type { Track } from '../protocol/wire.js';

export type TrackSort = 'number' | 'name' | 'class' | 'confidence' | 'doubts' | 'keyframes';
export const TRACK_SORTS: readonly (readonly [TrackSort, string])[] = [
  ['number', 'Number'],
  ['name', 'Name'],
  ['class', 'Class'],
  ['confidence', 'Least sure here'],
  ['doubts', 'Most doubtful spans'],
  ['keyframes', 'Most keyframes'],
];

/** What is known of a track beyond its own row. */
export interface TrackFacts {
  name(track: Track): string;
  className(track: Track): string;
  /** How sure the machine is at the frame looked at; null where it says nothing. */
  confidence(track: string): number | null;
  doubts(track: string): number;
  keyframes(track: string): number;
}

/** Tracks whose name, class, number or note of state fit every word, in the order asked for. */
export function arranged(tracks: readonly Track[], text: string, sort: TrackSort, facts: TrackFacts): Track[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (track: Track): boolean => {
    const said = `${facts.name(track)} ${facts.className(track)} #${track.number}`.toLowerCase();
    return words.every((word) => said.includes(word));
  };
  const shown = words.length === 0 ? [...tracks] : tracks.filter(fits);
  const keys = new Map(shown.map((track) => [track.id, keyOf(track, sort, facts)]));
  return shown.sort((a, b) => compared(keys.get(a.id)!, keys.get(b.id)!) || order(a) - order(b));
}

function keyOf(track: Track, sort: TrackSort, facts: TrackFacts): string | number {
  switch (sort) {
    case 'number':
      return order(track);
    case 'name':
      return facts.name(track).toLowerCase();
    case 'class':
      return facts.className(track).toLowerCase();
    case 'confidence':
      return facts.confidence(track.id) ?? 2;
    case 'doubts':
      return -facts.doubts(track.id);
    case 'keyframes':
      return -facts.keyframes(track.id);
  }
}

function order(track: Track): number {
  return track.number || Number.MAX_SAFE_INTEGER;
}

function compared(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
