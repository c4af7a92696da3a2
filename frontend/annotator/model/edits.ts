import type { Acceptance, Edit, EventSegment, Keyframe, Tag, Track, TrackState } from '../protocol/wire.js';

/** A row of the labels that edits change, one at a time. */
export type Entity = Track | Keyframe | TrackState | Acceptance | EventSegment | Tag;

export function trackSubject(track: string): string {
  return `track/${track}`;
}
export function keyframeSubject(track: string, frame: number, slot: string): string {
  return `keyframe/${track}/${frame}/${slot}`;
}
export function stateSubject(track: string, frame: number): string {
  return `state/${track}/${frame}`;
}
export function acceptanceSubject(id: string): string {
  return `acceptance/${id}`;
}

export function eventSubject(id: string): string {
  return `event/${id}`;
}
export function tagSubject(id: string): string {
  return `tag/${id}`;
}

/** The name of what an edit changes; edits of one subject happen in order. */
export function subjectOf(edit: Edit): string {
  switch (edit.kind) {
    case 'track.create':
    case 'track.update':
    case 'track.delete':
    case 'track.restore':
      return trackSubject(edit.track);
    case 'keyframe.put':
    case 'keyframe.commit':
    case 'keyframe.delete':
      return keyframeSubject(edit.track, edit.frame, edit.slot);
    case 'state.put':
    case 'state.delete':
      return stateSubject(edit.track, edit.frame);
    case 'acceptance.put':
    case 'acceptance.delete':
      return acceptanceSubject(edit.id);
    case 'event.put':
    case 'event.delete':
      return eventSubject(edit.id);
    case 'tag.put':
    case 'tag.delete':
      return tagSubject(edit.id);
  }
}

/** What the subject is after the edit; its version stays that of what the server has. */
export function applyEdit(before: Entity | null, edit: Edit): Entity | null {
  const version = before?.version ?? 0;
  switch (edit.kind) {
    case 'track.create': {
      const { track, trackKind, classId, name = '', color = null, attributes = {} } = edit;
      return { id: track, number: 0, kind: trackKind, classId, name, color, attributes, z: 0, version };
    }
    case 'track.update':
      return before && { ...(before as Track), ...edit.set };
    case 'track.delete':
      return before && { ...(before as Track), deleted: true };
    case 'track.restore':
      return before && { ...(before as Track), deleted: false };
    case 'keyframe.put': {
      const { track, frame, slot, shape, draft } = edit;
      return { track, frame, slot, shape, draft, version };
    }
    case 'keyframe.commit':
      return before && { ...(before as Keyframe), draft: false };
    case 'state.put': {
      const { track, frame, visibility = null, reason = null, attributes = {} } = edit;
      return { track, frame, visibility, reason, attributes, version };
    }
    case 'acceptance.put': {
      const { id, track, from, to, run, generation } = edit;
      return { id, track, from, to, run, generation, version };
    }
    case 'event.put': {
      const { id, classId, from, to, attributes = {}, participants = [] } = edit;
      return { id, classId, from, to, attributes, participants, version };
    }
    case 'tag.put':
      return { id: edit.id, classId: edit.classId, value: edit.value ?? {}, version };
    case 'event.delete':
    case 'tag.delete':
    case 'keyframe.delete':
    case 'state.delete':
    case 'acceptance.delete':
      return null;
  }
}

/** The edit that brings `before` back; null where none is needed. */
export function inverseOf(before: Entity | null, edit: Edit): Edit | null {
  switch (edit.kind) {
    case 'track.create':
      return { kind: 'track.delete', track: edit.track };
    case 'track.update': {
      const old = before as Track;
      const set = Object.fromEntries(Object.keys(edit.set).map((key) => [key, old[key as keyof Track] ?? null]));
      return { kind: 'track.update', track: edit.track, set };
    }
    case 'track.delete':
      return { kind: 'track.restore', track: edit.track };
    case 'track.restore':
      return { kind: 'track.delete', track: edit.track };
    case 'keyframe.put':
    case 'keyframe.delete': {
      const { track, frame, slot } = edit;
      const old = before as Keyframe | null;
      if (!old) return { kind: 'keyframe.delete', track, frame, slot };
      return { kind: 'keyframe.put', track, frame, slot, shape: old.shape, draft: old.draft };
    }
    case 'keyframe.commit':
      return null;
    case 'state.put':
    case 'state.delete': {
      const { track, frame } = edit;
      const old = before as TrackState | null;
      if (!old) return { kind: 'state.delete', track, frame };
      const { visibility, reason, attributes } = old;
      return { kind: 'state.put', track, frame, visibility, reason: reason ?? null, attributes };
    }
    case 'acceptance.put':
      return { kind: 'acceptance.delete', id: edit.id };
    case 'acceptance.delete': {
      const { id, track, from, to, run, generation } = before as Acceptance;
      return { kind: 'acceptance.put', id, track, from, to, run, generation };
    }
    case 'event.put':
    case 'event.delete': {
      const old = before as EventSegment | null;
      if (!old) return { kind: 'event.delete', id: edit.id };
      const { id, classId, from, to, attributes, participants } = old;
      return { kind: 'event.put', id, classId, from, to, attributes, participants };
    }
    case 'tag.put':
    case 'tag.delete': {
      const old = before as Tag | null;
      if (!old) return { kind: 'tag.delete', id: edit.id };
      return { kind: 'tag.put', id: old.id, classId: old.classId, value: old.value };
    }
  }
}

/** What a person would call the same: drafts and their keyframes are, versions and authors do not count. */
export function fingerprint(entity: Entity | null): string {
  if (!entity) return 'nothing';
  const { version: _v, number: _n, draft: _d, author: _a, updatedAt: _u, at: _t, ...rest } = entity as Entity &
    Record<string, unknown>;
  const kept = Object.entries(rest).filter(([, value]) => value !== null && value !== undefined && value !== false);
  return JSON.stringify(kept.sort(([a], [b]) => (a < b ? -1 : 1)));
}
