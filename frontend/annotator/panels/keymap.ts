/** What a person can ask for; keys, buttons, menus and the palette name it. */
export type ActionId =
  | 'frame-next' | 'frame-previous' | 'step-next' | 'step-previous' | 'keyframe-next' | 'keyframe-previous'
  | 'doubt-next' | 'doubt-previous' | 'doubt-next-all' | 'doubt-previous-all' | 'play' | 'jump' | 'first' | 'last'
  | 'faster' | 'slower' | 'midpoint' | 'suggest' | 'span-start' | 'span-end' | 'span-clear'
  | 'keyframe' | 'absent' | 'occluded' | 'pin' | 'lock' | 'lock-all' | 'hide' | 'hide-all'
  | 'draw' | 'redraw' | 'cancel' | 'enter' | 'back' | 'brush' | 'eraser' | 'polygon' | 'polygon-subtract' | 'lasso'
  | 'assist' | 'wand' | 'scissors' | 'box' | 'rotated-box' | 'ellipse' | 'polyline' | 'points' | 'skeleton' | 'slice' | 'select'
  | 'brush-smaller' | 'brush-larger' | 'brush-shape' | 'fill' | 'grow' | 'shrink' | 'smooth' | 'specks' | 'to-mask' | 'fill-rest'
  | 'delete' | 'delete-locked' | 'delete-frame' | 'save' | 'undo' | 'redo' | 'copy' | 'paste' | 'copy-next'
  | 'propagate' | 'propagate-menu' | 'accept' | 'accept-above'
  | 'raise' | 'lower' | 'front' | 'behind' | 'merge' | 'split' | 'join' | 'group' | 'exclusive'
  | 'event' | 'event-next' | 'note' | 'help' | 'palette' | 'tour' | 'fit' | 'pixel' | 'zoom-object' | 'grid' | 'overlay' | 'picture'
  | 'guidelines' | 'sweep' | 'submit' | 'return' | 'ontology' | 'accept-review' | 'reject' | 'fold-side' | 'fold-timeline'
  | `class-${number}`;

export type Group = 'Time' | 'Draw' | 'Mask' | 'Track' | 'Assist' | 'View' | 'Work';
export const GROUPS: readonly Group[] = ['Time', 'Assist', 'Draw', 'Mask', 'Track', 'View', 'Work'];

export interface Binding {
  readonly action: ActionId;
  /** As the keyboard layer names them: modifiers, then the key. Two keys in a row are parted by a blank. */
  readonly keys: readonly string[];
  readonly label: string;
  readonly group: Group;
}

const bind = (group: Group, action: ActionId, label: string, ...keys: string[]): Binding => ({ action, keys, label, group });

/** The keys that annotators already know; each can be changed. What has none is found in the palette. */
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
  bind('Time', 'jump', 'Jump to a frame or time', '`'),
  bind('Time', 'faster', 'Play faster', '.'),
  bind('Time', 'slower', 'Play slower', ','),
  bind('Time', 'span-start', 'Range starts here', 'I'),
  bind('Time', 'span-end', 'Range ends here', 'Shift+I'),
  bind('Time', 'span-clear', 'No range'),
  bind('Assist', 'doubt-next', 'Next doubtful span', 'ArrowRight'),
  bind('Assist', 'doubt-previous', 'Previous doubtful span', 'ArrowLeft'),
  bind('Assist', 'doubt-next-all', 'Next doubtful span of any track', 'Shift+ArrowRight'),
  bind('Assist', 'doubt-previous-all', 'Previous doubtful span of any track', 'Shift+ArrowLeft'),
  bind('Assist', 'suggest', 'Go to the frame worth labelling next', 'W'),
  bind('Assist', 'midpoint', 'Go to the middle between keyframes', 'B'),
  bind('Assist', 'accept', 'Accept the span here', 'A'),
  bind('Assist', 'accept-above', 'Accept all above a threshold', 'Shift+A'),
  bind('Assist', 'propagate', 'Propagate selected or all tracks', 'Ctrl+B'),
  bind('Assist', 'propagate-menu', 'Propagate: range and direction', 'Ctrl+Shift+B'),
  bind('Draw', 'draw', 'Draw a new object, or finish', 'N'),
  bind('Draw', 'redraw', 'Draw this track anew', 'Shift+N'),
  bind('Draw', 'select', 'Select and move', 'S'),
  bind('Draw', 'assist', 'Assist: point at an object', 'U'),
  bind('Draw', 'brush', 'Brush', 'Shift+1'),
  bind('Draw', 'eraser', 'Eraser', 'Shift+2'),
  bind('Draw', 'polygon', 'Polygon, add', 'Shift+3'),
  bind('Draw', 'polygon-subtract', 'Polygon, subtract', 'Shift+4'),
  bind('Draw', 'box', 'Box', 'Shift+5'),
  bind('Draw', 'lasso', 'Lasso', 'Shift+6'),
  bind('Draw', 'wand', 'Magic wand', 'Shift+7'),
  bind('Draw', 'scissors', 'Scissors along edges', 'Shift+8'),
  bind('Draw', 'ellipse', 'Ellipse', 'Shift+9'),
  bind('Draw', 'rotated-box', 'Rotated box', 'Shift+0'),
  bind('Draw', 'polyline', 'Line', 'Alt+1'),
  bind('Draw', 'points', 'Points', 'Alt+2'),
  bind('Draw', 'skeleton', 'Skeleton', 'Alt+3'),
  bind('Draw', 'brush-smaller', 'Smaller brush (or Alt + right drag)', '['),
  bind('Draw', 'brush-larger', 'Larger brush', ']'),
  bind('Draw', 'brush-shape', 'Round or square brush', "'"),
  bind('Draw', 'enter', 'Finish what is begun, else keep this frame', 'Enter'),
  bind('Draw', 'back', 'Take back the last point', 'Backspace'),
  bind('Draw', 'cancel', 'Cancel, then select', 'Escape'),
  bind('Mask', 'fill', 'Fill holes', 'Shift+F'),
  bind('Mask', 'grow', 'Grow', 'Alt+='),
  bind('Mask', 'shrink', 'Shrink', 'Alt+-'),
  bind('Mask', 'smooth', 'Smooth', 'Shift+S'),
  bind('Mask', 'specks', 'Remove specks', 'Shift+X'),
  bind('Mask', 'to-mask', 'Make it a mask'),
  bind('Mask', 'fill-rest', 'Fill: pixels without class get this one', 'Shift+B'),
  bind('Mask', 'slice', 'Slice along a line', 'Alt+J'),
  bind('Mask', 'join', 'Join the selected masks', 'J'),
  bind('Mask', 'exclusive', 'New paint takes from other masks'),
  bind('Track', 'keyframe', 'Make or remove a keyframe', 'K'),
  bind('Track', 'absent', 'Absent from here', 'O'),
  bind('Track', 'occluded', 'Occluded from here', 'Q', '/'),
  bind('Track', 'pin', 'Pin: shapes do not move', 'P'),
  bind('Track', 'delete', 'Delete: frame, from here, track', 'Delete'),
  bind('Track', 'delete-locked', 'Delete, even if locked', 'Shift+Delete'),
  bind('Track', 'delete-frame', 'Delete on this frame at once', 'Alt+Delete'),
  bind('Track', 'lock', 'Lock', 'L'),
  bind('Track', 'lock-all', 'Lock all', 'T L'),
  bind('Track', 'hide', 'Hide', 'H'),
  bind('Track', 'hide-all', 'Hide all', 'T H'),
  bind('Track', 'raise', 'Draw above', '+', '='),
  bind('Track', 'lower', 'Draw behind', '-'),
  bind('Track', 'front', 'To the front'),
  bind('Track', 'behind', 'To the back'),
  bind('Track', 'copy', 'Copy the shape', 'Ctrl+C'),
  bind('Track', 'paste', 'Paste in place', 'Ctrl+V'),
  bind('Track', 'copy-next', 'Copy to the next frame', 'Shift+V'),
  bind('Track', 'merge', 'Merge the selected tracks', 'M'),
  bind('Track', 'split', 'Split the track here', 'Alt+M'),
  bind('Track', 'group', 'Group or ungroup', 'G'),
  ...Array.from({ length: 10 }, (_, i) =>
    bind('Track', `class-${(i + 1) % 10}`, `Class ${(i + 1) % 10}`, `Ctrl+${(i + 1) % 10}`),
  ),
  bind('Work', 'undo', 'Undo', 'Ctrl+Z'),
  bind('Work', 'redo', 'Do again', 'Ctrl+Y', 'Ctrl+Shift+Z'),
  bind('Work', 'save', 'Save now', 'Ctrl+S'),
  bind('Work', 'note', 'Write a note here', 'Shift+M'),
  bind('Work', 'event', 'Event over the range', 'Shift+E'),
  bind('Work', 'event-next', 'Next stretch in which something seems to happen', 'Shift+D'),
  bind('Work', 'guidelines', 'Guidelines of the project', 'F2'),
  bind('Work', 'sweep', 'Sweep: look through everything for what is missing', 'Shift+W'),
  bind('Work', 'submit', 'Submit'),
  bind('Work', 'return', 'Send back'),
  bind('Work', 'ontology', 'Events, clip classes, skeletons'),
  bind('Work', 'accept-review', 'Review: this span is good'),
  bind('Work', 'reject', 'Review: this span is not good', 'Shift+R'),
  bind('Work', 'palette', 'All commands', 'Ctrl+K'),
  bind('View', 'fit', 'Fit the frame', 'Shift+Z'),
  bind('View', 'pixel', 'Pixel for pixel', 'X'),
  bind('View', 'zoom-object', 'Zoom to the track', 'Z'),
  bind('View', 'overlay', 'Overlay, outline, difference, wipe', 'Y'),
  bind('View', 'picture', 'Brightness, contrast, gamma'),
  bind('View', 'grid', 'Grid', 'Shift+G'),
  bind('View', 'fold-side', 'Fold the side panel', '\\'),
  bind('View', 'fold-timeline', 'Fold the timeline', '|'),
  bind('View', 'help', 'All keys', 'F1', '?'),
  bind('View', 'tour', 'A tour in six steps'),
];

/** A key press by its name: "Ctrl+Shift+Z", "Shift+1", "?". */
export function keyName(e: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>): string {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(e.code)?.[1];
  const letter = e.key.length === 1 && /[a-z]/i.test(e.key);
  const key = e.code === 'Space' ? 'Space' : digit && (e.shiftKey || e.ctrlKey || e.metaKey) ? digit : letter ? e.key.toUpperCase() : e.key;
  const named = letter || digit !== undefined || key.length > 1;
  const shift = e.shiftKey && named ? 'Shift+' : '';
  return `${e.ctrlKey || e.metaKey ? 'Ctrl+' : ''}${e.altKey ? 'Alt+' : ''}${shift}${key}`;
}

/** Keys that a person chose instead of the usual ones. */
export type OwnKeys = Readonly<Record<string, readonly string[]>>;

/** Which keys ask for what, the person's own first. */
export class Keys {
  private known: { readonly own: OwnKeys; readonly byKeys: Map<string, ActionId>; readonly leaders: Set<string> } | null = null;

  constructor(private readonly own: () => OwnKeys = () => ({})) {}

  of(action: ActionId): readonly string[] {
    return this.own()[action] ?? BINDINGS.find((b) => b.action === action)?.keys ?? [];
  }

  changed(action: ActionId): boolean {
    return this.own()[action] !== undefined;
  }

  /** The first key of an action as people read it; empty where it has none. */
  text(action: ActionId): string {
    const [first] = this.of(action);
    return first === undefined ? '' : keyText(first);
  }

  find(keys: string): ActionId | null {
    return this.table().byKeys.get(keys) ?? null;
  }

  leads(key: string): boolean {
    return this.table().leaders.has(key);
  }

  /** Another action that these keys ask for, or would get in the way of. */
  clash(keys: string, action: ActionId): Binding | null {
    const gets = (other: string): boolean => other === keys || other.startsWith(`${keys} `);
    return BINDINGS.find((b) => b.action !== action && this.of(b.action).some(gets)) ?? null;
  }

  private table(): NonNullable<Keys['known']> {
    const own = this.own();
    if (this.known?.own === own) return this.known;
    const pairs = BINDINGS.flatMap((b) => (own[b.action] ?? b.keys).map((keys) => [keys, b.action] as const));
    const leaders = new Set(pairs.filter(([k]) => k.includes(' ')).map(([k]) => k.split(' ')[0]!));
    return (this.known = { own, byKeys: new Map(pairs), leaders });
  }
}

/** Finds what a key press asks for; remembers the first of two keys in a row. */
export class Keymap {
  private leader: string | null = null;

  constructor(private readonly keys: () => Keys = () => STANDARD) {}

  action(name: string): ActionId | null {
    const keys = this.keys();
    const pair = this.leader && keys.find(`${this.leader} ${name}`);
    this.leader = null;
    if (pair) return pair;
    if (keys.leads(name)) this.leader = name;
    return keys.find(name);
  }
}

const STANDARD = new Keys();

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
