import { trackColors } from '../model/colors.js';
import { type Doubt, doubtsOf } from '../model/doubts.js';
import type { FrameRange } from '../model/ranges.js';
import { resolve, type Resolved, visibilityAt } from '../model/resolve.js';
import { shotAt } from '../model/time.js';
import type { Api } from '../protocol/api.js';
import type { Op, OntologyClass, PresentUser, Run, Task, Track, VideoIndex, Visibility } from '../protocol/wire.js';
import { Activity } from './activity.js';
import { Coverage } from './coverage.js';
import { Drafts } from './drafts.js';
import { Emitter } from './emitter.js';
import { Guidelines } from './guidelines.js';
import { Happenings } from './happenings.js';
import { History } from './history.js';
import { Labels } from './labels.js';
import { LateEdits } from './late-edits.js';
import { Live } from './live.js';
import { Looks } from './looks.js';
import { Modes } from './modes.js';
import { Navigation } from './navigation.js';
import { Notes } from './notes.js';
import { Notices } from './notices.js';
import { Picture } from './picture.js';
import { Preferences } from './preferences.js';
import { IndexedStore, type OutboxStore } from './outbox-store.js';
import { Outbox } from './outbox.js';
import { Presence } from './presence.js';
import { Proposals } from './proposals.js';
import { Runs } from './runs.js';
import { Selection } from './selection.js';
import { Span } from './span.js';
import { Sweep } from './sweep.js';
import { Timepoint } from './timepoint.js';
import { Toolbox } from './toolbox.js';

/** One person at one task: the parts that the screen is made of, and how they hear of each other. */
export class Session {
  readonly changed = new Emitter();
  readonly labels: Labels;
  readonly outbox: Outbox;
  readonly history: History;
  readonly drafts: Drafts;
  readonly proposals: Proposals;
  readonly time: Timepoint;
  readonly navigation: Navigation;
  readonly coverage: Coverage;
  readonly notes: Notes;
  readonly late: LateEdits;
  readonly preferences: Preferences;
  readonly picture: Picture;
  readonly looks: Looks;
  readonly guidelines: Guidelines;
  readonly happenings: Happenings;
  readonly sweep: Sweep;
  readonly selection = new Selection();
  readonly toolbox = new Toolbox();
  readonly notices = new Notices();
  readonly runs = new Runs();
  readonly span = new Span();
  readonly modes: Modes;
  people: readonly PresentUser[] = [];
  private refused: ReadonlySet<string> = new Set();
  private lateTimer: ReturnType<typeof setTimeout> | undefined;
  private live: Live | null = null;
  private presence: Presence | null = null;
  private activity: Activity | null = null;
  private doubtMemo: readonly Doubt[] | null = null;
  private colorMemo: Map<string, string> | null = null;
  private readonly shownMemo = new Map<string, Resolved[]>();

  private constructor(
    readonly api: Api,
    public task: Task,
    readonly index: VideoIndex,
    store: OutboxStore,
    frame: number,
  ) {
    this.labels = new Labels(task.me.id);
    this.outbox = new Outbox(task.id, this.labels, store, (ops) => api.changes(ops));
    this.history = new History(this.labels, (edits) => this.outbox.push(edits));
    this.drafts = new Drafts(this.labels, task.me.id, (edits) => this.outbox.push(edits));
    this.proposals = new Proposals(task.from, task.to, (from, to) => api.masks(from, to));
    this.time = new Timepoint(task.from, task.to, frame);
    this.navigation = new Navigation(index.width, index.height);
    this.coverage = new Coverage((ranges) => api.coverage(ranges));
    this.notes = new Notes(api);
    this.late = new LateEdits(api);
    this.modes = new Modes(task.ontology);
    this.preferences = new Preferences(api);
    this.picture = new Picture(this.preferences);
    this.looks = new Looks(this.preferences);
    this.guidelines = new Guidelines(task.project.id, (project) => api.guidelines(project), this.preferences);
    this.happenings = new Happenings(() => api.eventProposals());
    this.sweep = new Sweep(this);
    this.listen();
  }

  /** Loads the task and what an earlier visit left unsaved, then follows what happens. */
  static async open(api: Api, frame: number | null): Promise<Session> {
    const [task, store] = await Promise.all([api.task(), IndexedStore.open()]);
    const [index, state] = await Promise.all([api.index(task.video.id), api.labels()]);
    const session = new Session(api, task, index, store, frame ?? task.from);
    session.labels.load(state);
    session.proposals.setPieces(state.proposals);
    session.runs.load(state.runs ?? []);
    await session.outbox.open();
    session.proposals.near(session.time.frame, 1);
    session.toolbox.setClass(task.ontology.classes[0]?.id ?? null);
    void session.preferences.load().catch(() => undefined);
    void session.guidelines.reload().catch(() => undefined);
    if ((task.ontology.events?.length ?? 0) > 0) void session.happenings.load().catch(() => undefined);
    void session.notes.reload().catch(() => undefined);
    void session.late.reload().catch(() => undefined);
    void api.seen().then((ranges) => session.coverage.load(ranges), () => undefined);
    session.live = new Live(session);
    session.presence = new Presence(session);
    session.activity = new Activity((moments) => api.activity(moments), () => session.time.frame);
    return session;
  }

  close(): void {
    this.drafts.commit(this.time.frame);
    this.live?.close();
    this.presence?.close();
    this.activity?.close();
    this.sweep.close();
    this.coverage.close();
    this.preferences.close();
    void this.outbox.drained().then(() => this.outbox.close());
  }

  get classes(): readonly OntologyClass[] {
    return this.task.ontology.classes;
  }

  classOf(track: Track | null): OntologyClass | null {
    return this.classes.find((c) => c.id === track?.classId) ?? null;
  }

  nameOf(track: Track): string {
    return track.name || (this.classOf(track)?.name ?? 'object');
  }

  colorOf(track: string): string {
    this.colorMemo ??= trackColors(this.labels.view.tracks(), this.classes);
    return this.colorMemo.get(track) ?? '#8b93a1';
  }

  shotAt(frame: number): FrameRange {
    return shotAt(this.index, frame);
  }

  resolved(track: string, frame = this.time.frame): Resolved[] {
    const key = `${track}/${frame}`;
    let shown = this.shownMemo.get(key);
    if (!shown) {
      shown = resolve(this.labels.view, this.proposals, track, frame, this.shotAt(frame), this.index);
      this.shownMemo.set(key, shown);
    }
    return shown;
  }

  visibility(track: string, frame = this.time.frame): Visibility {
    return visibilityAt(this.labels.view, this.proposals, track, frame);
  }

  doubts(): readonly Doubt[] {
    this.doubtMemo ??= this.labels.view
      .tracks()
      .flatMap((t) => doubtsOf(this.labels.view, this.proposals.pieces(t.id), t.id, this.task.doubtThreshold));
    return this.doubtMemo;
  }

  setPeople(people: readonly PresentUser[]): void {
    this.people = people.filter((p) => p.id !== this.task.me.id);
    this.changed.emit();
  }

  ranOn(run: Run): void {
    const before = this.runs.find(run.id)?.state;
    this.runs.update(run);
    if (run.state === 'DONE' && before !== 'DONE') this.notices.say(`Run ${run.number} is done.`);
    if (Runs.failed(run)) this.notices.warn(`Run ${run.number} failed: ${run.error ?? 'no reason given'}.`);
  }

  async reloadTask(): Promise<void> {
    this.task = await this.api.task();
    this.changed.emit();
  }

  /** Where a track was first drawn. */
  firstFrame(track: string): number {
    return this.labels.view.keyframes(track)[0]?.frame ?? this.time.frame;
  }

  /** Labels themselves come with the stream of changes. */
  async refreshProposals(renewed: FrameRange | null): Promise<void> {
    const state = await this.api.labels();
    this.proposals.setPieces(state.proposals);
    this.runs.load(state.runs ?? []);
    if (renewed) this.proposals.renew(renewed.from, renewed.to);
  }

  private listen(): void {
    this.time.changed.on((left) => {
      this.drafts.commit(left);
      this.toolbox.drawn();
      this.shownMemo.clear();
      this.proposals.near(this.time.frame, this.time.frame >= left ? 1 : -1);
    });
    this.labels.changed.on(() => {
      this.doubtMemo = this.colorMemo = null;
      this.shownMemo.clear();
      this.selection.keep((id) => this.labels.view.tracks().some((t) => t.id === id));
    });
    this.proposals.changed.on(() => {
      this.doubtMemo = null;
      this.shownMemo.clear();
    });
    this.outbox.settled.on((op) => void this.rerun(op));
    this.outbox.changed.on(() => this.hearRefusals());
    this.outbox.branched.on(() => this.hearLate());
    const parts = [this.time.playChanged, this.labels.changed, this.outbox.changed, this.history.changed];
    const more = [this.proposals.changed, this.picture.changed, this.preferences.changed, this.notes.changed, this.selection.changed];
    const rest = [this.toolbox.changed, this.looks.changed, this.notices.changed, this.runs.changed, this.span.changed, this.modes.changed, this.guidelines.changed, this.sweep.changed, this.happenings.changed, this.late.changed];
    for (const emitter of [...parts, ...more, ...rest] as Emitter<unknown>[]) emitter.on(() => this.changed.emit());
    this.time.changed.on(() => this.changed.emit());
    this.time.changed.on(() => this.activity?.did());
  }

  /** What the server refuses is said at once, and the task is looked at anew: perhaps it may not be edited any more. */
  private hearRefusals(): void {
    const refused = this.outbox.kept.filter((kept) => kept.reason === 'refused');
    const fresh = refused.find((kept) => !this.refused.has(kept.id));
    this.refused = new Set(refused.map((kept) => kept.id));
    if (!fresh) return;
    this.notices.warn(fresh.message);
    void this.reloadTask().catch(() => undefined);
  }

  /** Said once for all that come together. */
  private hearLate(): void {
    this.lateTimer ??= setTimeout(() => {
      this.lateTimer = undefined;
      this.notices.warn('These edits came after the task had gone on. They are kept apart; none is lost.');
      void this.late.reload().catch(() => undefined);
      void this.reloadTask().catch(() => undefined);
    }, 300);
  }

  /** A corrected or removed keyframe makes the spans beside it run again, where there was anything to run. */
  private async rerun(op: Op): Promise<void> {
    const put = op.kind === 'keyframe.put' && !op.draft;
    const confirmed = put || op.kind === 'keyframe.commit' || op.kind === 'keyframe.delete';
    if (!confirmed || this.proposals.pieces(op.track).length === 0) return;
    try {
      const around = { track: op.track, frame: op.frame };
      this.runs.update(await this.api.startRun({ around, direction: 'both' }));
    } catch (e) {
      this.notices.warn(`The spans beside frame ${op.frame} could not run again: ${(e as Error).message}`);
    }
  }
}
