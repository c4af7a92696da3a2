/** What the server says and hears, field by field. Frame ranges are half open: `from` is in, `to` is not. */

export type Slot = 'MASK' | 'BOX' | 'ELLIPSE' | 'POLYLINE' | 'POINTS' | 'SKELETON';
export type Visibility = 'VISIBLE' | 'OCCLUDED' | 'ABSENT';
export type Attributes = Readonly<Record<string, unknown>>;

export interface MaskShape {
  readonly type: 'mask';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly counts: string;
}
export interface PolygonShape {
  readonly type: 'polygon';
  readonly rings: readonly (readonly number[])[];
}
export interface BoxShape {
  readonly type: 'box';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly angle: number;
}
/** Half axes and an angle in radians, clockwise on the screen, about the centre. */
export interface EllipseShape {
  readonly type: 'ellipse';
  readonly cx: number;
  readonly cy: number;
  readonly rx: number;
  readonly ry: number;
  readonly angle: number;
}
export interface PolylineShape {
  readonly type: 'polyline';
  readonly points: readonly number[];
}
export interface PointsShape {
  readonly type: 'points';
  readonly points: readonly number[];
}
/** Visibility as in COCO: 0 not labelled, 1 hidden, 2 visible. */
export interface Joint {
  readonly x: number;
  readonly y: number;
  readonly visibility: number;
}
export interface SkeletonShape {
  readonly type: 'skeleton';
  readonly joints: readonly Joint[];
}
export type Shape = MaskShape | PolygonShape | BoxShape | EllipseShape | PolylineShape | PointsShape | SkeletonShape;

export interface Track {
  readonly id: string;
  readonly number: number;
  readonly kind: string;
  readonly classId: string | null;
  readonly name: string;
  readonly color: string | null;
  readonly attributes: Attributes;
  readonly z: number;
  readonly groupId?: string | null;
  readonly version: number;
  readonly deleted?: boolean;
}
export interface Keyframe {
  readonly track: string;
  readonly frame: number;
  readonly slot: Slot;
  readonly shape: Shape;
  readonly draft: boolean;
  readonly version: number;
  readonly author?: Person | string | null;
  readonly updatedAt?: string;
}
export interface TrackState {
  readonly track: string;
  readonly frame: number;
  readonly visibility: Visibility | null;
  readonly reason?: string | null;
  readonly attributes: Attributes;
  readonly version: number;
}
export interface Acceptance {
  readonly id: string;
  readonly track: string;
  readonly from: number;
  readonly to: number;
  readonly run: string;
  readonly generation: number;
  readonly version: number;
}
/** A labelled interval of time. */
export interface EventSegment {
  readonly id: string;
  readonly classId: string;
  readonly from: number;
  readonly to: number;
  readonly attributes: Attributes;
  readonly participants: readonly string[];
  readonly version: number;
}
/** What is said of the whole clip. */
export interface Tag {
  readonly id: string;
  readonly classId: string;
  readonly value: Attributes;
  readonly version: number;
}
/** Consecutive frames of one track that one run's proposals win. */
export interface ProposalPiece {
  readonly track: string;
  readonly run: string;
  readonly generation: number;
  readonly engine: string;
  readonly from: number;
  readonly to: number;
  readonly confidence: readonly number[];
  readonly visibility: readonly number[];
  readonly accepted: boolean;
}
export interface Run {
  readonly id: string;
  readonly number: number;
  readonly state: string;
  readonly progress: number;
  readonly generation?: number;
  readonly tracks?: readonly string[];
  readonly from?: number;
  readonly to?: number;
  readonly error?: string | null;
}
export interface LabelState {
  readonly seq: number;
  readonly tracks: readonly Track[];
  readonly keyframes: readonly Keyframe[];
  readonly states: readonly TrackState[];
  readonly acceptances: readonly Acceptance[];
  readonly events?: readonly EventSegment[];
  readonly tags?: readonly Tag[];
  readonly proposals: readonly ProposalPiece[];
  readonly runs: readonly Run[];
}
export interface MaskItem {
  readonly track: string;
  readonly run: string;
  readonly generation: number;
  readonly from: number;
  readonly shapes: readonly (Shape | null)[];
}

export interface Person {
  readonly id: string;
  readonly name: string;
}
export interface Attribute {
  readonly id: string;
  readonly name: string;
  readonly scope: string;
  readonly type: string;
  readonly values: readonly string[];
  readonly required: boolean;
}
export interface OntologyClass {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly color: string;
  readonly key?: string | null;
  readonly attributes: readonly Attribute[];
  readonly skeleton?: Skeleton | null;
}
/** Joints with their places in a unit square, and which of them a bone joins. */
export interface Skeleton {
  readonly joints: readonly { readonly name: string; readonly x: number; readonly y: number }[];
  readonly bones: readonly (readonly [number, number])[];
}
export interface EventClass {
  readonly id: string;
  readonly name: string;
  readonly color: string;
  readonly attributes: readonly Attribute[];
}
export interface ClipClass {
  readonly id: string;
  readonly name: string;
}
export interface Ontology {
  readonly version: number;
  readonly classes: readonly OntologyClass[];
  readonly events?: readonly EventClass[];
  readonly clips?: readonly ClipClass[];
}
/** Why a task came back. */
export interface Returned {
  readonly reason: string;
  readonly by: Person;
  readonly at: string;
}
export interface Task {
  readonly id: string;
  readonly number: number;
  readonly version: number;
  readonly project: Person;
  readonly video: { id: string; name: string; width: number; height: number; frameCount: number };
  readonly from: number;
  readonly to: number;
  readonly stage: { id: string; name: string; kind: string };
  readonly state: string;
  readonly round: number;
  readonly assignee: Person | null;
  readonly editable: boolean;
  readonly readOnlyReason?: string | null;
  readonly role?: string;
  readonly actions: readonly string[];
  readonly ontology: Ontology;
  readonly returned?: Returned | null;
  readonly doubtThreshold: number;
  readonly me: Person;
}
export interface VideoIndex {
  readonly frameCount: number;
  readonly width: number;
  readonly height: number;
  readonly packSize: number;
  readonly timeBase: readonly [number, number];
  readonly pts: readonly number[];
  readonly durations: readonly number[];
  readonly packs: readonly { first: number; count: number; fullSize: number; previewSize: number }[];
  readonly shots: readonly { from: number; to: number; transition: string }[];
}
export interface Note {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly track?: string | null;
  readonly x?: number | null;
  readonly y?: number | null;
  readonly body: string;
  readonly author: Person;
  readonly createdAt: string;
  readonly resolvedAt?: string | null;
  readonly resolvedBy?: Person | string | null;
  readonly version: number;
  readonly replies?: readonly { id: string; body: string; author: Person; createdAt: string }[];
}
export interface ChecklistItem {
  readonly kind: string;
  readonly message: string;
  readonly blocking: boolean;
  readonly frame?: number | null;
  readonly to?: number | null;
  readonly track?: string | null;
  readonly note?: string | null;
}
export interface Storyboard {
  readonly columns: number;
  readonly rows: number;
  readonly tileWidth: number;
  readonly tileHeight: number;
  readonly frames: readonly number[];
}
export interface PresentUser extends Person {
  readonly frame?: number | null;
  readonly track?: string | null;
  readonly color?: string | null;
}

/** What an edit says, without its identity: the same words undo itself. */
export type Edit =
  | { readonly kind: 'track.create'; readonly track: string; readonly trackKind: string; readonly classId: string | null; readonly name?: string; readonly color?: string | null; readonly attributes?: Attributes }
  | { readonly kind: 'track.update'; readonly track: string; readonly set: Partial<Pick<Track, 'classId' | 'name' | 'color' | 'attributes' | 'z' | 'groupId'>> }
  | { readonly kind: 'track.delete'; readonly track: string }
  | { readonly kind: 'track.restore'; readonly track: string }
  | { readonly kind: 'keyframe.put'; readonly track: string; readonly frame: number; readonly slot: Slot; readonly shape: Shape; readonly draft: boolean }
  | { readonly kind: 'keyframe.commit'; readonly track: string; readonly frame: number; readonly slot: Slot }
  | { readonly kind: 'keyframe.delete'; readonly track: string; readonly frame: number; readonly slot: Slot }
  | { readonly kind: 'state.put'; readonly track: string; readonly frame: number; readonly visibility?: Visibility | null; readonly reason?: string | null; readonly attributes?: Attributes }
  | { readonly kind: 'state.delete'; readonly track: string; readonly frame: number }
  | { readonly kind: 'acceptance.put'; readonly id: string; readonly track: string; readonly from: number; readonly to: number; readonly run: string; readonly generation: number }
  | { readonly kind: 'acceptance.delete'; readonly id: string }
  | { readonly kind: 'event.put'; readonly id: string; readonly classId: string; readonly from: number; readonly to: number; readonly attributes?: Attributes; readonly participants?: readonly string[] }
  | { readonly kind: 'event.delete'; readonly id: string }
  | { readonly kind: 'tag.put'; readonly id: string; readonly classId: string; readonly value?: Attributes }
  | { readonly kind: 'tag.delete'; readonly id: string };

export type Op = Edit & { readonly op: string; readonly base: number; readonly group?: string };

export interface OpResult {
  readonly op: string;
  /** `branched`: it came after the task had gone on, and is kept apart on the server. */
  readonly status: 'applied' | 'replayed' | 'conflict' | 'refused' | 'branched';
  readonly seq?: number | null;
  readonly version?: number | null;
  readonly number?: number | null;
  readonly message?: string | null;
  readonly current?: unknown;
}
/** An edit that came after its task had gone on: kept apart until somebody decides. */
export interface LateEdit {
  readonly n: number;
  readonly author: Person;
  readonly kind: string;
  readonly track?: { readonly id: string; readonly number: number; readonly name: string } | null;
  readonly frame?: number | null;
  readonly at: string;
  readonly reason: string;
  readonly outcome?: string | null;
  readonly difference?: { readonly gained: number; readonly lost: number; readonly iou: number } | null;
  readonly edit: Op;
}
export interface Decided {
  readonly done: number;
  readonly left: number;
  readonly edits: readonly LateEdit[];
}
export interface Change {
  readonly seq: number;
  readonly op: string | null;
  readonly kind: string;
  readonly subject: string;
  readonly before?: unknown;
  readonly after: unknown;
  readonly author: Person | null;
  readonly at: string;
  readonly task: string | null;
  /** False for what lost a conflict: kept in the history, never shown. */
  readonly applied?: boolean;
}
/** How a project wants its labels made; version 0 when nobody has written it. */
export interface Guideline {
  readonly version: number;
  readonly markdown: string;
  readonly html: string;
}
/** A pass that shows everything: how many frames were shown so far, and how many objects were missing. */
export interface SweepRow {
  readonly id: string;
  readonly speed: number;
  readonly frames: number;
  readonly misses: number;
}
/** A stretch in which something seems to happen, and how likely a person would say so. */
export interface ProposedEvent {
  readonly from: number;
  readonly to: number;
  readonly confidence: number;
}
/** How loud it is and how much moves, from 0 to 1; each value is the highest of `step` frames. */
export interface Energy {
  readonly from: number;
  readonly to: number;
  readonly step: number;
  readonly motion: readonly number[];
  readonly audio?: readonly number[] | null;
}
/** A moment at which this person did something, so many milliseconds ago. */
export interface ActivityMoment {
  readonly id: string;
  readonly ago: number;
  readonly frame: number;
}

/** One thing that a person shows on a frame, to get a mask. */
export type ShownPrompt =
  | { readonly type: 'point'; readonly x: number; readonly y: number; readonly in: boolean }
  | { readonly type: 'box'; readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  | { readonly type: 'scribble'; readonly points: readonly number[]; readonly in: boolean }
  | { readonly type: 'mask'; readonly mask: Shape };

export interface SegmentAnswer {
  readonly engine: string;
  readonly mask: Shape;
  readonly confidence: number;
  readonly candidates: readonly { readonly mask: Shape; readonly confidence: number }[];
}
