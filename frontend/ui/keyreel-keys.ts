/** Where keys belong to what has the focus, not to the screen behind it. */
const OWNERS = new Set([
  'INPUT',
  'TEXTAREA',
  'VAADIN-SELECT',
  'VAADIN-DIALOG',
  'VAADIN-CONFIRM-DIALOG',
  'VAADIN-POPOVER',
  'VAADIN-MENU-BAR',
]);

const TYPING = new Set(['INPUT', 'TEXTAREA']);

/** Hears single keys anywhere on the page while it is on it, and tells them as `pressed`. */
class KeyreelKeys extends HTMLElement {
  connectedCallback(): void {
    this.hidden = true;
    document.addEventListener('keydown', this.onKey);
  }

  disconnectedCallback(): void {
    document.removeEventListener('keydown', this.onKey);
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const owners = this.hasAttribute('in-dialog') ? TYPING : OWNERS;
    if (event.composedPath().some((node) => owners.has((node as Element).tagName))) return;
    if (!this.hasAttribute('in-dialog') && document.querySelector('vaadin-dialog[opened], vaadin-confirm-dialog[opened]')) return;
    const keys = (this.getAttribute('keys') ?? '').split(' ');
    if (!keys.includes(event.key.toLowerCase())) return;
    event.preventDefault();
    this.dispatchEvent(new CustomEvent('pressed', { detail: event.key.toLowerCase() }));
  };
}

if (!customElements.get('keyreel-keys')) customElements.define('keyreel-keys', KeyreelKeys);
