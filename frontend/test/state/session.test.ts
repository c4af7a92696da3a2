import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Api, type RunRequest } from '../../annotator/protocol/api.js';
import type { ProposalPiece, Run, Shape, Task, VideoIndex } from '../../annotator/protocol/wire.js';
import { Commands } from '../../annotator/state/commands.js';
import { Session } from '../../annotator/state/session.js';
import { FakeServer } from './fake-server.js';

const mask = (x: number): Shape => ({ type: 'mask', x, y: 0, width: 2, height: 1, counts: '02' });
const person = { id: 'me', name: 'Lena' };
const task: Task = {
  id: 'task', number: 1, version: 1, project: person, video: { id: 'v', name: 'clip', width: 64, height: 48, frameCount: 60 },
  from: 0, to: 60, stage: { id: 'label', name: 'Label', kind: 'LABEL' }, state: 'IN_PROGRESS', round: 1, assignee: person,
  editable: true, actions: ['submit'], doubtThreshold: 0.8, me: person,
  ontology: { version: 1, classes: [{ id: 'dog', name: 'dog', kind: 'thing', color: '#3a8dff', attributes: [] }] },
};
const index: VideoIndex = {
  frameCount: 60, width: 64, height: 48, packSize: 32, timeBase: [1, 25], pts: [], durations: [], packs: [],
  shots: [{ from: 0, to: 40, transition: 'START' }, { from: 40, to: 60, transition: 'CUT' }],
};

/** A server without a network. */
class FakeApi extends Api {
  readonly runs: RunRequest[] = [];
  pieces: ProposalPiece[] = [];

  constructor(
    readonly server: FakeServer,
    readonly shown: Task,
  ) {
    super(shown.id);
  }
  override task = async (): Promise<Task> => this.shown;
  override index = async (): Promise<VideoIndex> => index;
  override labels = async (): ReturnType<Api['labels']> => ({ ...this.server.state(), proposals: this.pieces });
  override masks = async (from: number, to: number): ReturnType<Api['masks']> =>
    this.pieces.map((p) => ({ ...p, from, shapes: Array.from({ length: to - from }, (_, i) => mask(from + i)) }));
  override changes = this.server.send;
  override startRun = async (run: RunRequest): Promise<Run> => {
    this.runs.push(run);
    return { id: `run ${this.runs.length}`, number: this.runs.length, state: 'DONE', progress: 1 };
  };
  override notes = async (): ReturnType<Api['notes']> => [];
  override seen = async (): ReturnType<Api['seen']> => [];
  override coverage = async (): Promise<void> => undefined;
  override presence = async (): Promise<void> => undefined;
  override preferences = async (): Promise<Record<string, unknown>> => ({});
  override putPreferences = async (): Promise<void> => undefined;
  override activity = async (): Promise<void> => undefined;
  override left = async (): Promise<void> => undefined;
}

let n = 0;
let session: Session;
let commands: Commands;
let api: FakeApi;

async function start(change: Partial<Task> = {}): Promise<void> {
  api = new FakeApi(new FakeServer(), { ...task, id: `session ${++n}`, ...change });
  session = await Session.open(api, null);
  commands = new Commands(session);
}

beforeEach(() => {
  vi.stubGlobal('EventSource', class { close(): void {} addEventListener(): void {} });
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('removeEventListener', () => undefined);
  vi.stubGlobal('document', { hidden: true });
});

afterEach(() => session.close());

const propose = (track: string): void => {
  const confidence = Array.from({ length: 39 }, (_, i) => (i >= 10 && i < 15 ? 0.5 : 0.9));
  api.pieces = [{ track, run: 'r', generation: 1, engine: 'flow', from: 1, to: 40, confidence, visibility: confidence.map(() => 0), accepted: false }];
  session.proposals.setPieces(api.pieces);
};
const drawn = (): string => (commands.editor.put('stroke', mask(3)), session.selection.track!);
const saved = async (): Promise<void> => void (await vi.waitFor(() => expect(session.outbox.count).toBe(0)));
const keys = (track: string): string[] =>
  session.labels.view.keyframes(track).map((k) => `${k.frame}${k.draft ? ' draft' : ''}`);

describe('a session', () => {
  it('makes strokes on one frame one draft, and a keyframe of it when the frame is left', async () => {
    await start();
    const track = drawn();
    commands.editor.put('stroke', mask(4));
    expect(keys(track)).toEqual(['0 draft']);
    session.time.step(1);
    expect(keys(track)).toEqual(['0']);
    await saved();
    expect(api.server.entities.get(`keyframe/${track}/0/MASK`)).toMatchObject({ draft: false, shape: mask(4) });
    expect(api.runs).toEqual([]);
  });

  it('runs the spans beside a correction again, once, and never per stroke', async () => {
    await start();
    const track = drawn();
    session.time.step(20);
    await saved();
    propose(track);
    commands.editor.put('stroke', mask(9));
    commands.editor.put('stroke', mask(10));
    await saved();
    expect(api.runs).toEqual([]);
    commands.commitDraft();
    await vi.waitFor(() => expect(api.runs).toEqual([{ around: { track, frame: 20 }, direction: 'both' }]));
  });

  it('starts a correction from what is proposed, and a redrawing from nothing', async () => {
    await start();
    const track = drawn();
    await saved();
    propose(track);
    session.time.step(5);
    await vi.waitFor(() => expect(commands.editor.base('MASK')).toEqual(mask(5)));
    session.toolbox.pick('brush', true);
    expect(commands.editor.base('MASK')).toBeNull();
    session.time.step(1);
    expect(session.toolbox.redraw).toBe(false);
  });

  it('propagates what has a keyframe in this shot, from saved keyframes', async () => {
    await start();
    const track = drawn();
    await commands.propagate();
    expect(api.runs).toEqual([{ tracks: [track], from: 0, to: 40, direction: 'both' }]);
    expect(api.server.entities.get(`keyframe/${track}/0/MASK`)).toMatchObject({ draft: false });
    session.time.step(50);
    await commands.propagate();
    expect(api.runs).toHaveLength(1);
    expect(session.notices.list.at(-1)?.text).toMatch(/Draw the object on one frame of this shot/);
  });

  it('accepts the doubtful span under the playhead, else all up to the next keyframes', async () => {
    await start();
    const track = drawn();
    propose(track);
    session.time.step(12);
    expect(session.doubts()).toMatchObject([{ from: 11, to: 16, least: 0.5 }]);
    commands.accept();
    expect(session.labels.view.acceptances(track)).toMatchObject([{ from: 11, to: 16, run: 'r', generation: 1 }]);
    expect(session.doubts()).toEqual([]);
    session.time.step(10);
    expect(commands.acceptable(track, 22)).toEqual({ from: 1, to: 40 });
    commands.undo();
    expect(session.doubts()).toHaveLength(1);
  });

  it('goes to the frame that is least sure, and picks its track', async () => {
    await start();
    const track = drawn();
    propose(track);
    session.selection.only(null);
    commands.goDoubt(1, false);
    expect([session.time.frame, session.selection.track]).toEqual([11, track]);
  });

  it('takes a shape away where its object is marked absent, and brings both back by one undo', async () => {
    await start();
    const track = drawn();
    commands.toggleVisibility('ABSENT');
    expect([keys(track), session.visibility(track)]).toEqual([[], 'ABSENT']);
    commands.undo();
    expect([keys(track), session.visibility(track)]).toEqual([['0 draft'], 'VISIBLE']);
  });

  it('deletes this frame, from here, or the whole track', async () => {
    await start();
    const track = drawn();
    for (const frame of [5, 10, 15]) {
      session.time.go(frame);
      commands.editor.put('stroke', mask(frame));
    }
    session.time.go(10);
    commands.remove('frame');
    expect(keys(track)).toEqual(['0', '5', '15']);
    session.time.go(5);
    commands.remove('from-here');
    expect([keys(track), session.visibility(track, 20)]).toEqual([['0'], 'ABSENT']);
    commands.remove('track');
    expect(session.labels.view.tracks()).toEqual([]);
    expect(session.selection.track).toBeNull();
    for (let i = 0; i < 3; i++) commands.undo();
    expect([keys(track).length, session.time.frame]).toEqual([4, 10]);
  });

  it('changes nothing in a task that is read-only, and says why', async () => {
    await start({ editable: false, readOnlyReason: 'This task is approved.' });
    expect(commands.editor.may()).toBe(false);
    commands.paste();
    await commands.propagate();
    expect([session.outbox.count, api.runs.length, session.notices.list[0]?.text]).toEqual([0, 0, 'This task is approved.']);
  });

  it('leaves locked tracks alone', async () => {
    await start();
    const track = drawn();
    session.looks.toggleLocked([track]);
    commands.toggleKeyframe();
    commands.remove('track');
    expect(keys(track)).toEqual(['0 draft']);
  });
});
