import { OVERLAYS } from '../state/looks.js';
import { TOOL_NAMES } from '../state/toolbox.js';
import type { Desk } from './desk.js';
import type { ActionId } from './keymap.js';

const STEP = 10;

type Actions = Readonly<Record<string, (desk: Desk) => unknown>>;

const TIME: Actions = {
  'frame-next': ({ session }) => session.time.step(1),
  'frame-previous': ({ session }) => session.time.step(-1),
  'step-next': ({ session }) => session.time.step(STEP),
  'step-previous': ({ session }) => session.time.step(-STEP),
  first: ({ session }) => session.time.step(-Infinity),
  last: ({ session }) => session.time.step(Infinity),
  'keyframe-next': ({ commands }) => commands.goKeyframe(1),
  'keyframe-previous': ({ commands }) => commands.goKeyframe(-1),
  'doubt-next': ({ commands }) => commands.goDoubt(1, false),
  'doubt-previous': ({ commands }) => commands.goDoubt(-1, false),
  'doubt-next-all': ({ commands }) => commands.goDoubt(1, true),
  'doubt-previous-all': ({ commands }) => commands.goDoubt(-1, true),
  play: ({ session: { time, sweep } }) => {
    if (time.playing) time.pause();
    else if (sweep.active) sweep.goOn();
    else time.play();
  },
  jump: (desk) => desk.open({ kind: 'jump' }),
  faster: ({ session: { time } }) => time.changeSpeed(1),
  slower: ({ session: { time } }) => time.changeSpeed(-1),
  'span-start': ({ session: { span, time } }) => span.set({ from: time.frame, to: Math.max(time.frame + 1, span.range?.to ?? 0) }),
  'span-end': ({ session: { span, time } }) =>
    span.set({ from: Math.min(time.frame, span.range?.from ?? time.frame), to: time.frame + 1 }),
  'span-clear': ({ session: { span } }) => span.set(null),
  midpoint: ({ commands }) => commands.guide.midpoint(),
  suggest: ({ commands }) => void commands.guide.suggest(),
};

const TRACKS: Actions = {
  pin: ({ session }) => session.looks.togglePinned(session.selection.tracks),
  'copy-next': ({ commands }) => commands.tracks.copyToNext(),
  merge: ({ commands }) => commands.tracks.merge(),
  split: ({ commands }) => commands.tracks.split(),
  join: ({ commands }) => commands.tracks.join(),
  group: ({ commands }) => commands.tracks.group(),
  front: ({ commands }) => commands.tracks.toEnd('front'),
  behind: ({ commands }) => commands.tracks.toEnd('back'),
  fill: ({ commands }) => commands.masks.apply('fill'),
  grow: ({ commands }) => commands.masks.apply('grow'),
  shrink: ({ commands }) => commands.masks.apply('shrink'),
  smooth: ({ commands }) => commands.masks.apply('smooth'),
  specks: ({ commands }) => commands.masks.apply('specks'),
  'to-mask': ({ commands }) => commands.masks.apply('to-mask'),
  'fill-rest': ({ commands }) => commands.rest.fill(),
  exclusive: ({ session: { modes, notices } }) => {
    modes.setExclusive(!modes.exclusive);
    notices.say(modes.exclusive ? 'New paint takes from other masks.' : 'Masks may overlap.');
  },
  event: (desk) => desk.open({ kind: 'event' }),
  'event-next': ({ commands }) => commands.guide.nextEvent(),
};

const LABELS: Actions = {
  keyframe: ({ commands }) => commands.toggleKeyframe(),
  absent: ({ commands }) => commands.toggleVisibility('ABSENT'),
  occluded: ({ commands }) => commands.toggleVisibility('OCCLUDED'),
  accept: ({ commands }) => commands.accept(),
  propagate: ({ commands }) => commands.propagate(),
  'propagate-menu': (desk) => desk.open({ kind: 'propagate' }),
  'accept-above': (desk) => desk.open({ kind: 'accept-above' }),
  undo: ({ commands }) => commands.undo(),
  redo: ({ commands }) => commands.redo(),
  copy: ({ commands }) => commands.copy(),
  paste: ({ commands }) => commands.paste(),
  raise: ({ commands }) => commands.raise(1),
  lower: ({ commands }) => commands.raise(-1),
  delete: (desk) => deletion(desk, false),
  'delete-locked': (desk) => deletion(desk, true),
  'delete-frame': ({ commands }) => commands.remove('frame'),
  save: ({ session }) => {
    session.outbox.retry();
    session.notices.say(session.outbox.count === 0 ? 'Everything is saved.' : 'Saving now.');
  },
};

const LOOKS: Actions = {
  lock: ({ session }) => session.looks.toggleLocked(session.selection.tracks),
  'lock-all': ({ session }) => session.looks.toggleLocked(session.labels.view.tracks().map((t) => t.id)),
  hide: ({ session }) => session.looks.toggleHidden(session.selection.tracks),
  'hide-all': ({ session }) => session.looks.toggleHidden(session.labels.view.tracks().map((t) => t.id)),
  pixel: ({ session }) => session.navigation.zoomTo(1),
  grid: ({ session: { picture } }) => picture.setGrid(picture.grid > 0 ? 0 : 16),
  overlay: ({ session: { looks } }) => looks.setOverlay(OVERLAYS[(OVERLAYS.indexOf(looks.overlay) + 1) % OVERLAYS.length]!),
  picture: (desk) => desk.togglePicture(),
  palette: (desk) => desk.open({ kind: 'palette' }),
  tour: (desk) => desk.startTour(),
  'fold-side': (desk) => desk.toggleFold('side'),
  'fold-timeline': (desk) => desk.toggleFold('timeline'),
  ontology: (desk) => desk.open({ kind: 'ontology' }),
  'accept-review': ({ commands }) => commands.review.accept(),
  reject: (desk) => {
    if (desk.session.selection.track) desk.open({ kind: 'reject' });
    else desk.session.notices.say('Select the track whose span is not good.');
  },
  return: (desk) => desk.open({ kind: 'return' }),
  fit: ({ session }) => session.navigation.fit(),
  'zoom-object': (desk) => desk.zoomToTrack(),
  help: (desk) => desk.open({ kind: 'keys' }),
  note: (desk) => desk.open({ kind: 'note', at: desk.pointer }),
  guidelines: ({ session: { guidelines, notices } }) => {
    if (guidelines.current) guidelines.show(!guidelines.open);
    else notices.say('Nobody has written guidelines for this project yet.');
  },
  sweep: ({ session: { sweep, preferences } }) => (sweep.active ? sweep.end() : sweep.start(preferences.get('sweep.speed', 2))),
  submit: (desk) => desk.open({ kind: 'submit' }),
};

const TOOLS: Actions = {
  ...Object.fromEntries(TOOL_NAMES.map((name) => [name, ({ session }: Desk) => session.toolbox.pick(name)])),
  'brush-shape': ({ session: { toolbox } }) => toolbox.setSquare(!toolbox.brushSquare),
  'brush-smaller': ({ session }) => session.toolbox.growBrush(-1),
  'brush-larger': ({ session }) => session.toolbox.growBrush(1),
  draw: (desk) => {
    if (desk.bench.tool.finish() || !desk.commands.editor.may()) return;
    if (!desk.session.modes.draws) return desk.session.notices.say('This project has no classes to draw.');
    desk.commands.commitDraft();
    desk.session.time.pause();
    desk.session.selection.only(null);
    desk.session.toolbox.pick(desk.session.toolbox.drawingTool);
  },
  redraw: (desk) => {
    const { session } = desk;
    if (!session.selection.track) session.notices.say('Select the track to draw anew.');
    else if (desk.commands.editor.may(session.selection.track)) session.toolbox.pick(session.toolbox.drawingTool, true);
  },
  enter: (desk) => {
    if (desk.bench.tool.finish()) return;
    const { frame } = desk.session.time;
    if (desk.commands.commitDraft()) desk.session.notices.say(`Frame ${frame} is a keyframe now.`);
  },
  back: (desk) => desk.bench.tool.back(),
  cancel: (desk) => {
    const { toolbox, sweep } = desk.session;
    if (desk.bench.tool.cancel()) return;
    if (toolbox.tool !== 'select') toolbox.pick('select');
    else sweep.end();
  },
};

const ALL: Actions = { ...TIME, ...LABELS, ...TRACKS, ...LOOKS, ...TOOLS };

function deletion(desk: Desk, even: boolean): void {
  if (desk.session.selection.track) desk.open({ kind: 'delete', even });
  else desk.session.notices.say('Select a track to delete it.');
}

export function perform(desk: Desk, action: ActionId): void {
  if (action.startsWith('class-')) {
    const nth = Number(action.slice(6));
    const { classes } = desk.session;
    const chosen = classes.find((c) => c.key === String(nth)) ?? classes[(nth + 9) % 10];
    if (chosen) desk.commands.setClass(chosen.id);
    return;
  }
  void ALL[action]?.(desk);
}
