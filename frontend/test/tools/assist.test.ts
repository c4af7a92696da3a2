import { describe, expect, it } from 'vitest';
import { rasterise } from '../../annotator/model/polygon.js';
import { polygonOf, shapeOf } from '../../annotator/model/shapes.js';
import type { SegmentAnswer } from '../../annotator/protocol/wire.js';
import { AssistTool } from '../../annotator/tools/assist.js';
import { FakeHost, touch } from './fake-host.js';

function answer(x: number, confidence = 0.9): SegmentAnswer {
  const mask = rasterise([[x, 5, x + 8, 5, x + 8, 6, x, 6]], 64, 48);
  return { engine: 'regions', mask: shapeOf(mask), confidence, candidates: [] };
}

function bench(host = new FakeHost()) {
  const tool = new AssistTool(host);
  const click = (x: number, y: number, keys = {}): void => (tool.down(touch(x, y, keys)), tool.up(touch(x, y, keys)));
  const hear = async (nth: number, said: SegmentAnswer): Promise<void> => (host.questions[nth]!.answer(said), Promise.resolve());
  return { host, tool, click, hear };
}

describe('pointing at an object', () => {
  it('keeps the shown mask on Enter as one whole keyframe', async () => {
    const { host, tool, click, hear } = bench();
    click(20, 20);
    await hear(0, answer(4));
    expect(tool.pending()).toBe('keep the mask (90 % sure; Esc drops it)');
    expect(tool.finish()).toBe(true);
    expect(host.log).toEqual(['ask point', 'paint', 'dry', 'put assist mask whole']);
    expect(host.shape).toEqual(answer(4).mask);
    expect(tool.pending()).toBe(null);
  });

  it('drops everything on Esc, also what is still on its way', async () => {
    const { host, tool, click, hear } = bench();
    click(20, 20);
    expect(tool.cancel()).toBe(true);
    await hear(0, answer(4));
    expect(host.log).toEqual(['ask point']);
    expect(tool.finish()).toBe(false);
  });

  it('shows the answer to the latest question only, however late others come', async () => {
    const { host, tool, click, hear } = bench();
    click(20, 20);
    click(30, 20, { exclude: true });
    await hear(1, answer(30));
    await hear(0, answer(4));
    tool.finish();
    expect(host.shape).toEqual(answer(30).mask);
  });

  it('keeps what comes when Enter was faster than the server', async () => {
    const { host, tool, click, hear } = bench();
    click(20, 20);
    tool.finish();
    expect(tool.pending()).toBe('keep the mask as soon as it is there');
    await hear(0, answer(12));
    expect(host.log).toEqual(['ask point', 'put assist mask whole']);
  });

  it('says what the server refused and asks again on Enter with the same prompts', async () => {
    const { host, tool, click } = bench();
    click(20, 20);
    host.questions[0]!.fail(new Error('The server cannot be reached.'));
    await Promise.resolve();
    await Promise.resolve();
    expect(host.log).toEqual(['ask point', 'warns The server cannot be reached.']);
    expect(tool.pending()).toBe('ask again');
    tool.finish();
    expect(host.questions[1]!.prompts).toEqual([{ type: 'point', x: 20, y: 20, in: true }]);
  });

  it('takes the last word back, and asks without it', async () => {
    const { host, tool, click } = bench();
    click(20, 20);
    click(30, 20, { exclude: true });
    tool.back();
    expect(host.questions[2]!.prompts).toEqual([{ type: 'point', x: 20, y: 20, in: true }]);
    tool.back();
    expect([tool.back(), tool.pending()]).toEqual([false, null]);
  });

  it('makes a drag a box, with Shift a stroke, and with the right button a stroke of what is out', () => {
    const { host, tool } = bench();
    for (const keys of [{}, { shift: true }, { exclude: true }]) {
      tool.down(touch(10, 10, keys));
      tool.move(touch(20, 16, keys));
      tool.up(touch(90, 18, keys));
    }
    expect(host.questions[2]!.prompts).toEqual([
      { type: 'box', x: 10, y: 10, width: 54, height: 8 },
      { type: 'scribble', points: [10, 10, 20, 16, 64, 18, 64, 18], in: true },
      { type: 'scribble', points: [10, 10, 20, 16, 64, 18, 64, 18], in: false },
    ]);
  });

  it('starts from the mask that the track shows, and hides it behind the new one', async () => {
    const square = polygonOf([[10, 10, 30, 10, 30, 30, 10, 30]]);
    const { host, click } = bench(new FakeHost(square));
    click(20, 20);
    expect(host.questions[0]!.prior).toBe(square);
  });

  it('forgets the prompts of another frame or another track', async () => {
    const { host, tool, click, hear } = bench();
    click(20, 20);
    host.frame = 7;
    expect([tool.pending(), tool.finish()]).toEqual([null, false]);
    await hear(0, answer(4));
    click(22, 20);
    expect(host.questions[1]!.prompts).toHaveLength(1);
    host.track = 'cat';
    await hear(1, answer(4));
    expect(host.log).not.toContain('paint');
  });

  it('has nothing to ask outside the picture', () => {
    const { host, click } = bench();
    click(-4, 20);
    expect(host.questions).toHaveLength(0);
  });
});
