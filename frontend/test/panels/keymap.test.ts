import { describe, expect, it } from 'vitest';
import { BINDINGS, Keymap, keyName } from '../../annotator/panels/keymap.js';

const press = (key: string, code: string, mods: Partial<KeyboardEvent> = {}): string =>
  keyName({ key, code, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...mods });

describe('keys', () => {
  it('never mean two things', () => {
    const all = BINDINGS.flatMap((b) => b.keys);
    expect(all.filter((key, i) => all.indexOf(key) !== i)).toEqual([]);
  });

  it('are the ones that annotators know', () => {
    const map = new Keymap();
    const asked = [
      press('f', 'KeyF'), press('D', 'KeyD'), press('!', 'Digit1', { shiftKey: true }), press('1', 'Digit1', { ctrlKey: true }),
      press('Z', 'KeyZ', { ctrlKey: true, shiftKey: true }), press('z', 'KeyZ', { metaKey: true }), press('?', 'Slash', { shiftKey: true }),
      press(' ', 'Space'), press('[', 'BracketLeft'), press('M', 'KeyM', { shiftKey: true }), press('ArrowRight', 'ArrowRight', { shiftKey: true }),
      press('+', 'Equal', { shiftKey: true }), press('0', 'Digit0', { ctrlKey: true }),
    ].map((name) => map.action(name));
    expect(asked).toEqual([
      'frame-next', null, 'brush', 'class-1', 'redo', 'undo', 'help', 'play', 'brush-smaller', 'note', 'doubt-next-all', 'raise', 'class-0',
    ].map((a) => a ?? 'frame-previous'));
  });

  it('come in pairs: T then H hides all, H alone hides one', () => {
    const map = new Keymap();
    expect(['T', 'H', 'H', 'T', 'L'].map((key) => map.action(key))).toEqual([null, 'hide-all', 'hide', null, 'lock-all']);
  });
});
