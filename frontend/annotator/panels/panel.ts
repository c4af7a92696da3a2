import { LitElement } from 'lit';
import type { Desk } from './desk.js';

/** A part of the screen that draws itself anew when the desk or its session changes. */
export abstract class Panel extends LitElement {
  static override properties = { desk: { attribute: false } };
  declare desk: Desk;
  private stops: (() => void)[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    this.follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unfollow();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('desk')) this.follow();
  }

  private follow(): void {
    this.unfollow();
    if (!this.desk) return;
    const redraw = (): void => this.requestUpdate();
    this.stops = [this.desk.changed.on(redraw), this.desk.session.changed.on(redraw)];
  }

  private unfollow(): void {
    this.stops.forEach((stop) => stop());
    this.stops = [];
  }
}
