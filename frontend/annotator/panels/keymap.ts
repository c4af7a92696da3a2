/** What a person can ask for; keys, buttons and menus name it. */
export type ActionId =
  | 'frame-next' | 'frame-previous' | 'step-next' | 'step-previous' | 'keyframe-next' | 'keyframe-previous'
  | 'doubt-next' | 'doubt-previous' | 'doubt-next-all' | 'doubt-previous-all' | 'play' | 'jump' | 'first' | 'last'
  | 'keyframe' | 'absent' | 'occluded' | 'lock' | 'lock-all' | 'hide' | 'hide-all'
  | 'draw' | 'redraw' | 'cancel' | 'enter' | 'back' | 'brush' | 'eraser' | 'polygon' | 'polygon-subtract' | 'box' | 'select'
  | 'brush-smaller' | 'brush-larger' | 'delete' | 'save' | 'undo' | 'redo' | 'copy' | 'paste' | 'propagate' | 'accept'
  | 'raise' | 'lower' | 'note' | 'help' | 'fit' | 'zoom-object' | 'submit'
  | `class-${number}`;

export interface Binding {
  readonly action: ActionId;
  /** As the keyboard layer names them: modifiers, then the key. Two keys in a row are parted by a blank. */
  readonly keys: readonly string[];
  readonly label: string;
  readonly group: 'Time' | 'Draw' | 'Track' | 'Assist' | 'View' | 'Work';
}

const bind = (group: Binding['group'], action: ActionId, label: string, ...keys: string[]): Binding => ({
  action,
  keys,
  label,
  group,
});

/** The keys that annotators already know. */
export const BINDINGS: readonly Binding[] = [
  bind('Time', 'play', 'Play or pause (hold: pan)', 'Space'),
  bind('Time', 'frame-next', 'Next frame', 'F'),
  bind('Time', 'frame-previous', 'Previous frame', 'D'),
  bind('Time', 'step-next', 'Ten frames on', 'V'),
  bind('Time', 'step-previous', 'Ten frames back', 'C'),
  bind('Time', 'keyframe-next', 'Next keyframe', 'R'),
  bind('Time', 'keyframe-previous', 'Previous keyframe', 'E'),
  bind('Time', 'first', 'First frame', 'Home'),
  bind('Time', 'last', 'Last frame', 'End'),
  bind('Time', 'jump', 'Jump to a frame', '`'),
  bind('Assist', 'doubt-next', 'Next doubtful span', 'ArrowRight'),
  bind('Assist', 'doubt-previous', 'Previous doubtful span', 'ArrowLeft'),
  bind('Assist', 'doubt-next-all', 'Next doubtful span of any track', 'Shift+ArrowRight'),
  bind('Assist', 'doubt-previous-all', 'Previous doubtful span of any track', 'Shift+ArrowLeft'),
  bind('Assist', 'accept', 'Accept the span here', 'A'),
  bind('Assist', 'propagate', 'Propagate selected or all tracks', 'Ctrl+B'),
  bind('Draw', 'draw', 'Draw a new object, or finish', 'N'),
  bind('Draw', 'redraw', 'Draw this track anew', 'Shift+N'),
  bind('Draw', 'brush', 'Brush', 'Shift+1'),
  bind('Draw', 'eraser', 'Eraser', 'Shift+2'),
  bind('Draw', 'polygon', 'Polygon, add', 'Shift+3'),
  bind('Draw', 'polygon-subtract', 'Polygon, subtract', 'Shift+4'),
  bind('Draw', 'box', 'Box', 'Shift+5'),
  bind('Draw', 'brush-smaller', 'Smaller brush (or Alt + right drag)', '['),
  bind('Draw', 'brush-larger', 'Larger brush', ']'),
  bind('Draw', 'enter', 'Keep this frame, close the polygon', 'Enter'),
  bind('Draw', 'back', 'Take back the last point', 'Backspace'),
  bind('Draw', 'cancel', 'Cancel, then select', 'Escape'),
  bind('Track', 'keyframe', 'Make or remove a keyframe', 'K'),
  bind('Track', 'absent', 'Absent from here', 'O'),
  bind('Track', 'occluded', 'Occluded from here', 'Q', '/'),
  bind('Track', 'delete', 'Delete: frame, from here, track', 'Delete'),
  bind('Track', 'lock', 'Lock', 'L'),
  bind('Track', 'lock-all', 'Lock all', 'T L'),
  bind('Track', 'hide', 'Hide', 'H'),
  bind('Track', 'hide-all', 'Hide all', 'T H'),
  bind('Track', 'raise', 'Draw above', '+', '='),
  bind('Track', 'lower', 'Draw below', '-'),
  bind('Track', 'copy', 'Copy the shape', 'Ctrl+C'),
  bind('Track', 'paste', 'Paste the shape here', 'Ctrl+V'),
  ...Array.from({ length: 10 }, (_, i) =>
    bind('Track', `class-${(i + 1) % 10}`, `Class ${(i + 1) % 10}`, `Ctrl+${(i + 1) % 10}`),
  ),
  bind('Work', 'undo', 'Undo', 'Ctrl+Z'),
  bind('Work', 'redo', 'Do again', 'Ctrl+Y', 'Ctrl+Shift+Z'),
  bind('Work', 'save', 'Save now', 'Ctrl+S'),
  bind('Work', 'note', 'Write a note here', 'Shift+M'),
  bind('View', 'fit', 'Fit the frame', 'Shift+Z'),
  bind('View', 'zoom-object', 'Zoom to the track', 'Z'),
  bind('View', 'help', 'All keys', 'F1', '?'),
];

const BY_KEYS = new Map(BINDINGS.flatMap((b) => b.keys.map((keys) => [keys, b.action] as const)));
const LEADERS = new Set(BINDINGS.flatMap((b) => b.keys.filter((k) => k.includes(' ')).map((k) => k.split(' ')[0]!)));

/** A key press by its name: "Ctrl+Shift+Z", "Shift+1", "?". */
export function keyName(e: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>): string {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(e.code)?.[1];
  const letter = e.key.length === 1 && /[a-z]/i.test(e.key);
  const key = e.code === 'Space' ? 'Space' : digit && (e.shiftKey || e.ctrlKey || e.metaKey) ? digit : letter ? e.key.toUpperCase() : e.key;
  const named = letter || digit !== undefined || key.length > 1;
  const shift = e.shiftKey && named ? 'Shift+' : '';
  return `${e.ctrlKey || e.metaKey ? 'Ctrl+' : ''}${e.altKey ? 'Alt+' : ''}${shift}${key}`;
}

/** Finds what a key press asks for; remembers the first of two keys in a row. */
export class Keymap {
  private leader: string | null = null;

  action(name: string): ActionId | null {
    const pair = this.leader && BY_KEYS.get(`${this.leader} ${name}`);
    this.leader = null;
    if (pair) return pair;
    if (LEADERS.has(name)) this.leader = name;
    return BY_KEYS.get(name) ?? null;
  }
}

const SHORT: Readonly<Record<string, string>> = {
  ArrowRight: '→',
  ArrowLeft: '←',
  Escape: 'Esc',
  Delete: 'Del',
  Backspace: '⌫',
};

/** A key as people read it. */
export function keyText(keys: string): string {
  return keys
    .split('+')
    .map((part) => SHORT[part] ?? part)
    .join('+')
    .replace(/^\+*$/, '+');
}

export function keyOf(action: ActionId): string {
  const binding = BINDINGS.find((b) => b.action === action);
  return binding ? keyText(binding.keys[0]!) : '';
}
