import type { Assessment } from '../../assessment/document.js';
import { splitAt } from '../words/names.js';
import type { Voice } from '../words/voice.js';

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

/** From so many members on, all of them are told as `everybody`: seven names in brackets hide the question before them. */
const MANY = 3;

/** An id with a list of persons, for words: `person.diet@mia, tom, zoe` of all members is `person.diet@everybody`. */
export function forAll(
  { voice, assessment }: { readonly voice: Voice; readonly assessment: Assessment },
  id: string,
): string {
  const { name, person } = splitAt(id);
  const members = Object.keys(assessment.needs.persons);
  if (person === null || members.length < MANY) return id;
  const listed = new Set(person.split(', '));
  const isAll = listed.size === members.length && members.every((member) => listed.has(member));
  return isAll ? `${name}@${voice.say('persons.all')}` : id;
}
