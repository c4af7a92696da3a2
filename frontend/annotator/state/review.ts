import { contains, type FrameRange, rangeText } from '../model/ranges.js';
import type { Session } from './session.js';

/** What a reviewer says of a span of one track: it is good, or what is wrong with it. */
export class Review {
  constructor(private readonly session: Session) {}

  /** The picked range, else the doubtful span here, else the gap between keyframes, else this frame. */
  span(): FrameRange {
    const { span, selection, time, labels } = this.session;
    const track = selection.track;
    const here = { from: time.frame, to: time.frame + 1 };
    if (span.range) return span.range;
    if (!track) return here;
    const doubt = this.session.doubts().find((d) => d.track === track && contains(d, time.frame));
    if (doubt) return { from: doubt.from, to: doubt.to };
    const frames = labels.view.keyframes(track).map((k) => k.frame);
    if (frames.includes(time.frame)) return here;
    const before = Math.max(time.from - 1, ...frames.filter((f) => f < time.frame));
    const after = Math.min(time.to, ...frames.filter((f) => f > time.frame));
    return { from: before + 1, to: after };
  }

  async accept(): Promise<void> {
    const { api, selection, notices } = this.session;
    const track = selection.track;
    if (!track) return notices.say('Select the track whose span is good.');
    const span = this.span();
    try {
      const { frames } = await api.acceptSpan(track, span.from, span.to);
      notices.say(frames === 0 ? 'Nothing proposed was open there.' : `Accepted ${rangeText(span)}.`);
      await this.session.reloadTask();
    } catch (e) {
      notices.warn(`The span was not accepted: ${(e as Error).message}`);
    }
  }

  async reject(reason: string): Promise<void> {
    const { notes, selection, notices } = this.session;
    const span = this.span();
    try {
      await notes.add({ ...span, body: reason, ...(selection.track && { track: selection.track }) });
      notices.say(`Noted at ${rangeText(span)}. Send the task back when you are through.`);
    } catch (e) {
      notices.warn(`The reason was not saved: ${(e as Error).message} It said: “${reason}”`);
    }
  }
}
