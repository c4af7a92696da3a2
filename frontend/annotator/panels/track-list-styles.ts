import { css } from 'lit';

export const trackListStyles = css`
  :host {
    display: block;
    min-height: 96px;
  }
  header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding: 8px 12px 6px;
    font-weight: 600;
  }
  header .quiet {
    font-weight: 400;
  }
  header .doubt {
    color: var(--kr-low-text);
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    position: relative;
    height: 30px;
  }
  li:hover {
    background: var(--kr-hover);
  }
  li.on {
    background: var(--kr-accent-back);
  }
  .pick {
    display: grid;
    grid-template-columns: 12px minmax(0, 1fr) 48px 30px;
    gap: 9px;
    align-items: center;
    width: 100%;
    height: 100%;
    padding: 0 12px;
    text-align: left;
    border-radius: 0;
  }
  .pick:focus-visible {
    outline-offset: -2px;
  }
  .swatch {
    width: 12px;
    height: 12px;
    border-radius: 3px;
  }
  .name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .source {
    grid-column: 3 / 5;
    text-align: right;
    color: var(--kr-quiet);
    white-space: nowrap;
  }
  .number {
    text-align: right;
  }
  .off {
    opacity: 0.5;
  }
  .marks {
    position: absolute;
    top: 2px;
    right: 6px;
    display: flex;
    background: inherit;
    opacity: 0;
  }
  li:hover .marks,
  .marks:focus-within {
    opacity: 1;
    background: var(--kr-hover);
  }
  .worn {
    display: inline-flex;
    gap: 2px;
    vertical-align: -3px;
    margin-left: 4px;
    color: var(--kr-quiet);
  }
  .empty {
    margin: 4px 12px 12px;
    padding: 12px;
    border: 1px dashed var(--kr-edge);
    border-radius: 8px;
    color: var(--kr-quiet);
  }
  .empty b {
    display: block;
    color: var(--kr-text);
    font-weight: 600;
    margin-bottom: 4px;
  }
  .empty button {
    margin-top: 10px;
  }

  .tools {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 116px auto;
    gap: 4px;
    padding: 0 12px 6px;
  }
  .tools .button {
    height: 26px;
    padding: 0 8px;
  }
  .rows {
    overflow: hidden auto;
    scrollbar-width: thin;
    scrollbar-color: var(--kr-edge) transparent;
  }
  .rows ul {
    box-sizing: border-box;
  }
  .face {
    display: inline-grid;
    place-items: center;
    width: 16px;
    height: 16px;
    margin-left: 5px;
    border-radius: 50%;
    font-size: 10px;
    font-weight: 700;
    vertical-align: -2px;
  }
`;
