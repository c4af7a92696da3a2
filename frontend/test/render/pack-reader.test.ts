import { describe, expect, it } from 'vitest';
import { PackReader } from '../../annotator/render/pack-reader.js';

const PICTURES = ['first', 'the second one', 'third'];

function pack(): Uint8Array<ArrayBuffer> {
  const bytes = PICTURES.map((p) => new TextEncoder().encode(p));
  const header = 8 + 4 * (bytes.length + 1);
  const all = new Uint8Array(header + bytes.reduce((n, b) => n + b.length, 0));
  const view = new DataView(all.buffer);
  all.set(new TextEncoder().encode('KRP1'));
  view.setUint32(4, bytes.length, true);
  let at = header;
  bytes.forEach((b, i) => {
    view.setUint32(8 + 4 * i, at, true);
    all.set(b, at);
    at += b.length;
  });
  view.setUint32(8 + 4 * bytes.length, at, true);
  return all;
}

function server(ranges: boolean, wholeWaits = false): { get: typeof fetch; asked: string[] } {
  const asked: string[] = [];
  const get = (async (url: string, init: RequestInit) => {
    const range = /bytes=(\d+)-(\d+)/.exec((init.headers as Record<string, string>)['Range'] ?? '');
    asked.push(`${url} ${range?.[0] ?? 'whole'}`);
    if (!range && wholeWaits) await new Promise(() => undefined);
    const body = range && ranges ? pack().slice(Number(range[1]), Number(range[2]) + 1) : pack();
    return new Response(body, { status: range && ranges ? 206 : 200 });
  }) as unknown as typeof fetch;
  return { get, asked };
}

const places = [{ first: 0, count: 32 }, { first: 32, count: 3 }];
const text = async (blob: Promise<Blob>): Promise<string> => (await blob).text();

describe('frame packs', () => {
  it('give each picture of a whole pack, which is fetched once', async () => {
    const { get, asked } = server(true);
    const reader = new PackReader('/packs', places, get);
    for (const [i, expected] of PICTURES.entries()) expect(await text(reader.picture(32 + i, 'full', false))).toBe(expected);
    expect(asked).toEqual(['/packs/1?tier=full whole']);
  });

  it('give a picture wanted at once by two small ranges, while the pack is still coming', async () => {
    const { get, asked } = server(true, true);
    const reader = new PackReader('/packs', places, get);
    expect(await text(reader.picture(33, 'preview', true))).toBe('the second one');
    expect(asked[1]).toBe('/packs/1?tier=preview bytes=0-23');
  });

  it('are read right from a server that does not know ranges', async () => {
    const reader = new PackReader('/packs', places, server(false, true).get);
    expect(await text(reader.picture(34, 'full', true))).toBe('third');
  });

  it('say so when a frame is in none', async () => {
    const reader = new PackReader('/packs', places, server(true).get);
    await expect(reader.picture(35, 'full', false)).rejects.toThrow('Frame 35 is in no pack.');
  });
});
