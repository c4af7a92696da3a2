import { Api, type RunRequest } from '../../annotator/protocol/api.js';
import type { Run, Task, VideoIndex } from '../../annotator/protocol/wire.js';
import { Commands } from '../../annotator/state/commands.js';
import { Session } from '../../annotator/state/session.js';
import { FakeServer } from './fake-server.js';

const person = { id: 'me', name: 'Lena' };
const task: Task = {
  id: 'bench', number: 1, version: 1, project: person, video: { id: 'v', name: 'clip', width: 64, height: 48, frameCount: 60 },
  from: 0, to: 60, stage: { id: 'label', name: 'Label', kind: 'LABEL' }, state: 'IN_PROGRESS', round: 1, assignee: person,
  editable: true, actions: ['submit'], doubtThreshold: 0.8, me: person,
  ontology: {
    version: 1,
    classes: [
      { id: 'dog', name: 'dog', kind: 'thing', color: '#3a8dff', attributes: [] },
      { id: 'grass', name: 'grass', kind: 'stuff', color: '#3aff8d', attributes: [] },
    ],
    events: [{ id: 'jump', name: 'jump', color: '#8d3aff', attributes: [] }],
    clips: [{ id: 'night', name: 'night' }],
  },
};
const index: VideoIndex = {
  frameCount: 60, width: 64, height: 48, packSize: 32, timeBase: [1, 25], pts: [], durations: [], packs: [],
  shots: [{ from: 0, to: 60, transition: 'START' }],
};

class BenchApi extends Api {
  readonly runs: RunRequest[] = [];
  constructor(
    readonly server: FakeServer,
    readonly shown: Task,
  ) {
    super(shown.id);
  }
  override task = async (): Promise<Task> => this.shown;
  override index = async (): Promise<VideoIndex> => index;
  override labels = async (): ReturnType<Api['labels']> => this.server.state();
  override masks = async (): ReturnType<Api['masks']> => [];
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
  override left = async (): Promise<void> => undefined;
}

let n = 0;

/** A session on a small clip, with a server in memory. */
export class Bench {
  private constructor(
    readonly session: Session,
    readonly commands: Commands,
    readonly api: BenchApi,
  ) {}

  static async open(change: Partial<Task> = {}): Promise<Bench> {
    const api = new BenchApi(new FakeServer(), { ...task, id: `bench ${++n}`, ...change });
    const session = await Session.open(api, null);
    return new Bench(session, new Commands(session), api);
  }
}
