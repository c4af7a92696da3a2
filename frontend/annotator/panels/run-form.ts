import { css, html } from 'lit';
import { type FrameRange, rangeText } from '../model/ranges.js';
import type { RunRequest } from '../protocol/api.js';
import { Panel } from './panel.js';
import { shared } from './styles.js';

type Reach = 'shot' | 'range' | 'on' | 'back' | 'task';

/** Which frames a run goes through, and which way. */
export class RunForm extends Panel {
  static override properties = { ...Panel.properties, reach: { state: true }, direction: { state: true } };
  declare reach: Reach;
  declare direction: RunRequest['direction'];

  static override styles = [
    shared,
    css`
      fieldset {
        border: 0;
        padding: 0;
        margin: 0 0 12px;
        display: grid;
        gap: 6px;
      }
      legend {
        padding: 0 0 4px;
        color: var(--kr-quiet);
      }
      label {
        display: flex;
        gap: 8px;
        align-items: center;
      }
      input {
        accent-color: var(--kr-accent);
      }
      footer {
        display: flex;
        justify-content: flex-end;
        gap: 8px;
      }
    `,
  ];

  constructor() {
    super();
    this.reach = 'shot';
    this.direction = 'both';
  }

  protected override firstUpdated(): void {
    if (this.desk.session.span.range) this.reach = 'range';
    this.renderRoot.querySelector<HTMLElement>('.main')!.focus();
  }

  override render(): unknown {
    const ranges = this.ranges();
    const offered = (Object.keys(ranges) as Reach[]).filter((reach) => ranges[reach]);
    const names: Record<Reach, string> = { shot: 'This shot', range: 'The range', on: 'From here to the end of the shot', back: 'From the start of the shot to here', task: 'The whole task' };
    return html`<fieldset>
        <legend>Frames</legend>
        ${offered.map((reach) => this.choice('reach', names[reach], `${rangeText(ranges[reach]!)}`, this.reach === reach, () => (this.reach = reach)))}
      </fieldset>
      <fieldset>
        <legend>Direction</legend>
        ${this.choice('direction', 'Both ways', 'between keyframes', this.direction === 'both', () => (this.direction = 'both'))}
        ${this.choice('direction', 'Forward', 'from the keyframe before', this.direction === 'forward', () => (this.direction = 'forward'))}
        ${this.choice('direction', 'Backward', 'from the keyframe after', this.direction === 'backward', () => (this.direction = 'backward'))}
      </fieldset>
      <footer>
        <button class="button" @click=${() => this.desk.shut()}>Cancel</button>
        <button class="button main" @click=${() => this.run(ranges[this.reach])}>Propagate</button>
      </footer>`;
  }

  private choice(group: string, label: string, detail: string, on: boolean, pick: () => void): unknown {
    return html`<label><input type="radio" name=${group} .checked=${on} @change=${pick} /><span>${label}</span><span class="quiet">${detail}</span></label>`;
  }

  private ranges(): Record<Reach, FrameRange | null> {
    const { session } = this.desk;
    const { time, span } = session;
    const shot = session.shotAt(time.frame);
    return {
      shot,
      range: span.range,
      on: { from: time.frame, to: shot.to },
      back: { from: shot.from, to: time.frame + 1 },
      task: { from: time.from, to: time.to },
    };
  }

  private run(range: FrameRange | null): void {
    this.desk.shut();
    void this.desk.commands.propagate(range, this.direction);
  }
}

customElements.define('kr-run-form', RunForm);
