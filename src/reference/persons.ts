import type { Over } from '../model/facts.js';
import type { Run } from './run.js';

/** `person.age@tom` for a person, `household.children` for what exists once. */
export function stateId(run: Run, id: string, person: number | null): string {
  return `${id}${atText(run, person)}`;
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

/** Places of the members of the budget. */
export function members(run: Run): number[] {
  return everybody(run).slice(0, run.household.members);
}

/** Places of members and others. */
export function everybody(run: Run): number[] {
  return run.household.persons.map((_, place) => place);
}

/** For whom something of this scope exists: each member, or once. */
export function membersOrOnce(run: Run, scope: string): (number | null)[] {
  return scope === 'person' ? members(run) : [null];
}

/** For whom something of this scope is known: each member and other, or once. */
export function everybodyOrOnce(run: Run, scope: string): (number | null)[] {
  return scope === 'person' ? everybody(run) : [null];
}

/** Over whom an aggregate goes, seen by one person. */
export function domain(run: Run, over: Over, person: number | null): number[] {
  switch (over) {
    case 'person':
      return members(run);
    case 'fellow':
      return members(run).filter((one) => one !== person);
    case 'other':
      return everybody(run).slice(run.household.members);
    case 'resident':
      return everybody(run);
  }
}
