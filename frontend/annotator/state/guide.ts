import { middleOf } from '../model/suggest.js';
import { boundsOf } from '../model/shapes.js';
import type { Session } from './session.js';

/** Leads to the frames where a look, or a label, pays most. */
export class Guide {
  constructor(private readonly session: Session) {}

  /** Of the selected track, else of whichever gains most. */
  async suggest(): Promise<void> {
    const { api, selection, notices } = this.session;
    const only = selection.tracks.length === 1 ? selection.track : null;
    try {
      const found = await api.nextKeyframe(only);
      if (!found) return notices.say('No frame needs a label: every proposal is sure or accepted.');
      this.go(found.frame, found.track);
      notices.say(`A label here would mend about ${Math.max(1, Math.round(found.gain))} frames’ worth of doubt.`);
    } catch (e) {
      notices.warn(`No frame can be named now: ${(e as Error).message}`);
    }
  }

  midpoint(): void {
    const { labels, selection, time, notices } = this.session;
    const track = selection.track ?? labels.view.tracks()[0]?.id;
    const frame = track ? middleOf(labels.view, track, time.frame) : null;
    if (!track || frame === null) return notices.say('This frame does not lie between two keyframes.');
    this.go(frame, track);
  }

  /** Picks the next stretch in which something seems to happen, so that it can be named. */
  nextEvent(): void {
    const { happenings, labels, time, span, notices } = this.session;
    const found = happenings.next(time.frame, labels.view.events());
    if (!found) return notices.say('Nothing else seems to happen: what is proposed has its events.');
    time.pause();
    time.go(found.from);
    span.set({ from: found.from, to: found.to });
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
