import { union } from '../model/morphology.js';
import { isLabel } from '../model/resolve.js';
import { maskOf, shapeOf, slotOf } from '../model/shapes.js';
import { sliced } from '../model/slice.js';
import type { Edit, Track } from '../protocol/wire.js';
import type { Editor } from './editor.js';
import type { Session } from './session.js';

/** What is done to tracks as wholes: joined, parted, grouped, ordered. Each is one deed that one undo takes back. */
export class TrackCommands {
  constructor(
    private readonly session: Session,
    private readonly editor: Editor,
    private readonly newId: () => string = () => crypto.randomUUID(),
  ) {}

  /** All selected tracks become the one selected first: it takes their keyframes and states where it has none. */
  merge(): void {
    const { selection, labels, notices } = this.session;
    const [into, ...others] = selection.tracks;
    if (!into || others.length === 0) return notices.say('Select two or more tracks to merge them: the first one stays.');
    if (!selection.tracks.every((track) => this.editor.may(track))) return;
    const { view } = labels;
    const taken = new Set(view.keyframes(into).map((k) => `${k.frame}/${k.slot}`));
    const said = new Set(view.states(into).map((s) => s.frame));
    const edits: Edit[] = [];
    for (const track of others) {
      for (const { frame, slot, shape } of view.keyframes(track)) {
        if (taken.has(`${frame}/${slot}`)) continue;
        taken.add(`${frame}/${slot}`);
        edits.push({ kind: 'keyframe.put', track: into, frame, slot, shape, draft: false });
      }
      for (const { frame, visibility, reason, attributes } of view.states(track)) {
        if (said.has(frame)) continue;
        said.add(frame);
        edits.push({ kind: 'state.put', track: into, frame, visibility, reason: reason ?? null, attributes });
      }
      edits.push({ kind: 'track.delete', track });
    }
    this.editor.make('merge tracks', edits, into);
    selection.only(into);
  }

  /** From this frame on it is another object. */
  split(): void {
    const { selection, labels, time, notices } = this.session;
    const track = selection.track;
    const old = track && labels.view.track(track);
    if (!old) return notices.say('Select a track to split it at this frame.');
    if (!this.editor.may(track)) return;
    const { view } = labels;
    const later = view.keyframes(track).filter((k) => k.frame >= time.frame);
    const here = this.session.resolved(track).filter((r) => r.shape && isLabel(r));
    if (later.length === 0 && here.length === 0) return notices.say('From this frame on the track has nothing to split off.');
    const id = this.newId();
    const edits: Edit[] = [this.copyOf(old, id)];
    for (const shown of here.filter((r) => !later.some((k) => k.frame === time.frame && k.slot === r.slot))) {
      edits.push({ kind: 'keyframe.put', track: id, frame: time.frame, slot: shown.slot, shape: shown.shape!, draft: false });
    }
    for (const { frame, slot, shape } of later) {
      edits.push({ kind: 'keyframe.put', track: id, frame, slot, shape, draft: false }, { kind: 'keyframe.delete', track, frame, slot });
    }
    for (const { frame, visibility, reason, attributes } of view.states(track).filter((s) => s.frame >= time.frame)) {
      edits.push({ kind: 'state.put', track: id, frame, visibility, reason: reason ?? null, attributes });
      if (frame !== time.frame) edits.push({ kind: 'state.delete', track, frame });
    }
    edits.push(this.editor.state(track, 'ABSENT'));
    this.editor.make('split track', edits, id);
    selection.only(id);
  }

  /** Cuts the selected mask on this frame along a line; the smaller part becomes a track of its own. */
  slice(line: readonly number[]): void {
    const { selection, labels, time, notices, index } = this.session;
    const track = selection.track;
    const old = track && labels.view.track(track);
    const mask = this.editor.baseMask();
    if (!old || !mask) return notices.say('Select a track with a mask here to slice it.');
    if (!this.editor.may(track)) return;
    const parts = sliced(mask, line, index.width, index.height);
    if (!parts) return notices.say('The line does not part the mask. Draw it from outside to outside.');
    const id = this.newId();
    const put = (of: string, n: 0 | 1): Edit => ({ kind: 'keyframe.put', track: of, frame: time.frame, slot: 'MASK', shape: shapeOf(parts[n]), draft: true });
    this.editor.make('slice', [put(track, 0), this.copyOf(old, id), put(id, 1)], track);
  }

  /** The masks of the selected tracks on this frame become one, the first track's. */
  join(): void {
    const { selection, time, notices, index } = this.session;
    const parts = selection.tracks.flatMap((track) => {
      const shape = this.session.resolved(track).find((r) => r.slot === 'MASK' && r.shape && isLabel(r))?.shape;
      const mask = shape && maskOf(shape, index.width, index.height);
      return mask ? [{ track, mask }] : [];
    });
    const [into, ...others] = parts;
    if (!into || others.length === 0) return notices.say('Select two or more tracks with masks here to join them.');
    if (!selection.tracks.every((track) => this.editor.may(track))) return;
    const all = others.reduce((sum, { mask }) => union(sum, mask, index.width, index.height), into.mask);
    const edits: Edit[] = [{ kind: 'keyframe.put', track: into.track, frame: time.frame, slot: 'MASK', shape: shapeOf(all), draft: true }];
    for (const { track } of others) edits.push(...this.editor.absentHere(track));
    this.editor.make('join', edits, into.track);
    selection.only(into.track);
  }

  /** Selected tracks become one group; a whole group falls apart again. */
  group(): void {
    const { selection, labels, notices } = this.session;
    const tracks = selection.tracks.map((id) => labels.view.track(id)).filter((t): t is Track => t !== null);
    if (tracks.length === 0) return notices.say('Select the tracks to group.');
    if (!tracks.every((track) => this.editor.may(track.id))) return;
    const common = tracks[0]!.groupId ?? null;
    const together = common !== null && tracks.every((t) => t.groupId === common);
    if (!together && tracks.length === 1) return notices.say('Select a second track to group them.');
    const groupId = together ? null : this.newId();
    this.editor.make(together ? 'ungroup' : 'group', tracks.map((t): Edit => ({ kind: 'track.update', track: t.id, set: { groupId } })));
  }

  /** Before or behind everything else. */
  toEnd(end: 'front' | 'back'): void {
    const { selection, labels } = this.session;
    const all = labels.view.tracks().map((t) => t.z);
    const z = end === 'front' ? Math.max(0, ...all) + 1 : Math.min(0, ...all) - 1;
    const tracks = selection.tracks.filter((track) => this.editor.may(track));
    this.editor.make(end === 'front' ? 'to the front' : 'to the back', tracks.map((track): Edit => ({ kind: 'track.update', track, set: { z } })));
  }

  /** The same for many at once. */
  update(tracks: readonly string[], set: Extract<Edit, { kind: 'track.update' }>['set'], label: string): void {
    const edits = tracks.filter((track) => this.editor.may(track)).map((track): Edit => ({ kind: 'track.update', track, set }));
    this.editor.make(label, edits);
  }

  /** One attribute of many tracks; their others stay. */
  setAttribute(tracks: readonly string[], id: string, value: unknown): void {
    const edits = tracks
      .filter((track) => this.editor.may(track))
      .map((track): Edit => {
        const attributes = { ...this.session.labels.view.track(track)?.attributes, [id]: value };
        return { kind: 'track.update', track, set: { attributes } };
      });
    this.editor.make('attribute', edits);
  }

  remove(tracks: readonly string[]): void {
    const edits = tracks.filter((track) => this.editor.may(track)).map((track): Edit => ({ kind: 'track.delete', track }));
    this.editor.make(edits.length === 1 ? 'delete track' : `delete ${edits.length} tracks`, edits);
  }

  /** What is shown here also stands on the next frame, and the view goes there. */
  copyToNext(): void {
    const { selection, time, notices } = this.session;
    const next = time.frame + 1;
    if (selection.tracks.length === 0) return notices.say('Select a track to copy its shape to the next frame.');
    if (next >= time.to) return notices.say('This is the last frame.');
    const edits = selection.tracks
      .filter((track) => this.editor.may(track))
      .flatMap((track) => this.session.resolved(track).filter((r) => r.shape && r.source !== 'preview'))
      .map((r): Edit => ({ kind: 'keyframe.put', track: r.track, frame: next, slot: slotOf(r.shape!), shape: r.shape!, draft: true }));
    if (edits.length === 0) return notices.say('There is no shape here to copy.');
    time.step(1);
    this.editor.make('copy to the next frame', edits);
  }

  private copyOf({ kind, classId, name, color, attributes }: Track, track: string): Edit {
    return { kind: 'track.create', track, trackKind: kind, classId, name, color, attributes };
  }
}
