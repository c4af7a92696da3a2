import { Desk } from '../annotator/panels/desk.js';
import { FrameSource } from '../annotator/render/frame-source.js';
import { Session } from '../annotator/state/session.js';
import type { Touch } from '../annotator/tools/tool.js';
import { crowd, long, SceneApi, type Size } from './scene.js';

/** Measures, and says what it measured; it never judges. Figures are milliseconds of the main thread. */
const HD: Size = { width: 1920, height: 1080, frames: 40 };
const LONG: Size = { width: 1920, height: 1080, frames: 5000 };
const UHD: Size = { width: 3840, height: 2160, frames: 40 };

class StillFrames extends FrameSource {
  private still: ImageBitmap | null = null;

  async paint({ width, height }: Size): Promise<this> {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d')!;
    for (let y = 0; y < height; y += 40) {
      for (let x = 0; x < width; x += 40) {
        context.fillStyle = `hsl(${(x * 7 + y * 3) % 360} 30% ${30 + ((x + y) % 30)}%)`;
        context.fillRect(x, y, 40, 40);
      }
    }
    this.still = await createImageBitmap(canvas);
    return this;
  }
  override has(): boolean {
    return true;
  }
  override get(): ImageBitmap | null {
    return this.still;
  }
  override want(): void {}
}

interface Figures {
  readonly median: number;
  readonly p95: number;
  readonly most: number;
}

function figures(times: number[]): Figures {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part: number): number => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]! * 100) / 100;
  return { median: at(0.5), p95: at(0.95), most: at(1) };
}

const nextFrame = (): Promise<number> => new Promise((done) => window.requestAnimationFrame(done));

/** Time spent in callbacks of animation frames, which are wrapped for that. */
let spent = 0;
const native = window.requestAnimationFrame.bind(window);
window.requestAnimationFrame = (callback) =>
  native((time) => {
    const begun = performance.now();
    callback(time);
    spent += performance.now() - begun;
  });

/** What the main thread did for an act, and for the frame that shows it. */
async function shown(act: () => void): Promise<number> {
  await nextFrame();
  const before = spent;
  const start = performance.now();
  act();
  const acted = performance.now() - start;
  await nextFrame();
  const channel = new MessageChannel();
  await new Promise((done) => {
    channel.port1.onmessage = done;
    channel.port2.postMessage(null);
  });
  return acted + spent - before;
}

async function desk(size: Size, api: SceneApi): Promise<{ desk: Desk; opened: number }> {
  const start = performance.now();
  const session = await Session.open(api, 0);
  const [picture, base, over] = document.querySelectorAll('canvas');
  const frames = await new StillFrames(location.href, session.index).paint(size);
  const made = new Desk(session, frames, { picture: picture!, base: base!, over: over! });
  const stage = document.getElementById('stage')!;
  made.stage.resize(stage.clientWidth, stage.clientHeight);
  session.navigation.fit();
  await nextFrame();
  await nextFrame();
  return { desk: made, opened: performance.now() - start };
}

async function settle(frames: number): Promise<void> {
  for (let i = 0; i < frames; i++) await nextFrame();
}

async function crowded(): Promise<Record<string, Figures>> {
  const { desk: made } = await desk(HD, new SceneApi(HD, crowd(HD, 1000, 5000)));
  await settle(60);
  const { navigation } = made.session;
  const pan: number[] = [];
  for (let i = 0; i < 120; i++) pan.push(await shown(() => navigation.pan(i % 2 ? 6 : -5, 3 - (i % 7))));
  const zoom: number[] = [];
  for (let i = 0; i < 120; i++) zoom.push(await shown(() => navigation.zoomAt({ x: 500, y: 300 }, i < 60 ? 1.02 : 1 / 1.02)));
  made.close();
  return { 'pan, 1,000 masks + 5,000 boxes and polygons': figures(pan), 'zoom, the same': figures(zoom) };
}

async function lengthy(): Promise<Record<string, Figures | number>> {
  const { desk: made, opened } = await desk(LONG, new SceneApi(LONG, long(LONG, 10)));
  await settle(5);
  const { time } = made.session;
  const steps: number[] = [];
  for (let i = 0; i < 200; i++) steps.push(await shown(() => time.step(1)));
  made.close();
  return { 'open 50,000 shapes over 5,000 frames': Math.round(opened), 'step among them': figures(steps) };
}

async function painted(): Promise<Record<string, Figures>> {
  const { desk: made } = await desk(UHD, new SceneApi(UHD, crowd(UHD, 20, 20)));
  made.session.toolbox.pick('brush');
  made.session.toolbox.setBrush(200);
  const touch = (x: number, y: number): Touch => ({ point: { x, y }, screen: made.session.navigation.toScreen({ x, y }), shift: false, alt: false, ctrl: false, exclude: false, pressure: 0.5 });
  const moves: number[] = [];
  made.bench.tool.down(touch(400, 400));
  for (let i = 0; i < 120; i++) moves.push(await shown(() => made.bench.tool.move(touch(400 + i * 22, 900 + Math.sin(i / 6) * 500))));
  const lift = await shown(() => made.bench.tool.up(touch(3000, 900)));
  made.close();
  return { 'stroke to paint, 4K, 200 px': figures(moves), 'brush lifted': figures([lift]) };
}

const result = { ...(await crowded()), ...(await lengthy()), ...(await painted()) };
document.getElementById('figures')!.textContent = Object.entries(result)
  .map(([what, f]) => `${what.padEnd(48)} ${typeof f === 'number' ? `${f} ms` : `median ${f.median}  p95 ${f.p95}  most ${f.most} ms`}`)
  .join('\n');
(window as unknown as { measured: unknown }).measured = result;
