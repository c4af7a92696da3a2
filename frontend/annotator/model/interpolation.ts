import type { BoxShape, Keyframe } from '../protocol/wire.js';

const made = new WeakMap<BoxShape, Map<string, BoxShape>>();

/** The box between a person's boxes before and after a frame, as the server reads it; null outside them. */
export function boxBetween(keyframes: readonly Keyframe[], frame: number): BoxShape | null {
  let before: Keyframe | null = null;
  for (const k of keyframes) {
    if (k.shape.type !== 'box') continue;
    if (k.frame < frame) before = k;
    else if (before && k.frame > frame) return between(before, k, frame);
  }
  return null;
}

function between(before: Keyframe, after: Keyframe, frame: number): BoxShape {
  const a = before.shape as BoxShape;
  const b = after.shape as BoxShape;
  const key = `${before.frame}/${frame}/${after.frame}/${b.x}/${b.y}/${b.width}/${b.height}/${b.angle}`;
  const known = made.get(a) ?? new Map<string, BoxShape>();
  made.set(a, known);
  let box = known.get(key);
  if (!box) known.set(key, (box = mixed(a, b, (frame - before.frame) / (after.frame - before.frame))));
  return box;
}

function mixed(a: BoxShape, b: BoxShape, t: number): BoxShape {
  const mix = (p: number, q: number): number => p + (q - p) * t;
  const width = mix(a.width, b.width);
  const height = mix(a.height, b.height);
  const x = mix(a.x + a.width / 2, b.x + b.width / 2) - width / 2;
  const y = mix(a.y + a.height / 2, b.y + b.height / 2) - height / 2;
  const turn = Math.atan2(Math.sin(b.angle - a.angle), Math.cos(b.angle - a.angle));
  return { type: 'box', x, y, width, height, angle: a.angle + turn * t };
}
