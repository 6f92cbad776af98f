import type { Answer, Change } from '../argument.js';
import type { Reading } from '../reasons/reason-shape.js';

/** What the answers of several persons to one why-not have in common: tests and changes that are no person's. */
export interface Shared {
  readonly against: readonly Reading[];
  /** For whom it would apply; null = for all in whose way something stands. */
  readonly changes: readonly { readonly change: Change; readonly persons: readonly string[] | null }[];
}

const NOTHING: Shared = { against: [], changes: [] };

/** Answers about one name together, in their order: a basket has several. */
export function byName(roots: readonly Answer[]): readonly (readonly Answer[])[] {
  const found = new Map<string, Answer[]>();
  for (const root of roots) {
    const one = found.get(root.name);
    if (one === undefined) found.set(root.name, [root]);
    else one.push(root);
  }
  return [...found.values()];
}

/** Tests of the household that stand in the way of all whom something stops, two at least. */
export function sharedBy(roots: readonly Answer[]): Shared {
  const stopped = roots.filter(({ against }) => against.length > 0);
  const [first, ...others] = stopped;
  if (first === undefined || others.length === 0) return NOTHING;
  const against = first.against.filter((one) => others.every((root) => root.against.some((test) => isSame(test, one))));
  if (against.length === 0) return NOTHING;
  const all = new Map(
    stopped.flatMap(({ changes }) => changes.filter(({ person }) => person === null)).map((one) => [keyOf(one), one]),
  );
  const changes = [...all].flatMap(([key, change]) => {
    const whose = stopped.filter((root) => root.changes.some((one) => keyOf(one) === key));
    if (whose.length < 2) return [];
    return [{ change, persons: whose.length === stopped.length ? null : whose.flatMap(({ person }) => person ?? []) }];
  });
  return { against, changes };
}

/** What is left of one answer where the rest was told of all. */
export function ownOf({ against, changes }: Answer, shared: Shared): Pick<Answer, 'against' | 'changes'> {
  const told = new Set(shared.changes.map(({ change }) => keyOf(change)));
  return {
    against: against.filter((one) => !shared.against.some((test) => isSame(test, one))),
    changes: changes.filter((one) => !told.has(keyOf(one))),
  };
}

/** A test of nobody's is worth the same for everybody. */
const isSame = (one: Reading, other: Reading): boolean =>
  one.person === null && other.person === null && one.name === other.name && one.written === other.written;

const keyOf = ({ name, person, to, balance, optional }: Change): string =>
  [name, person, to, balance, optional?.amount, optional?.balance].join('\n');
