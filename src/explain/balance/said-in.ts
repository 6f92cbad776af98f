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

/** Keys that say something. */
function named(map: Keys): string[] {
  return Object.keys(map).filter((key) => map[key] !== 'unknown');
}
