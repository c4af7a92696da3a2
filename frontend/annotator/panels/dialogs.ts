import { html, nothing, type TemplateResult } from 'lit';
import { rangeText } from '../model/ranges.js';
import { placeOf } from '../model/time.js';
import type { ChecklistItem } from '../protocol/wire.js';
import type { DeleteScope } from '../state/commands.js';
import type { Kept } from '../state/outbox-store.js';
import type { Dialog } from './desk.js';
import './accept-form.js';
import './event-form.js';
import './key-list.js';
import './ontology-form.js';
import './palette.js';
import './reason-form.js';
import './run-form.js';
import { Panel } from './panel.js';
import { shared } from './styles.js';
import { described, describedEntity } from './versions.js';
import { dialogStyles } from './dialog-styles.js';

/** What opens above the screen, one at a time; Esc closes it. */
export class Dialogs extends Panel {
  static override properties = { ...Panel.properties, checklist: { state: true }, reasons: { state: true } };
  declare checklist: readonly ChecklistItem[] | string | null;
  declare reasons: readonly string[];

  static override styles = [shared, dialogStyles];

  private shown: Dialog | null = null;

  constructor() {
    super();
    this.checklist = null;
    this.reasons = [];
  }

  override render(): unknown {
    const dialog = this.desk.dialog;
    if (!dialog) return nothing;
    return html`<dialog class=${dialog.kind} aria-label=${dialog.kind} @close=${() => this.desk.shut()} @click=${this.outside} @keydown=${(e: KeyboardEvent) => e.stopPropagation()}>
      ${this.content(dialog)}
    </dialog>`;
  }

  protected override updated(): void {
    const { dialog } = this.desk;
    if (dialog === this.shown) return;
    this.shown = dialog;
    if (!dialog) return;
    const element = this.renderRoot.querySelector('dialog')!;
    if (!element.open) element.showModal();
    element.querySelector<HTMLElement>('[autofocus]')?.focus();
    if (dialog.kind === 'submit') void this.check();
    else if (dialog.kind === 'return') void this.offer();
  }

  private content(dialog: Dialog): TemplateResult {
    switch (dialog.kind) {
      case 'submit':
        return this.submit();
      case 'return':
        return this.sendBack();
      case 'keys':
        return this.keys();
      case 'jump':
        return this.jump();
      case 'delete':
        return this.removal(dialog.even);
      case 'palette':
        return html`<kr-palette .desk=${this.desk}></kr-palette>`;
      case 'propagate':
        return html`<h2>Propagate</h2><kr-run-form .desk=${this.desk}></kr-run-form>`;
      case 'accept-above':
        return html`<h2>Accept all above a threshold</h2><kr-accept-form .desk=${this.desk}></kr-accept-form>`;
      case 'ontology':
        return html`<h2>Events, clip classes, skeletons</h2><kr-ontology-form .desk=${this.desk}></kr-ontology-form>`;
      case 'reject':
        return this.rejection();
      case 'restore':
        return this.restoration(dialog.seq, dialog.at);
      case 'event':
        return html`<h2>New event</h2><kr-event-form .desk=${this.desk}></kr-event-form>`;
      case 'saving':
        return this.kept();
      case 'note':
        return this.note(dialog.at);
    }
  }

  private async check(): Promise<void> {
    await this.updateComplete;
    this.checklist = null;
    try {
      const { drafts, outbox, coverage } = this.desk.session;
      drafts.commitAll();
      await outbox.drained();
      await coverage.report();
      this.checklist = await this.desk.session.api.checklist();
    } catch (e) {
      this.checklist = (e as Error).message;
    }
  }

  private submit(): TemplateResult {
    const { checklist } = this;
    const { outbox } = this.desk.session;
    const items = Array.isArray(checklist) ? checklist : [];
    const blocked = items.some((item) => item.blocking) || outbox.count > 0;
    const text =
      checklist === null
        ? 'Looking through the task…'
        : typeof checklist === 'string'
          ? checklist
          : items.length === 0
            ? 'Nothing is missing.'
            : 'Each of these is a click away:';
    return html`<h2>Submit</h2>
      <p class="quiet">${text}</p>
      <ul class="checklist">
        ${items.map(
          (item) => html`<li>
            <button @click=${() => this.visit(item)}>
              <i class=${item.blocking ? 'blocking' : ''}></i>
              <span>${item.message}</span>
              <span class="quiet">${typeof item.frame === 'number' ? rangeText({ from: item.frame, to: item.to ?? item.frame + 1 }) : ''}</span>
            </button>
          </li>`,
        )}
      </ul>
      ${outbox.count > 0 ? html`<p class="need">${outbox.count} edits are still on their way to the server.</p>` : nothing}
      <footer>
        <button class="button" @click=${() => this.desk.shut()}>Not yet</button>
        <button class="button main" autofocus ?disabled=${blocked || checklist === null} @click=${() => this.transition('submit')}>Submit</button>
      </footer>`;
  }

  private visit(item: ChecklistItem): void {
    const { session } = this.desk;
    this.desk.shut();
    if (typeof item.frame === 'number') session.time.go(item.frame);
    if (item.track) session.selection.only(item.track);
  }

  private transition(action: string, reason?: string): void {
    this.desk.shut();
    this.dispatchEvent(new CustomEvent('kr-transition', { bubbles: true, composed: true, detail: action, ...(reason && { detail: { action, reason } }) }));
  }

  private sendBack(): TemplateResult {
    return html`<h2>Send back</h2>
      <kr-reason-form .desk=${this.desk} question="What should be mended?" verb="Send back" .offered=${this.reasons} .take=${(reason: string) => this.transition('return', reason)}></kr-reason-form>`;
  }

  private async offer(): Promise<void> {
    const { api, task } = this.desk.session;
    this.reasons = await api.returnReasons(task.project.id).catch(() => []);
  }

  private keys(): TemplateResult {
    return html`<h2>Keys</h2>
      <p class="quiet">A click on a key changes it, for you and on every computer.</p>
      <kr-key-list .desk=${this.desk}></kr-key-list>
      <footer>
        <button class="button" @click=${() => (this.desk.shut(), this.desk.startTour())}>Show me around</button>
        <button class="button" autofocus @click=${() => this.desk.shut()}>Close</button>
      </footer>`;
  }

  private jump(): TemplateResult {
    const { time } = this.desk.session;
    return html`<form method="dialog" @submit=${this.onJump}>
      <label>Frame (${time.from} to ${time.to - 1}) or time (1:02.5)
        <input type="text" name="where" autofocus required pattern="\\s*(\\d+|(\\d+:)*\\d+(\\.\\d*)?s?|\\d*\\.\\d+s?)\\s*" inputmode="decimal" .value=${String(time.frame)} @focus=${(e: Event) => (e.target as HTMLInputElement).select()} />
      </label>
      <footer><button class="button main">Go</button></footer>
    </form>`;
  }

  private onJump(e: SubmitEvent): void {
    const { time, index } = this.desk.session;
    const frame = placeOf(textOf(e, 'where'), index);
    if (frame !== null) time.go(frame);
  }

  private removal(even: boolean): TemplateResult {
    const { session, commands } = this.desk;
    const track = session.labels.view.track(session.selection.track ?? '');
    const frame = session.time.frame;
    const has = track && session.labels.view.keyframes(track.id).some((k) => k.frame === frame);
    const choose = (scope: DeleteScope): void => {
      this.desk.shut();
      commands.remove(scope, even);
    };
    return html`<h2>Delete ${track ? session.nameOf(track) : ''}</h2>
      <div class="choices">
        <button class="button" autofocus @click=${() => choose('frame')}>
          <b>This frame</b><span class="quiet">${has ? `the keyframe at ${frame} goes` : `absent on frame ${frame} only`}</span>
        </button>
        <button class="button" @click=${() => choose('from-here')}>
          <b>From here</b><span class="quiet">keyframes from ${frame} on go, absent from here</span>
        </button>
        <button class="button" @click=${() => choose('track')}>
          <b>The whole track</b><span class="quiet">Ctrl+Z brings it back</span>
        </button>
      </div>`;
  }

  /** The reason goes back with the task, as a note pinned to the span. */
  private rejection(): TemplateResult {
    const { session, commands } = this.desk;
    const span = commands.review.span();
    const track = session.labels.view.track(session.selection.track ?? '');
    const take = (reason: string): void => {
      this.desk.shut();
      void commands.review.reject(reason);
    };
    return html`<h2>Not good: ${track ? session.nameOf(track) : ''}, ${rangeText(span)}</h2>
      <kr-reason-form .desk=${this.desk} question="What is wrong?" verb="Pin it to the span" .take=${take}></kr-reason-form>`;
  }

  private restoration(seq: number, at: string): TemplateResult {
    return html`<h2>Back to this point</h2>
      <p>Everything that was edited after ${at} is undone, also what others did. That is done by new changes: the history keeps all of it, and you can come back the same way.</p>
      <footer>
        <button class="button" @click=${() => this.desk.shut()}>Cancel</button>
        <button class="button main" autofocus @click=${() => void this.restore(seq)}>Go back</button>
      </footer>`;
  }

  private async restore(seq: number): Promise<void> {
    const { session } = this.desk;
    this.desk.shut();
    if (!this.desk.commands.editor.may()) return;
    session.drafts.commitAll();
    try {
      if (!(await session.outbox.drained())) throw new Error('your last edits are not saved yet; try again when you are online.');
      await session.api.restore(seq);
      session.notices.say('The labels are as they were at that point.');
    } catch (e) {
      session.notices.warn(`The labels stay as they are: ${(e as Error).message}`);
    }
  }

  private kept(): TemplateResult {
    const { outbox } = this.desk.session;
    return html`<h2>Edits that the server did not take</h2>
      <p class="quiet">Yours are kept here until you decide. Both versions stay in the history.</p>
      <ul class="kept">
        ${outbox.kept.map((kept) => html`<li>${this.keptEdit(kept)}</li>`)}
      </ul>
      <footer><button class="button" autofocus @click=${() => this.desk.shut()}>Close</button></footer>`;
  }

  private keptEdit(kept: Kept): TemplateResult {
    const { session } = this.desk;
    const op = kept.ops[kept.ops.length - 1]!;
    const track = session.labels.view.track('track' in op ? op.track : '');
    const frame = 'frame' in op ? op.frame : null;
    return html`<div>
        <b>${track ? session.nameOf(track) : 'a track'}${frame === null ? '' : ` at frame ${frame}`}</b>
        <span class="quiet">${op.kind.replace('.', ' ')}</span>
        <div>${kept.message}</div>
        <div class="quiet">Yours: ${described(op, session)}. Theirs: ${session.labels.view.get(kept.subject) ? describedEntity(session.labels.view.get(kept.subject)!, session) : 'deleted'}.</div>
      </div>
      <button class="button" ?hidden=${frame === null} @click=${() => this.desk.compare(op)}>Show both</button>
      <button class="button" @click=${() => outboxDone(this.desk, () => session.outbox.dismiss(kept))}>Keep theirs</button>
      <button class="button main" @click=${() => outboxDone(this.desk, () => session.outbox.insist(kept))}>Use mine</button>`;
  }

  private note(at: { x: number; y: number } | null): TemplateResult {
    const { session } = this.desk;
    const track = session.selection.track;
    const name = track && session.labels.view.track(track);
    return html`<form method="dialog" @submit=${(e: SubmitEvent) => void this.addNote(e, at)}>
      <h2>Note at frame ${session.time.frame}${name ? `, ${session.nameOf(name)}` : ''}</h2>
      <label>What should be looked at?<textarea name="body" required autofocus maxlength="4000" @keydown=${submitOnEnter}></textarea></label>
      <label>Until frame
        <input type="number" name="to" min=${session.time.frame} max=${session.time.to - 1} .value=${String(session.time.frame)} />
      </label>
      <footer>
        <button type="button" class="button" @click=${() => this.desk.shut()}>Cancel</button>
        <button class="button main">Pin the note</button>
      </footer>
    </form>`;
  }

  private async addNote(e: SubmitEvent, at: { x: number; y: number } | null): Promise<void> {
    const { session } = this.desk;
    const from = session.time.frame;
    const to = Math.max(from, Number(textOf(e, 'to')) || from) + 1;
    const body = textOf(e, 'body');
    try {
      await session.notes.add({ from, to, body, ...(session.selection.track && { track: session.selection.track }), ...(at && { x: at.x, y: at.y }) });
    } catch (error) {
      session.notices.warn(`The note was not saved: ${(error as Error).message} It said: “${body}”`);
    }
  }

  private outside(e: MouseEvent): void {
    if ((e.target as Element).localName === 'dialog') this.desk.shut();
  }
}

function outboxDone(desk: Panel['desk'], work: () => void): void {
  work();
  if (desk.session.outbox.kept.length === 0) desk.shut();
}

function textOf(e: SubmitEvent, name: string): string {
  return String(new FormData(e.target as HTMLFormElement).get(name) ?? '').trim();
}

function submitOnEnter(e: KeyboardEvent): void {
  if (e.key !== 'Enter' || e.shiftKey) return;
  e.preventDefault();
  (e.target as HTMLTextAreaElement).form!.requestSubmit();
}

customElements.define('kr-dialogs', Dialogs);
