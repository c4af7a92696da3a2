import type { Palette } from './chart.js';

const NAMES: Readonly<Record<string, string>> = {
  accent: 'var(--kr-accent)',
  high: 'light-dark(#12908a, #3fbdb3)',
  mid: 'light-dark(#d08c14, #e3b341)',
  low: 'light-dark(#d4476c, #ef7d98)',
  violet: 'light-dark(#7a4fd0, #b79bff)',
  sky: 'light-dark(#2583b8, #6cc3f2)',
  olive: 'light-dark(#6d7d1a, #b8c75c)',
  grey: 'light-dark(#9aa1b2, #737b90)',
};
const ORDER = ['accent', 'mid', 'high', 'low', 'violet', 'sky', 'olive', 'grey'];

/** The colours that the page has at this moment, light or dark. */
export function paletteOf(host: HTMLElement): Palette {
  const probe = document.createElement('span');
  (host.shadowRoot ?? host).append(probe);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  const solid = (css: string): string => {
    probe.style.color = css;
    const color = getComputedStyle(probe).color;
    if (!pen) return color;
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = color;
    pen.fillRect(0, 0, 1, 1);
    const [r, g, b] = pen.getImageData(0, 0, 1, 1).data;
    return `rgb(${r}, ${g}, ${b})`;
  };
  const named = Object.fromEntries(Object.entries(NAMES).map(([name, css]) => [name, solid(css)]));
  const palette = {
    ink: solid('var(--vaadin-text-color, CanvasText)'),
    muted: solid('var(--kr-muted)'),
    line: solid('var(--kr-line)'),
    surface: solid('var(--kr-surface)'),
    font: getComputedStyle(host).fontFamily,
    named,
    order: ORDER.map((name) => named[name] as string),
  };
  probe.remove();
  return palette;
}

/** Calls back when the page turns light or dark; answers how to stop. */
export function onTheme(changed: () => void): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const page = new MutationObserver(changed);
  page.observe(document.documentElement, { attributes: true, attributeFilter: ['theme', 'style', 'class'] });
  system.addEventListener('change', changed);
  return () => {
    page.disconnect();
    system.removeEventListener('change', changed);
  };
}
