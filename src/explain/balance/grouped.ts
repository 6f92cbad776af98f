import { splitAt } from '../words/names.js';

/** One name, and the persons for whom it is said the same. */
export interface Grouped<T> {
  readonly name: string;
  readonly persons: readonly string[];
  readonly entries: readonly T[];
}

/** Entries that differ by person only, put together: one line for "Is a diet prescribed? (anna, tom)". */
export function grouped<T>(
  entries: readonly T[],
  idOf: (entry: T) => string,
  sameness: (entry: T) => string = () => '',
): readonly Grouped<T>[] {
  const groups = new Map<string, { name: string; persons: string[]; entries: T[] }>();
  for (const entry of entries) {
    const { name, person } = splitAt(idOf(entry));
    const key = `${name} ${sameness(entry)}`;
    const group = groups.get(key) ?? { name, persons: [], entries: [] };
    if (person !== null && !group.persons.includes(person)) group.persons.push(person);
    group.entries.push(entry);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** `food.daily` and its persons as one id for words: `food.daily@anna, tom`. */
export function groupId({ name, persons }: Pick<Grouped<unknown>, 'name' | 'persons'>): string {
  return persons.length === 0 ? name : `${name}@${persons.join(', ')}`;
}
