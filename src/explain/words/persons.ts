import type { Voice } from './voice.js';

/** A person as words need them; months of age, null where nobody said. */
export interface Person {
  readonly id: string;
  readonly role: string | null;
  readonly months: number | null;
}

interface Named {
  readonly id: string;
  readonly role: string | null;
  readonly age: string | null;
}

/** What persons are called where ids may say more than a family wants: by age; two of one age also by role, two of one role by number. */
export function calledByAge(voice: Voice, people: readonly Person[]): ReadonlyMap<string, string> {
  const persons = people.map(({ id, role, months }): Named => ({ id, role, age: ageWords(voice, months) }));
  const byAge = (one: Named): string => one.age ?? '';
  const byRole = (one: Named): string =>
    [one.role === null ? null : roleWords(voice, one.role), one.age].filter((word) => word !== null).join(', ');
  const out = new Map<string, string>();
  persons.forEach((one, at) => {
    const alone = (name: (other: Named) => string): boolean =>
      name(one) !== '' && persons.every((other) => other === one || name(other) !== name(one));
    const number = voice.say('report.person', { number: at + 1 });
    const last = byRole(one) === '' ? number : `${byRole(one)}, ${number}`;
    out.set(one.id, alone(byAge) ? byAge(one) : alone(byRole) ? byRole(one) : last);
  });
  return out;
}

export function ageWords(voice: Voice, months: number | null): string | null {
  if (months === null) return null;
  const words =
    months < 24
      ? voice.say('age.months', { count: months })
      : voice.say('age.years', { count: Math.floor(months / 12) });
  // an age stands for a name: it is not torn apart at the end of a line
  return words.replaceAll(' ', '\u00a0');
}

export function roleWords(voice: Voice, role: string): string | null {
  return role === 'head' || role === 'partner' || role === 'child' || role === 'parent' || role === 'other'
    ? voice.say(`role.${role}`)
    : null;
}
