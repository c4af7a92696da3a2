import { rasterise } from '../annotator/model/polygon.js';
import { encodeMask } from '../annotator/model/rle.js';
import { ellipseRing } from '../annotator/model/shapes.js';
import { Api } from '../annotator/protocol/api.js';
import type { Keyframe, LabelState, Op, OpResult, Shape, Task, Track, VideoIndex } from '../annotator/protocol/wire.js';

export interface Size {
  readonly width: number;
  readonly height: number;
  readonly frames: number;
}

const person = { id: 'bench', name: 'Bench' };

/** A task in memory: no network, so that only the browser is measured. */
export class SceneApi extends Api {
  constructor(
    private readonly size: Size,
    private readonly state: LabelState,
  ) {
    super(`bench-${Math.random()}`);
  }
  override task = async (): Promise<Task> => ({
    id: this.taskId, number: 1, version: 1, project: person, from: 0, to: this.size.frames, state: 'IN_PROGRESS', round: 1,
    video: { id: 'v', name: 'bench', width: this.size.width, height: this.size.height, frameCount: this.size.frames },
    stage: { id: 'label', name: 'Label', kind: 'LABEL' }, assignee: person, editable: true, actions: [], doubtThreshold: 0.8, me: person,
    ontology: { version: 1, classes: [{ id: 'c', name: 'thing', kind: 'thing', color: '#3a8dff', attributes: [] }] },
  });
  override index = async (): Promise<VideoIndex> => ({
    frameCount: this.size.frames, width: this.size.width, height: this.size.height, packSize: 32, timeBase: [1, 25],
    pts: Array.from({ length: this.size.frames }, (_, i) => i), durations: [], packs: [], shots: [{ from: 0, to: this.size.frames, transition: 'START' }],
  });
  override labels = async (): Promise<LabelState> => this.state;
  override masks = async (): ReturnType<Api['masks']> => [];
  override changes = async (ops: readonly Op[]): Promise<readonly OpResult[]> =>
    ops.map((op, i) => ({ op: op.op, status: 'applied', version: op.base + 1, number: op.kind === 'track.create' ? 9000 + i : null }));
  override notes = async (): ReturnType<Api['notes']> => [];
  override seen = async (): ReturnType<Api['seen']> => [];
  override coverage = async (): Promise<void> => undefined;
  override presence = async (): Promise<void> => undefined;
  override preferences = async (): Promise<Record<string, unknown>> => ({});
  override putPreferences = async (): Promise<void> => undefined;
  override left = async (): Promise<void> => undefined;
}

export function trackOf(n: number): Track {
  const id = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  return { id, number: n + 1, kind: 'OBJECT', classId: 'c', name: '', color: null, attributes: {}, z: 0, version: 1 };
}

export function keyframeOf(track: Track, frame: number, shape: Shape): Keyframe {
  const slot = shape.type === 'box' ? 'BOX' : 'MASK';
  return { track: track.id, frame, slot, shape, draft: false, version: 1 };
}

/** As many masks, boxes and polygons as asked for, all on the first frame. */
export function crowd({ width, height }: Size, masks: number, vectors: number): LabelState {
  const tracks = Array.from({ length: masks + vectors }, (_, i) => trackOf(i));
  const keyframes = tracks.map((track, i) => {
    const cx = ((i * 97) % (width - 80)) + 40;
    const cy = ((i * 61) % (height - 80)) + 40;
    const r = 12 + (i % 24);
    return keyframeOf(track, 0, i < masks ? blob(cx, cy, r, width, height) : vector(cx, cy, r, i));
  });
  return { seq: 1, tracks, keyframes, states: [], acceptances: [], proposals: [], runs: [] };
}

/** Ten shapes on each of the frames. */
export function long({ frames }: Size, each: number): LabelState {
  const tracks = Array.from({ length: each }, (_, i) => trackOf(i));
  const keyframes = tracks.flatMap((track, t) =>
    Array.from({ length: frames }, (_, frame) => keyframeOf(track, frame, { type: 'box', x: 100 + t * 150 + (frame % 40), y: 300, width: 90, height: 120, angle: 0 })),
  );
  return { seq: 1, tracks, keyframes, states: [], acceptances: [], proposals: [], runs: [] };
}

function blob(cx: number, cy: number, r: number, width: number, height: number): Shape {
  return encodeMask(rasterise([ellipseRing({ type: 'ellipse', cx, cy, rx: r, ry: r * 0.7, angle: cx })], width, height));
}

function vector(cx: number, cy: number, r: number, i: number): Shape {
  if (i % 2 === 0) return { type: 'box', x: cx - r, y: cy - r, width: 2 * r, height: 1.5 * r, angle: 0 };
  const points = Array.from({ length: 12 }, (_, k) => (k / 12) * 2 * Math.PI);
  return { type: 'polygon', rings: [points.flatMap((a, k) => [cx + r * (k % 2 ? 1 : 0.7) * Math.cos(a), cy + r * (k % 2 ? 1 : 0.7) * Math.sin(a)])] };
}
