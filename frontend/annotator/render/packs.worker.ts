import { PackReader, type PackPlace, type Tier } from './pack-reader.js';

export type ToWorker =
  | { readonly type: 'open'; readonly url: string; readonly packs: readonly PackPlace[] }
  /** `now` is the frame that somebody waits for; the others come as time allows. */
  | { readonly type: 'want'; readonly tier: Tier; readonly now: number | null; readonly frames: readonly number[] };

export type FromWorker =
  | { readonly type: 'frame'; readonly frame: number; readonly tier: Tier; readonly bitmap: ImageBitmap }
  | { readonly type: 'failed'; readonly frame: number; readonly tier: Tier; readonly message: string };

const AT_ONCE = 3;
const RETRY_MS = 1500;

let reader: PackReader | null = null;
let tier: Tier = 'full';
let wanted: readonly number[] = [];
const busy = new Set<string>();

const post = (message: FromWorker, transfer: Transferable[] = []): void =>
  (self as unknown as Worker).postMessage(message, transfer);

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === 'open') reader = new PackReader(data.url, data.packs);
  else {
    ({ tier, frames: wanted } = data);
    reader?.keepOnly(tier, wanted);
    if (reader && data.now !== null && !busy.has(`${tier}/${data.now}`)) void decode(reader, data.now, tier, true);
    pump();
  }
};

/** Works on what is wanted first; what is no longer wanted is never begun. */
function pump(): void {
  while (reader && busy.size < AT_ONCE) {
    const next = wanted.find((frame) => !busy.has(`${tier}/${frame}`));
    if (next === undefined) return;
    void decode(reader, next, tier, false);
  }
}

async function decode(from: PackReader, frame: number, of: Tier, urgent: boolean): Promise<void> {
  const key = `${of}/${frame}`;
  busy.add(key);
  let pause = 0;
  try {
    const picture = await from.picture(frame, of, urgent);
    const bitmap = await createImageBitmap(picture, { colorSpaceConversion: 'none' });
    wanted = wanted.filter((f) => f !== frame || of !== tier);
    post({ type: 'frame', frame, tier: of, bitmap }, [bitmap]);
  } catch (e) {
    const aborted = e instanceof DOMException && e.name === 'AbortError';
    pause = aborted ? 0 : RETRY_MS;
    if (!aborted) post({ type: 'failed', frame, tier: of, message: e instanceof Error ? e.message : String(e) });
  }
  setTimeout(() => {
    busy.delete(key);
    pump();
  }, pause);
}
