/** The other thread of witness-thread.ts: an entry of its own in the build. */
import { parentPort } from 'node:worker_threads';
import type { Options } from '../assessment/options.js';
import type { Pack } from '../model/pack.js';
import { witnessHere, type Witness } from './witness.js';

/** A household to assess. `pack` comes once, with the number by which it is called from then on. */
export interface Asked {
  readonly id: number;
  readonly number: number;
  readonly pack: Pick<Pack, 'model' | 'digest'> | null;
  readonly input: unknown;
  readonly options: Options;
}

export interface Answered {
  readonly id: number;
  readonly answer: Awaited<ReturnType<Witness>>;
}

/** Words and places change no number: they stay in the other thread. */
const WORDLESS = { texts: {}, places: {}, families: [] };

const packs = new Map<number, Pack>();

parentPort?.on('message', ({ id, number, pack, input, options }: Asked) => {
  if (pack !== null) packs.set(number, { ...WORDLESS, ...pack });
  // A rejection ends this thread, and reaches whoever asked as its error.
  void witnessHere(packs.get(number)!, input, options).then((answer) =>
    parentPort?.postMessage({ id, answer } satisfies Answered),
  );
});
