import { css } from 'lit';

export const figureStyles = css`
  :host {
    display: block;
    min-width: 0;
  }
  section {
    background: var(--kr-surface);
    border: 1px solid var(--kr-line);
    border-radius: 12px;
    box-shadow: var(--kr-shadow);
    padding: 16px;
    height: 100%;
    box-sizing: border-box;
    display: flex;
    flex-direction: column;
    gap: 8px;
  }
  header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
    flex-wrap: wrap;
  }
  h2 {
    font-size: 15px;
    line-height: 24px;
    font-weight: 600;
    margin: 0;
  }
  .actions {
    display: flex;
    gap: 4px;
  }
  .actions button,
  .actions a {
    font: inherit;
    font-size: 12px;
    line-height: 16px;
    padding: 4px 8px;
    border: 0;
    border-radius: 6px;
    background: none;
    color: var(--kr-muted);
    cursor: pointer;
    text-decoration: none;
  }
  .actions button:hover,
  .actions a:hover,
  .actions button[aria-expanded='true'] {
    background: var(--kr-sunken);
    color: inherit;
  }
  :focus-visible {
    outline: 2px solid var(--kr-accent);
    outline-offset: 1px;
  }
  .about {
    margin: 0;
    padding: 8px 12px;
    border-radius: 8px;
    background: var(--kr-sunken);
    color: var(--kr-muted);
    font-size: 13px;
    max-width: 84ch;
  }
  .chart {
    flex: 1 1 256px;
    min-height: 256px;
    overflow: hidden;
  }
  .scroll {
    overflow: auto;
    max-height: 336px;
    border-radius: 8px;
    border: 1px solid var(--kr-line);
  }
  .empty {
    margin: 0;
    flex: 1;
    min-height: 128px;
    display: grid;
    place-items: center;
    text-align: center;
    padding: 16px 24px;
    border: 1px dashed var(--kr-line);
    border-radius: 8px;
    color: var(--kr-muted);
  }
  table {
    border-collapse: collapse;
    width: 100%;
    font-size: 13px;
    font-variant-numeric: tabular-nums;
  }
  th {
    position: sticky;
    top: 0;
    background: var(--kr-surface);
    color: var(--kr-muted);
    font-weight: 500;
    box-shadow: inset 0 -1px var(--kr-line);
    vertical-align: bottom;
  }
  th,
  td {
    padding: 6px 12px;
    text-align: end;
    white-space: nowrap;
  }
  .left {
    text-align: start;
  }
  td.left {
    white-space: normal;
  }
  tbody tr + tr td {
    border-top: 1px solid var(--kr-line);
  }
  tbody tr:hover td {
    background: var(--kr-sunken);
  }
  td a {
    color: var(--kr-accent-text);
    text-decoration: none;
  }
  td a:hover {
    text-decoration: underline;
  }
  .dot {
    display: inline-block;
    width: 10px;
    height: 10px;
    border-radius: 3px;
    margin-inline-end: 8px;
  }
  [hidden] {
    display: none !important;
  }
`;
