import type {
  ActivityMoment,
  Change,
  ChecklistItem,
  Energy,
  Guideline,
  Decided,
  LabelState,
  LateEdit,
  MaskItem,
  Note,
  Ontology,
  Op,
  OpResult,
  ProposedEvent,
  Run,
  SegmentAnswer,
  Shape,
  ShownPrompt,
  Storyboard,
  SweepRow,
  Task,
  VideoIndex,
} from './wire.js';

/** What the server said instead of doing it, in a sentence for people. Status 0: nothing was heard from it. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }

  /** Asking again will not help. */
  get final(): boolean {
    return this.status >= 400 && this.status < 500 && ![401, 408, 425, 429].includes(this.status);
  }
}

export interface RunRequest {
  readonly tracks?: readonly string[];
  readonly from?: number;
  readonly to?: number;
  readonly around?: { track: string; frame: number };
  readonly direction: 'both' | 'forward' | 'backward';
}

export interface NoteRequest {
  readonly from: number;
  readonly to: number;
  readonly track?: string;
  readonly x?: number;
  readonly y?: number;
  readonly body: string;
}

/** A frame whose label would help most, and how many frames' worth of doubt it would mend. */
export interface Suggestion {
  readonly track: string;
  readonly frame: number;
  readonly gain: number;
}

/** The part of the server's REST interface that an annotator needs. */
export class Api {
  constructor(
    readonly taskId: string,
    readonly base = '/api/v1',
  ) {}

  task(): Promise<Task> {
    return this.get(`/tasks/${this.taskId}`);
  }
  index(video: string): Promise<VideoIndex> {
    return this.get(`/videos/${video}/index`);
  }
  labels(): Promise<LabelState> {
    return this.get(`/tasks/${this.taskId}/labels`);
  }
  async masks(from: number, to: number): Promise<readonly MaskItem[]> {
    const answer = await this.get<{ items: MaskItem[] }>(`/tasks/${this.taskId}/masks?from=${from}&to=${to}`);
    return answer.items;
  }
  async changes(ops: readonly Op[]): Promise<readonly OpResult[]> {
    const body = await this.call<{ results?: OpResult[] }>('POST', `/tasks/${this.taskId}/changes`, { ops }, [409, 422]);
    if (!body.results) throw new ApiError(422, (body as { message?: string }).message ?? 'These edits were not taken.');
    return body.results;
  }
  lateEdits(): Promise<readonly LateEdit[]> {
    return this.get(`/tasks/${this.taskId}/late-edits`);
  }
  applyLate(edits: readonly number[], over: boolean): Promise<Decided> {
    return this.call('POST', `/tasks/${this.taskId}/late-edits/apply`, { edits, over });
  }
  discardLate(edits: readonly number[], reason: string): Promise<Decided> {
    return this.call('POST', `/tasks/${this.taskId}/late-edits/discard`, { edits, reason });
  }
  startRun(run: RunRequest): Promise<Run> {
    return this.call('POST', `/tasks/${this.taskId}/runs`, run);
  }
  segment(frame: number, prompts: readonly ShownPrompt[], prior: Shape | null): Promise<SegmentAnswer> {
    return this.call('POST', `/tasks/${this.taskId}/segment`, { frame, prompts, ...(prior ? { prior } : {}) });
  }
  cancelRun(run: string): Promise<void> {
    return this.call('DELETE', `/runs/${run}`);
  }
  transition(action: string, version: number, reason?: string): Promise<Task> {
    return this.call('POST', `/tasks/${this.taskId}/transitions`, { action, version, reason });
  }
  checklist(): Promise<readonly ChecklistItem[]> {
    return this.get(`/tasks/${this.taskId}/checklist`);
  }
  /** Of one track, or of whichever gains most; null where every proposal is sure or accepted. */
  nextKeyframe(track: string | null): Promise<Suggestion | null> {
    return this.get(`/tasks/${this.taskId}/next-keyframe${track ? `?track=${track}` : ''}`);
  }
  notes(): Promise<readonly Note[]> {
    return this.get(`/tasks/${this.taskId}/notes`);
  }
  addNote(note: NoteRequest): Promise<Note> {
    return this.call('POST', `/tasks/${this.taskId}/notes`, note);
  }
  reply(note: string, body: string): Promise<unknown> {
    return this.call('POST', `/notes/${note}/replies`, { body });
  }
  settleNote(note: string, resolved: boolean, version: number): Promise<unknown> {
    return this.call('POST', `/notes/${note}/${resolved ? 'resolve' : 'reopen'}`, { version });
  }
  history(limit: number): Promise<readonly Change[]> {
    return this.get(`/tasks/${this.taskId}/history?limit=${limit}`);
  }
  async seen(): Promise<readonly (readonly [number, number])[]> {
    return (await this.get<{ ranges: [number, number][] }>(`/tasks/${this.taskId}/coverage`)).ranges;
  }
  coverage(ranges: readonly (readonly [number, number])[]): Promise<void> {
    return this.call('POST', `/tasks/${this.taskId}/coverage`, { ranges });
  }
  /** Edits that are not acknowledged yet keep the task from going back to others. */
  presence(frame: number, track: string | null, pending: number): Promise<void> {
    return this.call('POST', `/tasks/${this.taskId}/presence`, { frame, track, pending });
  }
  activity(moments: readonly ActivityMoment[]): Promise<void> {
    return this.call('POST', `/tasks/${this.taskId}/activity`, { moments });
  }
  left(): Promise<void> {
    return this.call('DELETE', `/tasks/${this.taskId}/presence`);
  }
  preferences(): Promise<Readonly<Record<string, unknown>>> {
    return this.get('/me/preferences');
  }
  putPreferences(settings: Readonly<Record<string, unknown>>): Promise<unknown> {
    return this.call('PUT', '/me/preferences', settings);
  }
  ontology(project: string): Promise<Ontology> {
    return this.get(`/projects/${project}/ontology`);
  }
  putOntology(project: string, ontology: Ontology): Promise<unknown> {
    return this.call('PUT', `/projects/${project}/ontology`, ontology);
  }
  restore(seq: number): Promise<unknown> {
    return this.call('POST', `/tasks/${this.taskId}/history/restore`, { seq });
  }
  acceptSpan(track: string, from: number, to: number): Promise<{ frames: number }> {
    return this.call('POST', `/tasks/${this.taskId}/accept`, { track, from, to });
  }
  guidelines(project: string): Promise<Guideline> {
    return this.get(`/projects/${project}/guidelines`);
  }
  returnReasons(project: string): Promise<readonly string[]> {
    return this.get(`/projects/${project}/return-reasons`);
  }
  startSweep(speed: number): Promise<SweepRow> {
    return this.call('POST', `/tasks/${this.taskId}/sweeps`, { speed });
  }
  sweepShown(sweep: string, ranges: readonly (readonly [number, number])[]): Promise<SweepRow> {
    return this.call('POST', `/tasks/${this.taskId}/sweeps/${sweep}/shown`, { ranges });
  }
  sweepMissed(sweep: string, track: string, frame: number): Promise<SweepRow> {
    return this.call('POST', `/tasks/${this.taskId}/sweeps/${sweep}/misses`, { track, frame });
  }
  storyboard(video: string): Promise<Storyboard> {
    return this.get(`/videos/${video}/storyboard.json`);
  }
  energy(video: string, from: number, to: number): Promise<Energy> {
    return this.get(`/videos/${video}/energy?from=${from}&to=${to}`);
  }
  eventProposals(): Promise<{ readonly events: readonly ProposedEvent[] }> {
    return this.get(`/tasks/${this.taskId}/event-proposals`);
  }
  storyboardUrl(video: string): string {
    return `${this.base}/videos/${video}/storyboard.jpg`;
  }
  eventsUrl(after: number): string {
    return `${this.base}/tasks/${this.taskId}/events?after=${after}`;
  }
  packsUrl(video: string): string {
    return new URL(`${this.base}/videos/${video}/packs`, location.href).href;
  }

  private get<T>(path: string): Promise<T> {
    return this.call('GET', path);
  }

  private async call<T>(method: string, path: string, body?: unknown, alsoRead: readonly number[] = []): Promise<T> {
    const headers: Record<string, string> = { Accept: 'application/json', 'X-Keyreel-Client': 'annotator' };
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    const init: RequestInit = { method, headers, credentials: 'same-origin', redirect: 'manual' };
    if (body !== undefined) init.body = JSON.stringify(body);
    let response: Response;
    try {
      response = await fetch(this.base + path, init);
    } catch {
      throw new ApiError(0, 'The server cannot be reached.');
    }
    if (response.type === 'opaqueredirect') throw new ApiError(401, 'Your sign-in has ended.');
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json') && text ? JSON.parse(text) : null;
    if (!response.ok && !alsoRead.includes(response.status)) {
      throw new ApiError(response.status, json?.message ?? `The server answered ${response.status}.`);
    }
    return json as T;
  }
}
