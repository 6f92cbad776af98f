import type { Assessment } from './document.js';

/**
 * Facts that were said but are not asked here, because what they apply to does not hold: `person.school@tom`. They count for
 * nothing. Known of the facts that the document's trace names.
 */
export function notAsked({ input, trace }: Pick<Assessment, 'input' | 'trace'>): readonly string[] {
  if (input === null || trace === undefined) return [];
  const said = saidIn(input);
  return trace.nodes.flatMap((node) => {
    if (node.kind !== 'fact' || node.origin !== 'none') return [];
    const name = node.id.slice('fact/'.length);
    return said.has(name) ? [name] : [];
  });
}

type Keys = Readonly<Record<string, unknown>>;

/** Names of the facts that a household said: `person.school@tom`, `dwelling.region`. */
export function saidIn(input: Keys): ReadonlySet<string> {
  const people = (list: unknown, letter: string): string[] =>
    ((list ?? []) as readonly Keys[]).flatMap((person, at) =>
      named(person).map((key) => `person.${key}@${idOf(person, `${letter}${at + 1}`)}`),
    );
  const together = ['household', 'dwelling'].flatMap((scope) =>
    named((input[scope] ?? {}) as Keys).map((key) => `${scope}.${key}`),
  );
  return new Set([...people(input['persons'], 'p'), ...people(input['others'], 'o'), ...together]);
}

function idOf(person: Keys, byPlace: string): string {
  return typeof person['id'] === 'string' ? person['id'] : byPlace;
}

/** Keys that say something: `none` and `unknown` agree with not being asked. */
function named(map: Keys): string[] {
  return Object.keys(map).filter((key) => map[key] !== 'none' && map[key] !== 'unknown');
}
