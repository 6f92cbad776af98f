import { dateParts } from '../calendar/month.js';
import type { MonthIndex } from '../model/value.js';
import { refuse, type Findings } from './findings.js';
import type { AgeSaid, Person } from './household.js';

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
  checkIds(members, 'persons', seen, findings);
  checkIds(others, 'others', seen, findings);
}

function checkIds(persons: readonly Person[], list: 'persons' | 'others', seen: Set<string>, findings: Findings): void {
  for (let i = 0; i < persons.length; i++) {
    const { id } = persons[i]!;
    if (seen.has(id))
      refuse(
        findings,
        'duplicate-person',
        [list, i, 'id'],
        `the id "${id}" is used twice`,
        'Give each person an id of its own.',
      );
    seen.add(id);
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
