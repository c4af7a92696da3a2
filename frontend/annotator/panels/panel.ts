import { LitElement } from 'lit';
import type { Desk } from './desk.js';

/** A part of the screen that draws itself anew when the desk or its session changes. */
export abstract class Panel extends LitElement {
  static override properties = { desk: { attribute: false } };
  declare desk: Desk;
  private listening: (() => void)[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    this.listen();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unlisten();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('desk')) this.listen();
  }

  private listen(): void {
    this.unlisten();
    if (!this.desk) return;
    const redraw = (): void => this.requestUpdate();
    this.listening = [this.desk.changed.on(redraw), this.desk.session.changed.on(redraw)];
  }

  private unlisten(): void {
    this.listening.forEach((stop) => stop());
    this.listening = [];
  }
}
