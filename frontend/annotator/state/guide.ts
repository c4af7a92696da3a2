import { middleOf, worthLabelling } from '../model/suggest.js';
import { boundsOf } from '../model/shapes.js';
import type { Session } from './session.js';

/** Leads to the frames where a look, or a label, pays most. */
export class Guide {
  constructor(private readonly session: Session) {}

  /** Of the selected tracks, else of all. */
  suggest(): void {
    const { labels, proposals, selection, notices } = this.session;
    const tracks = selection.tracks.length > 0 ? selection.tracks : labels.view.tracks().map((t) => t.id);
    const found = tracks
      .map((track) => worthLabelling(labels.view, proposals.pieces(track), track))
      .filter((s) => s !== null)
      .sort((a, b) => b.gain - a.gain)[0];
    if (!found || found.gain < 0.05) return notices.say('No frame needs a label: every proposal is sure or accepted.');
    this.go(found.frame, found.track);
    notices.say(`A label here would mend about ${Math.max(1, Math.round(found.gain))} frames’ worth of doubt.`);
  }

  midpoint(): void {
    const { labels, selection, time, notices } = this.session;
    const track = selection.track ?? labels.view.tracks()[0]?.id;
    const frame = track ? middleOf(labels.view, track, time.frame) : null;
    if (!track || frame === null) return notices.say('This frame does not lie between two keyframes.');
    this.go(frame, track);
  }

  private go(frame: number, track: string): void {
    const { time, selection, navigation } = this.session;
    time.pause();
    time.go(frame);
    selection.only(track);
    const shape = this.session.resolved(track).find((r) => r.shape)?.shape;
    const bounds = shape && boundsOf(shape);
    if (bounds) navigation.reveal(bounds);
  }
}
