import { dateParts } from '../calendar/month.js';
import { didYouMean } from '../model/near.js';
import type { MonthIndex } from '../model/value.js';
import { readKey } from './facts.js';
import { refuse, type Findings, type Path } from './findings.js';
import type { AgeSaid, Person, Said } from './household.js';
import type { FactKey } from './names.js';
import { ROLES } from './roles.js';
import { decimalOf, listOf, mapOf, shorten, textOf } from './scalars.js';

const OLDEST = 120;
const FORBIDDEN_IDS = new Set(['__proto__', 'constructor', 'prototype', 'household', 'unknown', 'none']);
const PERSON_ID = /^[A-Za-z][A-Za-z0-9-]*$/;

/** Members (`persons`) or `others`, by place; `prefix` makes the default ids. */
export function readPersons(
  raw: unknown,
  list: 'persons' | 'others',
  keys: ReadonlyMap<string, FactKey>,
  month: MonthIndex,
  findings: Findings,
): Person[] {
  const entries = listOf(raw, [list], findings);
  if (entries === null) return [];
  const persons = entries.map((entry, i) =>
    readPerson(entry, [list, i], `${list === 'persons' ? 'p' : 'o'}${i + 1}`, keys, month, findings),
  );
  return persons.filter((person) => person !== null);
}

function readPerson(
  raw: unknown,
  path: Path,
  defaultId: string,
  keys: ReadonlyMap<string, FactKey>,
  month: MonthIndex,
  findings: Findings,
): Person | null {
  const map = mapOf(raw, path, findings);
  if (map === null) return null;
  const said: Record<string, Said> = {};
  for (const key of Object.keys(map)) {
    if (key === 'id' || key === 'age' || key === 'born') continue;
    const known = keys.get(key);
    if (known === undefined) refuseKey(key, path, keys.keys(), findings);
    else readKey(known, map[key], path, key, said, findings);
  }
  if (map['role'] === undefined)
    refuse(findings, 'missing-fact', path, 'the role is missing', `Write role: ${ROLES.join(', ')}.`);
  const id = map['id'] === undefined ? defaultId : readId(map['id'], [...path, 'id'], findings);
  const age = readAge(map, path, month, findings);
  return id === null || age === null || said['person.role'] === undefined ? null : { id, age, facts: said };
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
  if (PERSON_ID.test(id) && !FORBIDDEN_IDS.has(id)) return id;
  return refuse(
    findings,
    'bad-id',
    path,
    `"${shorten(id)}" cannot be an id`,
    'Use a letter, then letters, digits and hyphens: anna, child-2.',
  );
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

/** One head, at most one partner, each id once, no child older than the head (a warning). */
export function checkPersons(members: readonly Person[], others: readonly Person[], findings: Findings): void {
  const heads = countRole(members, 'head');
  if (heads !== 1) {
    refuse(
      findings,
      'one-head',
      ['persons'],
      heads === 0 ? 'nobody is the head' : `${heads} persons are the head`,
      'Give exactly one person the role "head".',
    );
  }
  const partners = countRole(members, 'partner');
  if (partners > 1)
    refuse(
      findings,
      'one-partner',
      ['persons'],
      `${partners} persons are the partner`,
      'At most one person has the role "partner".',
    );
  const seen = new Set<string>();
  for (const [list, persons] of [
    ['persons', members],
    ['others', others],
  ] as const) {
    persons.forEach((person, i) => {
      if (seen.has(person.id))
        refuse(
          findings,
          'duplicate-person',
          [list, i, 'id'],
          `the id "${person.id}" is used twice`,
          'Give each person an id of its own.',
        );
      seen.add(person.id);
    });
  }
}

function countRole(persons: readonly Person[], role: string): number {
  let count = 0;
  for (const { facts } of persons) if (facts['person.role'] === role) count++;
  return count;
}

/** A child not younger than the head is told, not refused: it may be right. */
export function warnOfOldChildren(members: readonly Person[], month: MonthIndex, findings: Findings): void {
  const head = members.find((person) => person.facts['person.role'] === 'head');
  if (head === undefined) return;
  const oldest = monthsOld(head.age, month);
  members.forEach((person, i) => {
    if (person.facts['person.role'] === 'child' && monthsOld(person.age, month) >= oldest) {
      findings.warnings.push({ code: 'child-older', names: [person.id, head.id], path: ['persons', i] });
    }
  });
}

function monthsOld(age: AgeSaid, month: MonthIndex): number {
  if ('years' in age) return age.years * 12;
  const parts = dateParts(age.born);
  return parts === null ? 0 : month - (parts.year * 12 + parts.month - 1);
}
