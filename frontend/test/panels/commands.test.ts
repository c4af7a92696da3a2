import { describe, expect, it } from 'vitest';
import { placeOf } from '../../annotator/model/time.js';
import { BINDINGS, Keymap, Keys, type OwnKeys } from '../../annotator/panels/keymap.js';
import { Preferences } from '../../annotator/state/preferences.js';
import type { VideoIndex } from '../../annotator/protocol/wire.js';

describe('own keys', () => {
  it('lead over the usual ones, and take effect at once', () => {
    let own: OwnKeys = {};
    const keys = new Keys(() => own);
    const map = new Keymap(() => keys);
    expect([map.action('F'), keys.text('frame-next')]).toEqual(['frame-next', 'F']);
    own = { 'frame-next': ['Alt+ArrowRight'], play: [] };
    expect([map.action('F'), map.action('Alt+ArrowRight'), map.action('Space')]).toEqual([null, 'frame-next', null]);
    expect([keys.text('frame-next'), keys.text('play'), keys.changed('play')]).toEqual(['Alt+→', '', true]);
  });

  it('warn of the command that has them, also of one that starts with them', () => {
    const keys = new Keys();
    expect(keys.clash('K', 'lock')?.action).toBe('keyframe');
    expect(keys.clash('T', 'lock')?.action).toBe('lock-all');
    expect(keys.clash('K', 'keyframe')).toBeNull();
    expect(keys.clash('Ctrl+Alt+9', 'lock')).toBeNull();
  });

  it('are offered for every command there is', () => {
    expect(new Set(BINDINGS.map((b) => b.action)).size).toBe(BINDINGS.length);
  });
});

describe('where a person wants to go', () => {
  const index = { frameCount: 5000, timeBase: [1, 25], pts: Array.from({ length: 5000 }, (_, i) => i) } as unknown as VideoIndex;

  it('is a frame by its number, or a time', () => {
    const asked = ['120', ' 7 ', '4.0', '2s', '1:02.5', '0:01:00', '.04', 'soon', ''].map((text) => placeOf(text, index));
    expect(asked).toEqual([120, 7, 100, 50, 1562, 1500, 1, null, null]);
  });
});

describe('preferences', () => {
  const local = (): Pick<Storage, 'getItem' | 'setItem'> & { text: string | null } => ({
    text: null,
    getItem() {
      return this.text;
    },
    setItem(_key: string, value: string) {
      this.text = value;
    },
  });

  it('are at hand at once, kept on the server, and leave those of other screens alone', async () => {
    let stored: Record<string, unknown> = { theme: 'dark', annotator: { opacity: 0.7, far: 1 } };
    const server = { preferences: async () => stored, putPreferences: async (s: Readonly<Record<string, unknown>>) => void (stored = { ...s }) };
    const browser = local();
    const mine = new Preferences(server, browser);
    mine.set('opacity', 0.2);
    await mine.load();
    expect([mine.get('opacity', 1), mine.get('far', 0), mine.get('none', 'x')]).toEqual([0.2, 1, 'x']);
    mine.close();
    await Promise.resolve();
    await new Promise((done) => setTimeout(done));
    expect(stored).toEqual({ theme: 'dark', annotator: { opacity: 0.2, far: 1 } });
    expect(new Preferences(server, browser).get('opacity', 1)).toBe(0.2);
  });
});
