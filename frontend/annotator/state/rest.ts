import { Bits } from '../model/bits.js';
import type { Mask } from '../model/mask.js';
import { piecesOf, union } from '../model/morphology.js';
import { isLabel } from '../model/resolve.js';
import { boundsOf, maskOf, shapeOf } from '../model/shapes.js';
import type { Editor } from './editor.js';
import type { Session } from './session.js';

/** The pixels of a frame that no class has, where every pixel needs one. */
export class Rest {
  private known: { readonly frame: number; readonly mask: Mask } | null = null;
  private visited = 0;

  constructor(
    private readonly session: Session,
    private readonly editor: Editor,
  ) {
    const forget = (): void => void (this.known = null);
    session.labels.changed.on(forget);
    session.proposals.changed.on(forget);
  }

  /** The part of this frame's pixels without class; null where that is no question. */
  share(): number | null {
    const { modes, index, labels } = this.session;
    if (!modes.whole || labels.view.tracks().length === 0) return null;
    return this.mask().area() / (index.width * index.height);
  }

  /** Brings one piece after the other into view, the largest first. */
  show(): void {
    const pieces = piecesOf(this.mask()).sort((a, b) => b.area() - a.area());
    const piece = pieces[this.visited++ % Math.max(1, pieces.length)];
    const bounds = piece && boundsOf(shapeOf(piece));
    if (bounds) this.session.navigation.show(bounds);
    else this.session.notices.say('Every pixel of this frame has a class.');
  }

  /** Gives them to the selected track, else to the class in hand where that is stuff. */
  fill(): void {
    const { selection, modes, toolbox, labels, index, notices, classes } = this.session;
    const stuff = classes.find((c) => c.id === toolbox.classId)?.kind === 'stuff';
    if (!this.editor.may(selection.track)) return;
    if (!modes.whole) return notices.say('Only where every pixel needs a class can the rest be given to one.');
    if (!selection.track && !stuff) return notices.say('Select a track, or pick a stuff class, to give these pixels to.');
    const rest = this.mask();
    if (rest.empty) return notices.say('Every pixel of this frame has a class.');
    const track = selection.track ?? modes.home(toolbox.classId, labels.view.tracks())?.id;
    const shown = track ? this.session.resolved(track).find((r) => r.slot === 'MASK' && r.shape && isLabel(r)) : null;
    const base = shown && maskOf(shown.shape!, index.width, index.height);
    this.editor.put('fill the rest', shapeOf(base ? union(base, rest, index.width, index.height) : rest));
  }

  private mask(): Mask {
    const { time, labels, index } = this.session;
    if (this.known?.frame === time.frame) return this.known.mask;
    const bits = new Bits(index.width, index.height);
    for (let y = 0; y < index.height; y++) bits.row(y, 0, index.width, true);
    for (const { id } of labels.view.tracks()) {
      for (const shown of this.session.resolved(id)) {
        const mask = shown.shape && isLabel(shown) ? maskOf(shown.shape, index.width, index.height) : null;
        if (mask) bits.remove(mask);
      }
    }
    this.visited = 0;
    this.known = { frame: time.frame, mask: bits.mask() };
    return this.known.mask;
  }
}
