import { dateParts } from '../calendar/month.js';
import { didYouMean } from '../model/near.js';
import type { MonthIndex } from '../model/value.js';
import { readKey } from './facts.js';
import { refuse, type Findings, type Path } from './findings.js';
import type { AgeSaid, Person, Said } from './household.js';
import type { Names } from './names.js';
import { checkRequired } from './required.js';
import { ROLES } from './roles.js';
import { decimalOf, listOf, mapOf, shorten, textOf } from './scalars.js';

const OLDEST = 120;
/** Words that mean something else where an id stands. */
export const FORBIDDEN_IDS: readonly string[] = [
  '__proto__',
  'constructor',
  'prototype',
  'household',
  'unknown',
  'none',
];
export const PERSON_ID = /^[A-Za-z][A-Za-z0-9-]*$/;

/** Members (`persons`) or `others`, by place. */
export function readPersons(
  raw: unknown,
  list: 'persons' | 'others',
  names: Names,
  month: MonthIndex,
  findings: Findings,
): Person[] {
  const entries = listOf(raw, [list], findings);
  if (entries === null) return [];
  const persons: Person[] = [];
  for (let i = 0; i < entries.length; i++) {
    const person = readPerson(entries[i], list, i, names, month, findings);
    if (person !== null) persons.push(person);
  }
  return persons;
}

/** `p1` … of members, `o1` … of others. */
function defaultId(list: 'persons' | 'others', i: number): string {
  return `${list === 'persons' ? 'p' : 'o'}${i + 1}`;
}

function readPerson(
  raw: unknown,
  list: 'persons' | 'others',
  i: number,
  names: Names,
  month: MonthIndex,
  findings: Findings,
): Person | null {
  const path: Path = [list, i];
  const map = mapOf(raw, path, findings);
  if (map === null) return null;
  const said: Record<string, Said> = {};
  const keys = names.keys.person;
  for (const key of Object.keys(map)) {
    if (key === 'id' || key === 'age' || key === 'born') continue;
    const known = keys.get(key);
    if (known === undefined) refuseKey(key, path, keys.keys(), findings);
    else readKey(known, map[key], path, key, said, findings);
  }
  if (map['role'] === undefined)
    refuse(findings, 'missing-fact', path, 'the role is missing', `Write role: ${ROLES.join(', ')}.`);
  const id = map['id'] === undefined ? defaultId(list, i) : readId(map['id'], [...path, 'id'], findings);
  const age = readAge(map, path, month, findings);
  if (list === 'persons') checkRequired(names, 'person', map, said, path, findings);
  if (id !== null && age !== null && said['person.role'] !== undefined) return { id, age, facts: said };
  const named = id ?? map['id'];
  if (typeof named === 'string') findings.refused.push(named);
  return null;
}

function refuseKey(key: string, path: Path, keys: Iterable<string>, findings: Findings): void {
  refuse(
    findings,
    'unknown-key',
    [...path, key],
    `"${shorten(key)}" is no fact of a person`,
    didYouMean(key, ['id', 'born', ...keys]),
  );
}

function readId(raw: unknown, path: Path, findings: Findings): string | null {
  const id = textOf(raw, path, findings);
  if (id === null) return null;
  if (PERSON_ID.test(id) && !FORBIDDEN_IDS.includes(id)) return id;
  const hint = FORBIDDEN_IDS.includes(id)
    ? 'This word means something else here. Choose another, such as anna or child-2.'
    : 'Use a letter, then letters, digits and hyphens: anna, child-2.';
  return refuse(findings, 'bad-id', path, `"${shorten(id)}" cannot be an id`, hint);
}

function readAge(map: Record<string, unknown>, path: Path, month: MonthIndex, findings: Findings): AgeSaid | null {
  if (map['age'] !== undefined && map['born'] !== undefined) {
    return refuse(findings, 'age-and-born', path, 'both an age and a birth date are given', 'Keep one of them.');
  }
  if (map['born'] !== undefined) return readBorn(map['born'], [...path, 'born'], month, findings);
  if (map['age'] === undefined)
    return refuse(findings, 'missing-fact', path, 'the age is missing', 'Write age: 34 or born: 1990-05-17.');
  const age = map['age'];
  if (typeof age === 'number' && Number.isInteger(age) && age >= 0 && age <= OLDEST) return { years: age + 0 };
  const agePath = [...path, 'age'];
  const text = textOf(age, agePath, findings);
  if (text === null) return null;
  const years = decimalOf(text);
  if (years === null || years.includes('.')) {
    return refuse(
      findings,
      'not-whole',
      agePath,
      `"${shorten(text)}" is not an age in whole years`,
      'Write completed years, for example 34; a baby is 0.',
    );
  }
  if (Number(years) < 0 || Number(years) > OLDEST) {
    return refuse(
      findings,
      'age-range',
      agePath,
      `an age of ${years} is not possible`,
      `Write an age from 0 to ${OLDEST}.`,
    );
  }
  return { years: Number(years) };
}

/** A birth date of somebody who is born by the month and not too old for it. */
export function readBorn(raw: unknown, path: Path, month: MonthIndex, findings: Findings): AgeSaid | null {
  const text = textOf(raw, path, findings);
  if (text === null) return null;
  const parts = dateParts(text);
  if (parts === null)
    return refuse(
      findings,
      'not-a-date',
      path,
      `"${shorten(text)}" is no date`,
      'Write year-month-day, for example 2017-03-02.',
    );
  const months = month - (parts.year * 12 + parts.month - 1) - (parts.day > 1 ? 1 : 0);
  if (months < 0)
    return refuse(
      findings,
      'born-later',
      path,
      `${text} is after the month assessed`,
      'Leave out who is not yet born on the first of the month.',
    );
  if (months >= (OLDEST + 1) * 12)
    return refuse(findings, 'age-range', path, `born on ${text} is more than ${OLDEST} years ago`, 'Correct the year.');
  return { born: text };
}
