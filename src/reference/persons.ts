import type { Over } from '../model/facts.js';
import type { Run } from './run.js';

const ONCE: readonly null[] = [null];

/** `person.age@tom` for a person, `household.children` for what exists once; put together once, looked up often. */
export function stateId({ household, ids }: Run, id: string, person: number | null): string {
  if (person === null) return id;
  let named = ids.get(id);
  if (named === undefined) ids.set(id, (named = household.persons.map((one) => `${id}@${one.id}`)));
  return named[person]!;
}

/** `@tom`, or nothing. */
export function atText(run: Run, person: number | null): string {
  return person === null ? '' : `@${personId(run, person)}`;
}

export function personId(run: Run, person: number): string {
  const found = run.household.persons[person];
  if (found === undefined) throw new Error(`there is no person ${person}`);
  return found.id;
}

/** For whom something of this scope exists: each member, or once. */
export function membersOrOnce(run: Run, scope: string): readonly (number | null)[] {
  return scope === 'person' ? run.members : ONCE;
}

/** For whom something of this scope is known: each member and other, or once. */
export function everybodyOrOnce(run: Run, scope: string): readonly (number | null)[] {
  return scope === 'person' ? run.everybody : ONCE;
}

/** Over whom an aggregate goes, seen by one person. */
export function domain(run: Run, over: Over, person: number | null): readonly number[] {
  switch (over) {
    case 'person':
      return run.members;
    case 'fellow':
      return run.members.filter((one) => one !== person);
    case 'other':
      return run.everybody.slice(run.household.members);
    case 'resident':
      return run.everybody;
  }
}
