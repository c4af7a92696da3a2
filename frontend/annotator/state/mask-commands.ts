import type { Mask } from '../model/mask.js';
import { filled, grow, shrink, smoothed, withoutSpecks } from '../model/morphology.js';
import { pixelsOf, shapeOf } from '../model/shapes.js';
import { isLabel } from '../model/resolve.js';
import type { Edit } from '../protocol/wire.js';
import type { Editor } from './editor.js';
import type { Session } from './session.js';

export type MaskWork = 'fill' | 'grow' | 'shrink' | 'smooth' | 'specks' | 'to-mask';

const NAMES: Readonly<Record<MaskWork, string>> = {
  fill: 'fill holes',
  grow: 'grow',
  shrink: 'shrink',
  smooth: 'smooth',
  specks: 'remove specks',
  'to-mask': 'make it a mask',
};

/** What is done to the masks of the selected tracks at this frame as a whole. */
export class MaskCommands {
  constructor(
    private readonly session: Session,
    private readonly editor: Editor,
  ) {}

  apply(work: MaskWork): void {
    const { selection, time, notices, index } = this.session;
    if (selection.tracks.length === 0) return notices.say('Select a track to change its mask.');
    const edits = selection.tracks
      .filter((track) => this.editor.may(track))
      .flatMap((track): Edit[] => {
        const shown = this.session.resolved(track).find((r) => r.shape && isLabel(r) && pixelsOf(r.shape, index.width, index.height));
        const before = shown && pixelsOf(shown.shape!, index.width, index.height);
        if (!before) return [];
        const after = this.worked(before, work);
        if (work !== 'to-mask' && after.equals(before)) return [];
        return [{ kind: 'keyframe.put', track, frame: time.frame, slot: 'MASK', shape: shapeOf(after), draft: true }];
      });
    if (edits.length === 0) notices.say(`There was nothing to ${NAMES[work]} here.`);
    else this.editor.make(NAMES[work], edits);
  }

  private worked(mask: Mask, work: MaskWork): Mask {
    const { toolbox, index } = this.session;
    const { width, height } = index;
    const by = toolbox.amount;
    switch (work) {
      case 'fill':
        return filled(mask);
      case 'grow':
        return grow(mask, by, width, height);
      case 'shrink':
        return shrink(mask, by, width, height);
      case 'smooth':
        return smoothed(mask, by, width, height);
      case 'specks':
        return withoutSpecks(mask, (2 * by + 1) ** 2, (2 * by + 1) ** 2);
      case 'to-mask':
        return mask;
    }
  }
}
