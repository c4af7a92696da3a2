import { Emitter } from './emitter.js';

export interface Notice {
  readonly id: number;
  readonly text: string;
  readonly tone: 'info' | 'warning';
}

const SHOWN_MS = { info: 3500, warning: 9000 };

/** Short messages that come, are read out, and go. */
export class Notices {
  readonly changed = new Emitter();
  list: readonly Notice[] = [];
  private next = 1;

  say(text: string, tone: Notice['tone'] = 'info'): void {
    const notice = { id: this.next++, text, tone };
    this.list = [...this.list.filter((n) => n.text !== text), notice].slice(-3);
    this.changed.emit();
    setTimeout(() => this.dismiss(notice.id), SHOWN_MS[tone]);
  }

  warn(text: string): void {
    this.say(text, 'warning');
  }

  dismiss(id: number): void {
    this.list = this.list.filter((n) => n.id !== id);
    this.changed.emit();
  }
}
