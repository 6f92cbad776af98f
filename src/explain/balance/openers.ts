import type { ChainLink } from '../../model/lever-lines.js';

export interface Openers {
  /** The lever that opened this one. */
  readonly by: ReadonlyMap<string, string>;
  /** The levers that this one opened and that were taken. */
  readonly opens: ReadonlyMap<string, readonly string[]>;
}

/** Which lever opened which: what a lever opens stands in the chain right after it. */
export function openersOf(chain: readonly ChainLink[]): Openers {
  const by = new Map<string, string>();
  const opens = new Map<string, string[]>();
  const taken = new Set(chain.filter(isTaken).map(({ id }) => id));
  let last: string | null = null;
  for (const link of chain) {
    if (isTaken(link)) last = link.id;
    if (link.outcome !== 'opened' || last === null || !taken.has(link.id)) continue;
    by.set(link.id, last);
    opens.set(last, [...(opens.get(last) ?? []), link.id]);
  }
  return { by, opens };
}

export function isTaken({ outcome }: ChainLink): boolean {
  return outcome === 'taken';
}
