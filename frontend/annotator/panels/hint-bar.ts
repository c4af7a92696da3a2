import { css, html, nothing, type TemplateResult } from 'lit';
import { nextDoubt } from '../model/doubts.js';
import { rangeText } from '../model/ranges.js';
import { Panel } from './panel.js';
import { shared } from './styles.js';

interface Hint {
  readonly keys: readonly string[];
  readonly text: string;
}

/** What the keys do right now, in the corner of the picture. */
export class HintBar extends Panel {
  static override styles = [
    shared,
    css`
      :host {
        position: absolute;
        left: 12px;
        bottom: 12px;
        max-width: calc(100% - 400px);
        pointer-events: none;
      }
      div {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 16px;
        padding: 6px 12px;
        background: rgb(12 13 16 / 0.82);
        border: 1px solid var(--kr-line);
        border-radius: 8px;
      }
      span {
        white-space: nowrap;
      }
      kbd {
        margin-right: 3px;
      }
      .why {
        color: var(--kr-middle);
      }
    `,
  ];

  override render(): unknown {
    const { task, sweep } = this.desk.session;
    if (sweep.active) return nothing;
    if (!task.editable) {
      return html`<div role="status"><span class="why">Read-only</span> <span>${task.readOnlyReason ?? ''}</span></div>`;
    }
    const hints = this.hints();
    if (hints.length === 0) return nothing;
    return html`<div role="status" aria-live="polite">${hints.map((hint) => view(hint))}</div>`;
  }

  private hints(): Hint[] {
    const { session, commands } = this.desk;
    const { selection, toolbox, labels, time } = session;
    const hints: Hint[] = [];
    const enter = this.desk.enterHint();
    if (enter) hints.push({ keys: ['Enter'], text: enter });
    const drawing = toolbox.tool !== 'select';
    if (drawing && !selection.track && !enter) {
      const name = session.classes.find((c) => c.id === toolbox.classId)?.name ?? 'object';
      hints.push({ keys: [], text: `Draw to start a new ${name}` }, { keys: ['Ctrl', '1…0'], text: 'another class' });
    } else if (drawing && toolbox.redraw) hints.push({ keys: [], text: 'Draw this track anew' });
    if (!session.modes.draws) return this.timeHints();
    if (labels.view.tracks().length === 0 && !drawing) hints.push({ keys: ['N'], text: 'draw the first object' });
    const span = selection.track ? commands.acceptable(selection.track, time.frame) : null;
    if (span && !enter) hints.push({ keys: ['A'], text: `accept ${rangeText(span)}` });
    const first = selection.track ? session.resolved(selection.track)[0]?.source : null;
    if (first === 'ghost' && !enter) hints.push({ keys: ['K'], text: 'make the ghost a keyframe' });
    if (first === 'preview' && !enter) hints.push({ keys: ['K'], text: 'make the preview a keyframe' });
    hints.push(...this.onwards());
    return hints;
  }

  private timeHints(): Hint[] {
    const { session, keys } = this.desk;
    if (session.modes.mode === 'clip') return [{ keys: [keys.text('play')], text: 'play' }];
    const range = [{ keys: [keys.text('span-start')], text: 'range from here' }, { keys: [keys.text('span-end')], text: 'to here' }];
    if (session.happenings.open(session.labels.view.events()).length > 0) range.push({ keys: ['Shift', 'D'], text: 'next that seems to happen' });
    return session.span.range ? [...range, { keys: [keys.text('event')], text: 'say what happens' }] : range;
  }

  private onwards(): Hint[] {
    const { session } = this.desk;
    const { selection, labels, time } = session;
    const doubt = nextDoubt(session.doubts(), time.frame, 1, (track) => selection.has(track));
    const track = doubt && labels.view.track(doubt.track);
    const hints: Hint[] = [];
    if (doubt && track) hints.push({ keys: ['→'], text: `next doubtful span (${session.nameOf(track)}, ${rangeText(doubt)})` });
    if (labels.view.tracks().length > 0) {
      const chosen = selection.track && labels.view.track(selection.track);
      const what = chosen ? session.nameOf(chosen) : 'all tracks';
      hints.push({ keys: ['Ctrl', 'B'], text: `propagate ${selection.tracks.length > 1 ? 'selected' : what}` });
    }
    return hints;
  }
}

function view(hint: Hint): TemplateResult {
  return html`<span>${hint.keys.map((key) => html`<kbd>${key}</kbd>`)} ${hint.text}</span>`;
}

customElements.define('kr-hint-bar', HintBar);
