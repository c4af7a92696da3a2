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
    if (event.composedPath().some((node) => OWNERS.has((node as Element).tagName))) return;
    if (document.querySelector('vaadin-dialog[opened], vaadin-confirm-dialog[opened]')) return;
    const keys = (this.getAttribute('keys') ?? '').split(' ');
    if (!keys.includes(event.key.toLowerCase())) return;
    event.preventDefault();
    this.dispatchEvent(new CustomEvent('pressed', { detail: event.key.toLowerCase() }));
  };
}

if (!customElements.get('keyreel-keys')) customElements.define('keyreel-keys', KeyreelKeys);
