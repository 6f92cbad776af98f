import { Worker } from 'node:worker_threads';
import type { Pack } from '../model/pack.js';
import type { Witness } from './witness.js';
import type { Answered, Asked } from './witness-worker.js';

/**
 * Starts a thread that runs the reference evaluator beside this one. It keeps the process alive only while it owes an
 * answer; a thread that ends instead rejects what was asked of it.
 */
export function witnessThread(code = new URL('./witness-worker.js', import.meta.url)): Witness {
  const worker = new Worker(code);
  const owed = new Map<number, (answer: Answered['answer']) => void>();
  const packs = new Map<Pack, number>();
  let asked = 0;

  const ended = new Promise<never>((_, reject) => {
    worker.once('error', reject);
    worker.once('exit', (exit) => reject(new Error(`the thread of the reference evaluator ended with code ${exit}`)));
  });
  // Nobody may be waiting when it ends.
  ended.catch(() => undefined);
  worker.on('message', ({ id, answer }: Answered) => {
    owed.get(id)?.(answer);
    owed.delete(id);
    if (owed.size === 0) worker.unref();
  });
  worker.unref();

  return (pack, input, options) => {
    const id = asked++;
    const known = packs.get(pack);
    const number = known ?? packs.size;
    packs.set(pack, number);
    const answered = new Promise<Answered['answer']>((resolve) => owed.set(id, resolve));
    worker.ref();
    const { model, digest } = pack;
    worker.postMessage({
      id,
      number,
      pack: known === undefined ? { model, digest } : null,
      input,
      options,
    } satisfies Asked);
    return Promise.race([answered, ended]);
  };
}
