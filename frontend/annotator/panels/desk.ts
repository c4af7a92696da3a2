import { boundsOf } from '../model/shapes.js';
import { FramePixels } from '../render/frame-pixels.js';
import type { FrameSource } from '../render/frame-source.js';
import { Player } from '../render/player.js';
import { type Canvases, Stage } from '../render/stage.js';
import { drawMine } from '../render/mine.js';
import type { Op, Shape } from '../protocol/wire.js';
import { Commands } from '../state/commands.js';
import { Emitter } from '../state/emitter.js';
import type { Point } from '../state/navigation.js';
import type { Versions } from '../state/looks.js';
import type { Session } from '../state/session.js';
import { Keys, type OwnKeys } from './keymap.js';
import { Workbench } from '../tools/workbench.js';

const NO_KEYS: OwnKeys = {};

export type Dialog =
  | { readonly kind: 'submit' | 'return' | 'keys' | 'jump' | 'saving' | 'palette' | 'propagate' | 'accept-above' | 'event' | 'ontology' | 'reject' }
  | { readonly kind: 'delete'; readonly even: boolean }
  | { readonly kind: 'restore'; readonly seq: number; readonly at: string }
  | { readonly kind: 'note'; readonly at: Point | null };

export type Fold = 'side' | 'timeline';

/** All that the panels share: the session, what acts on it, and which dialog stands open. */
export class Desk {
  readonly changed = new Emitter();
  readonly keys: Keys;
  /** The controls of the picture stand open. */
  picturing = false;
  /** The event picked on the timeline. */
  event: string | null = null;
  /** Which step of the tour is shown; null when there is none. */
  touring: number | null = null;
  readonly commands: Commands;
  readonly stage: Stage;
  readonly bench: Workbench;
  private readonly pixels: FramePixels;
  /** The pointer over the picture, in frame pixels. */
  pointer: Point | null = null;
  /** A shape of this person's that the server did not take, shown over what stands. */
  private mine: { readonly frame: number; readonly shape: Shape } | null = null;
  private opened: Dialog | null = null;
  private pending: string | null = null;
  private readonly player: Player;
  private readonly stop: (() => void)[];

  constructor(
    readonly session: Session,
    readonly frames: FrameSource,
    canvases: Canvases,
  ) {
    this.commands = new Commands(session);
    this.keys = new Keys(() => session.preferences.get<OwnKeys>('keys', NO_KEYS));
    this.stage = new Stage(canvases, session, frames);
    this.pixels = new FramePixels(session, frames);
    this.bench = new Workbench(session, this.commands, () => this.pixels.now(), this.stage.paint, () => this.stage.refreshTool());
    this.stage.drawTool = (context) => {
      this.bench.tool.draw(context);
      this.tellPending();
      if (this.mine) drawMine(context, this.mine.shape, session);
    };
    this.player = new Player(session, frames);
    this.stop = [
      session.changed.on(() => this.stage.refresh()),
      session.time.changed.on(() => {
        this.mine = null;
        session.looks.compare(null);
      }),
      session.navigation.changed.on(() => this.stage.refreshView()),
      frames.failed.on((frame) => {
        if (frame !== session.time.frame || frames.get(frame)) return;
        session.notices.warn(`The picture of frame ${frame} cannot be loaded; trying again.`);
      }),
      frames.arrived.on((frame) => frame === session.time.frame && this.stage.refresh()),
    ];
  }

  close(): void {
    this.stop.forEach((stop) => stop());
    this.player.close();
    this.stage.close();
    this.frames.close();
    this.session.close();
  }

  get dialog(): Dialog | null {
    return this.opened;
  }

  open(dialog: Dialog): void {
    this.session.time.pause();
    this.opened = dialog;
    this.changed.emit();
  }

  shut(): void {
    this.opened = null;
    this.changed.emit();
  }

  /** Goes where an edit was lost, and shows it dashed over what stands there now. */
  compare(op: Op): void {
    this.shut();
    if ('frame' in op) this.session.time.go(op.frame);
    if ('track' in op) this.session.selection.only(op.track);
    this.mine = op.kind === 'keyframe.put' ? { frame: op.frame, shape: op.shape } : null;
    this.stage.refreshTool();
  }

  /** Goes to a frame and lays two versions of a shape over each other there; once more, and it ends. */
  compareVersions(track: string, versions: Versions): void {
    const { time, selection, looks } = this.session;
    const shown = looks.versions;
    if (shown && shown.frame === versions.frame && shown.before === versions.before && shown.after === versions.after) {
      looks.compare(null);
      return;
    }
    time.go(versions.frame);
    selection.only(track);
    looks.compare(versions);
  }

  pickEvent(event: string | null): void {
    if (event === this.event) return;
    this.event = event;
    this.changed.emit();
  }

  togglePicture(): void {
    this.picturing = !this.picturing;
    this.changed.emit();
  }

  startTour(step: number | null = 0): void {
    this.touring = step;
    this.changed.emit();
  }

  folded(part: Fold): boolean {
    return this.session.preferences.get(`folded.${part}`, false);
  }

  toggleFold(part: Fold): void {
    this.session.preferences.set(`folded.${part}`, !this.folded(part));
  }

  /** The picture on the screen is that of the frame that edits go to. */
  get inStep(): boolean {
    return this.stage.shownFrame === this.session.time.frame;
  }

  /** What Enter does has changed with what the tool has begun. */
  private tellPending(): void {
    const pending = this.bench.tool.pending();
    if (pending === this.pending) return;
    this.pending = pending;
    this.changed.emit();
  }

  /** What Enter does now, in words; null when it does nothing. */
  enterHint(): string | null {
    const pending = this.bench.tool.pending();
    if (pending) return pending;
    const { session } = this;
    const drafts = session.drafts.at(session.time.frame);
    const track = drafts[0] && session.labels.view.track(drafts[0].track);
    if (!track) return null;
    const whose = drafts.length > 1 ? `${drafts.length} tracks` : session.nameOf(track);
    return `keep frame ${session.time.frame} as keyframe (${whose})`;
  }

  /** To the nearest frame on which a track has a keyframe or a proposal. */
  goWhereSeen(track: string): boolean {
    const { session } = this;
    const here = session.time.frame;
    const keys = session.labels.view.keyframes(track).map((k) => k.frame);
    const ends = session.proposals.pieces(track).flatMap((piece) => [piece.from, piece.to - 1]);
    const nearest = [...keys, ...ends].sort((a, b) => Math.abs(a - here) - Math.abs(b - here))[0];
    if (nearest === undefined || nearest === here) return false;
    session.time.step(nearest - here);
    return true;
  }

  zoomToTrack(): void {
    const { session } = this;
    const track = session.selection.track;
    const shape = track && session.resolved(track).find((r) => r.shape)?.shape;
    const bounds = shape && boundsOf(shape);
    if (bounds) session.navigation.show(bounds);
    else if (!track || !this.goWhereSeen(track)) session.navigation.fit();
  }
}
