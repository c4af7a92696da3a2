import { html, svg, type TemplateResult } from 'lit';

const PATHS = {
  select: 'M6 3.5l13 8-6 1.5-2.5 6.5z',
  brush: 'M4.5 19.5c3.5.8 5-1.3 5-3.7 0-1.5-1-2.5-2.3-2.5-2.3 0-1.2 4-2.7 6.2zM9.3 13.5L18 4.6c.7-.7 2.1.6 1.4 1.4l-8.6 9',
  eraser: 'M8.5 19.5h11M4.5 14.5l8.3-9 6.7 6.2-7 7.8H9z M8.7 10l6.6 6.2',
  polygon: 'M12 4l7.5 5.5-3 9.5h-9l-3-9.5z',
  'polygon-subtract': 'M12 4l7.5 5.5-3 9.5h-9l-3-9.5z M9 12.5h6',
  box: 'M5 6.5h14v11H5z',
  eye: 'M2.5 12s3.5-6 9.5-6 9.5 6 9.5 6-3.5 6-9.5 6-9.5-6-9.5-6z M12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z',
  'eye-off': 'M4 4l16 16M9.7 6.3A9 9 0 0 1 12 6c6 0 9.5 6 9.5 6a17 17 0 0 1-3 3.6M14.5 17.5A9 9 0 0 1 12 18c-6 0-9.5-6-9.5-6a17 17 0 0 1 3.3-3.9',
  lock: 'M6.5 11h11v8.5h-11zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  unlock: 'M6.5 11h11v8.5h-11zM8.5 11V7.5a3.5 3.5 0 0 1 6.8-1',
  play: 'M8 5.5l10.5 6.5L8 18.5z',
  pause: 'M8.5 5.5v13M15.5 5.5v13',
  next: 'M9 6l6 6-6 6',
  previous: 'M15 6l-6 6 6 6',
  first: 'M17 6l-6 6 6 6M7 6v12',
  last: 'M7 6l6 6-6 6M17 6v12',
  close: 'M6.5 6.5l11 11M17.5 6.5l-11 11',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  note: 'M5 5.5h14v10h-7l-4 3.5v-3.5H5z',
  help: 'M9.3 9.2a2.8 2.8 0 1 1 4 2.6c-.9.5-1.3 1-1.3 2.2M12 17.5v.01',
  fit: 'M4.5 9V4.5H9M15 4.5h4.5V9M19.5 15v4.5H15M9 19.5H4.5V15',
  undo: 'M8.5 5L4.5 9l4 4M5 9h9a5 5 0 0 1 0 10h-4',
  redo: 'M15.5 5l4 4-4 4M19 9h-9a5 5 0 0 0 0 10h4',
  back: 'M14.5 5.5L8 12l6.5 6.5',
  plus: 'M12 5.5v13M5.5 12h13',
  propagate: 'M3.5 12h13M12.5 7.5L17 12l-4.5 4.5M20.5 6v12',
  trash: 'M5 7.5h14M9.5 7V4.5h5V7M7 7.5l1 12h8l1-12',
  diamond: 'M12 4.5l7.5 7.5-7.5 7.5L4.5 12z',
} as const;

export type IconName = keyof typeof PATHS;

export function icon(name: IconName, size = 18): TemplateResult {
  return html`<svg width=${size} height=${size} viewBox="0 0 24 24" aria-hidden="true">${svg`<path d=${PATHS[name]} />`}</svg>`;
}
