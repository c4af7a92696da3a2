import { css } from 'lit';

export const dialogStyles = css`
  dialog {
    width: 420px;
    max-width: calc(100vw - 48px);
    max-height: calc(100vh - 48px);
    padding: 18px 20px 16px;
    color: inherit;
    background: var(--kr-panel);
    border: 1px solid var(--kr-edge);
    border-radius: 10px;
    box-shadow: 0 16px 48px rgb(0 0 0 / 0.5);
    overflow: auto;
  }
  dialog::backdrop {
    background: rgb(8 9 12 / 0.55);
  }
  dialog.keys {
    width: 1040px;
  }
  dialog.palette {
    width: 562px;
  }
  dialog.ontology {
    width: 682px;
  }
  dialog.jump {
    width: 260px;
  }
  dialog.delete {
    width: 480px;
  }
  dialog.saving {
    width: 620px;
  }
  h2 {
    margin: 0 0 10px;
    font-size: 15px;
    font-weight: 600;
    color: var(--kr-strong);
  }
  h3 {
    margin: 0 0 6px;
    font-size: 12px;
    font-weight: 600;
    color: var(--kr-accent);
  }
  p {
    margin: 0 0 10px;
  }
  .need {
    color: var(--kr-middle);
  }
  label {
    display: block;
    margin-bottom: 10px;
    color: var(--kr-quiet);
  }
  label input,
  label textarea {
    display: block;
    margin-top: 4px;
    color: var(--kr-text);
  }
  footer {
    display: flex;
    justify-content: flex-end;
    gap: 8px;
    margin-top: 14px;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .checklist button {
    display: grid;
    grid-template-columns: 10px 1fr auto;
    gap: 10px;
    align-items: center;
    width: 100%;
    padding: 7px 8px;
    text-align: left;
  }
  .checklist button:hover {
    background: var(--kr-hover);
  }
  .checklist i {
    width: 8px;
    height: 8px;
    border-radius: 50%;
    background: var(--kr-quiet);
  }
  .checklist i.blocking {
    background: var(--kr-low);
  }
  .groups {
    columns: 3 280px;
    column-gap: 32px;
  }
  section {
    break-inside: avoid;
    margin-bottom: 16px;
  }
  .key {
    display: flex;
    justify-content: space-between;
    gap: 12px;
    padding: 2px 0;
  }
  .key span + span {
    white-space: nowrap;
  }
  .choices {
    display: grid;
    gap: 6px;
  }
  .choices .button {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: 16px;
    height: 38px;
  }
  .kept li {
    display: grid;
    grid-template-columns: 1fr auto auto auto;
    gap: 8px;
    align-items: center;
    padding: 8px 0;
    border-top: 1px solid var(--kr-line);
  }
`;
