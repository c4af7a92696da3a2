import { perform } from './actions.js';
import type { Desk } from './desk.js';
import { Keymap, keyName } from './keymap.js';

const TAP_MS = 250;

/** Keys of the whole window become actions, except while somebody types. A tap on Space plays; held, it pans. */
export class KeyListener {
  private readonly keymap = new Keymap(() => this.desk()!.keys);
  private spaceSince = 0;

  constructor(
    private readonly desk: () => Desk | null,
    private readonly pan: (on: boolean) => void,
  ) {}

  connect(): void {
    addEventListener('keydown', this.down);
    addEventListener('keyup', this.up);
    addEventListener('blur', this.release);
  }

  disconnect(): void {
    removeEventListener('keydown', this.down);
    removeEventListener('keyup', this.up);
    removeEventListener('blur', this.release);
  }

  private readonly down = (e: KeyboardEvent): void => {
    const desk = this.desk();
    if (!desk || desk.dialog || e.isComposing) return;
    if (typing(e)) {
      if (e.key === 'Escape') (target(e) as HTMLElement).blur();
      return;
    }
    if (e.code === 'Space' && !e.ctrlKey && !e.altKey && !pressing(e)) {
      e.preventDefault();
      if (!e.repeat) this.spaceSince = performance.now();
      this.pan(true);
      return;
    }
    if (['Control', 'Shift', 'Alt', 'Meta'].includes(e.key)) return;
    const action = this.keymap.action(keyName(e));
    if (!action || (action === 'enter' && pressing(e))) return;
    e.preventDefault();
    perform(desk, action);
  };

  private readonly up = (e: KeyboardEvent): void => {
    if (e.code !== 'Space' || this.spaceSince === 0) return;
    const tapped = performance.now() - this.spaceSince < TAP_MS;
    this.release();
    const desk = this.desk();
    if (tapped && desk) perform(desk, 'play');
  };

  private readonly release = (): void => {
    this.spaceSince = 0;
    this.pan(false);
  };
}

function target(e: KeyboardEvent): Element | null {
  return (e.composedPath()[0] as Element | undefined) ?? null;
}

function typing(e: KeyboardEvent): boolean {
  const element = target(e);
  if (!(element instanceof HTMLElement)) return false;
  if (element instanceof HTMLInputElement) return element.type !== 'checkbox';
  return element.isContentEditable || ['TEXTAREA', 'SELECT'].includes(element.tagName);
}

/** Enter and Space on a button that has the keyboard's focus press it. */
function pressing(e: KeyboardEvent): boolean {
  const element = target(e);
  return element instanceof HTMLButtonElement && element.matches(':focus-visible');
}
