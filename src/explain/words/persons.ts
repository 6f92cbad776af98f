import type { Voice } from './voice.js';

/** A person as words need them; months of age, null where nobody said. */
export interface Person {
  readonly id: string;
  readonly role: string | null;
  readonly months: number | null;
}

/** What persons are called where an id may say more than a family wants. */
export interface Called {
  /** In brackets and lists, of one id or of several joined by a comma: `adult of 38`, `adult of 38 and children of 14 and 10`. */
  readonly who: (persons: string) => string;
  /** Of one id, in a sentence: `the adult of 38`. */
  readonly full: (person: string) => string;
}

/** Months from which on somebody is called an adult. */
const ADULT = 18 * 12;
/** Months from which on an age is told in years. */
const IN_YEARS = 24;

interface Plain {
  readonly kind: 'adult' | 'child';
  readonly unit: 'years' | 'months';
  readonly count: number;
}

interface Name {
  /** Told with others of its kind (`children of 14 and 10`); null where it is called by its role or its number. */
  readonly plain: Plain | null;
  /** All who are called by this very age. */
  readonly alike: readonly string[];
  readonly short: string;
  readonly full: string;
}

/** Persons by their ages; two of one age by their roles, two of one role by their order. */
export function calledByAge(voice: Voice, people: readonly Person[]): Called {
  const names = new Map(people.map((one) => [one.id, nameOf(voice, people, one)]));
  return {
    who: (persons) => listWords(voice, names, persons),
    full: (person) => names.get(person)?.full ?? person,
  };
}

function nameOf(voice: Voice, people: readonly Person[], one: Person): Name {
  const plain = plainOf(one);
  const sameAge = people.filter((other) => JSON.stringify(plainOf(other)) === JSON.stringify(plain));
  const isByRole = ({ role }: Person): boolean =>
    role !== null && (plain === null || (role !== 'child' && sameAge.length > 1)) && isOnly(people, role);
  if (isByRole(one)) return byRole(voice, one.role ?? '');
  if (plain === null) return named(voice, voice.say('person.number', { number: people.indexOf(one) + 1 }), 'number');
  const alike = sameAge.filter((other) => !isByRole(other)).map(({ id }) => id);
  const name = { ...named(voice, plainWords(voice, [plain]), plain.kind), plain, alike };
  if (alike.length === 1) return name;
  const values = { kind: plain.kind, n: alike.indexOf(one.id) + 1, name: name.short };
  return { ...name, short: voice.say('person.nth', values), full: voice.say('person.the-nth', values) };
}

const isOnly = (people: readonly Person[], role: string): boolean =>
  people.filter((one) => one.role === role).length === 1;

function byRole(voice: Voice, role: string): Name {
  return named(voice, roleWords(voice, role) ?? role, role === 'other' ? 'someone' : role);
}

function named(voice: Voice, short: string, kind: string): Name {
  return { plain: null, alike: [], short, full: voice.say('person.the', { kind, name: short }) };
}

function plainOf({ months }: Person): Plain | null {
  if (months === null) return null;
  const unit = months < IN_YEARS ? 'months' : 'years';
  return {
    kind: months < ADULT ? 'child' : 'adult',
    unit,
    count: unit === 'months' ? months : Math.floor(months / 12),
  };
}

/** `adult of 38`, `children of 14 and 10`, of one kind and unit. */
function plainWords(voice: Voice, some: readonly Plain[]): string {
  const [{ kind, unit }] = some as [Plain];
  const counts = [...new Set(some.map(({ count }) => count))];
  const list = voice.both(counts.map((count) => String(count)));
  // an age stands for a name: number and unit are not torn apart at the end of a line
  const ages = voice.say(`person.${unit}`, { list, last: counts.at(-1) ?? 0 }).replace(/(\d) (\p{L})/gu, '$1\u00a0$2');
  return voice.say(`persons.${kind}`, { count: some.length, ages });
}

/** Those of one kind together: `adult of 38 and children of 14 and 10`; of twins only where both are meant. */
function listWords(voice: Voice, names: ReadonlyMap<string, Name>, persons: string): string {
  const ids = persons.split(', ');
  const parts = new Map<string, { readonly alone: string; readonly plain: Plain[] }>();
  for (const id of ids) {
    const name = names.get(id);
    // words already, which may hold commas themselves
    if (name === undefined) return persons;
    const { plain, alike, short } = name;
    const together = plain !== null && alike.every((one) => ids.includes(one));
    const key = together ? `${plain.kind} ${plain.unit}` : id;
    const known = parts.get(key);
    if (known === undefined) parts.set(key, { alone: short, plain: together ? [plain] : [] });
    else if (plain !== null) known.plain.push(plain);
  }
  return voice.both(
    [...parts.values()].map(({ alone, plain }) => (plain.length === 0 ? alone : plainWords(voice, plain))),
  );
}

export function ageWords(voice: Voice, months: number | null): string | null {
  if (months === null) return null;
  const words =
    months < IN_YEARS
      ? voice.say('age.months', { count: months })
      : voice.say('age.years', { count: Math.floor(months / 12) });
  return words.replaceAll(' ', '\u00a0');
}

/** An age said in years: whoever is in the first year is no `0 years`. */
export function yearsWords(voice: Voice, years: number): string {
  return years === 0 ? voice.say('age.first-year') : voice.say('age.years', { count: years });
}

export function roleWords(voice: Voice, role: string): string | null {
  return role === 'head' || role === 'partner' || role === 'child' || role === 'parent' || role === 'other'
    ? voice.say(`role.${role}`)
    : null;
}
