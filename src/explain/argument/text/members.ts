import type { Named } from '../named.js';
import { namedWords } from './node-head.js';
import { sourceWords } from './node-detail.js';
import type { Telling } from './telling.js';

/** What an aggregate read, a line a person: `fatima – Age: 38 years and role: head of the household`. */
export function memberLines(telling: Telling, values: readonly Named[]): readonly string[] {
  const { voice } = telling;
  const groups = new Map<string, Named[]>();
  for (const [at, one] of values.entries()) {
    const key = one.person ?? `nobody's ${at}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [one]);
    else known.push(one);
  }
  return [...groups.values()].map((some) => {
    const [first] = some;
    if (some.length === 1 || first?.person == null) return some.map((one) => withSource(telling, one)).join();
    const own = some.map((one) => withSource(telling, { ...one, person: null }));
    return voice.say('reason.member', { person: voice.who(first.person), values: voice.both(own) });
  });
}

/** A value, and where it comes from for who reads sources. */
export function withSource(telling: Telling, one: Named): string {
  const source = sourceWords(telling, one);
  const words = namedWords(telling.voice, one);
  return source === null ? words : `${words} (${source})`;
}
