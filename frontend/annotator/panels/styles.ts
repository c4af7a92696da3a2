import { css } from 'lit';

/** One accent, quiet greys, an 8-px grid; numbers never jump. */
export const tokens = css`
  :host {
    --kr-back: #0c0d10;
    --kr-ground: #14161a;
    --kr-panel: #1b1e24;
    --kr-raised: #22262e;
    --kr-hover: #2a2f38;
    --kr-line: #2c313a;
    --kr-edge: #4a5261;
    --kr-text: #d7dce3;
    --kr-strong: #fff;
    --kr-quiet: #9aa3b2;
    --kr-accent: #5b9dff;
    --kr-accent-back: #24304a;
    --kr-high: #2fa8a0;
    --kr-middle: #e3b341;
    --kr-low: #e0607e;
    --kr-high-text: #4cc4bb;
    --kr-low-text: #f08aa2;
    --kr-font: Inter, 'Instrument Sans', system-ui, -apple-system, 'Segoe UI', sans-serif;
  }
`;

export const shared = css`
  :host {
    box-sizing: border-box;
    font: 13px/1.4 var(--kr-font);
    font-variant-numeric: tabular-nums;
    color: var(--kr-text);
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
  }
  button {
    border: 0;
    background: none;
    padding: 0;
    cursor: pointer;
    border-radius: 6px;
  }
  button:disabled {
    opacity: 0.45;
    cursor: default;
  }
  :focus-visible {
    outline: 2px solid var(--kr-accent);
    outline-offset: 1px;
  }
  .quiet {
    color: var(--kr-quiet);
  }
  .button {
    height: 28px;
    padding: 0 12px;
    border: 1px solid var(--kr-edge);
    background: var(--kr-raised);
    white-space: nowrap;
  }
  .button:hover:not(:disabled) {
    background: var(--kr-hover);
  }
  .button.main {
    background: var(--kr-accent);
    border-color: var(--kr-accent);
    color: #08121f;
    font-weight: 600;
  }
  .button.main:hover:not(:disabled) {
    background: #79b0ff;
  }
  .icon {
    width: 26px;
    height: 26px;
    display: inline-grid;
    place-items: center;
    color: var(--kr-quiet);
  }
  .icon:hover {
    background: var(--kr-hover);
    color: var(--kr-strong);
  }
  .icon[aria-pressed='true'] {
    color: var(--kr-strong);
  }
  svg {
    display: block;
    stroke: currentColor;
    fill: none;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  kbd {
    display: inline-block;
    min-width: 18px;
    text-align: center;
    background: #2b303a;
    border: 1px solid #454d5b;
    border-bottom-width: 2px;
    border-radius: 4px;
    padding: 0 5px;
    font: 11px/16px ui-monospace, 'DejaVu Sans Mono', monospace;
    color: var(--kr-strong);
  }
  input[type='text'],
  input[type='number'],
  select,
  textarea {
    background: var(--kr-ground);
    border: 1px solid var(--kr-edge);
    border-radius: 5px;
    padding: 3px 8px;
    min-height: 26px;
    width: 100%;
  }
  textarea {
    resize: vertical;
    min-height: 72px;
  }
  .bar {
    display: inline-block;
    height: 5px;
    border-radius: 3px;
    background: #3a414d;
    overflow: hidden;
  }
  .bar > i {
    display: block;
    height: 100%;
  }
  .sr {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
