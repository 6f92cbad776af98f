import type { Income } from '../model/needs.js';
import { didYouMean } from '../model/near.js';
import { refuse, type Findings, type Path } from './findings.js';
import { INCOME_KEYS, refuseOtherKeys } from './frame.js';
import type { IncomeSaid, Person } from './household.js';
import { warnIfImplausible } from './plausible.js';
import { decimalOf, listOf, mapOf, paidOf, shorten, textOf, withPoint } from './scalars.js';

/** The incomes as listed: kind, whose, amount, period, times a year. */
export function readIncomes(
  raw: unknown,
  kinds: ReadonlyMap<string, Income>,
  persons: readonly Person[],
  currency: string,
  findings: Findings,
): IncomeSaid[] {
  const list = listOf(raw, ['incomes'], findings);
  if (list === null) return [];
  return list
    .map((entry, i) => readIncome(entry, kinds, persons, currency, ['incomes', i], findings))
    .filter((income) => income !== null);
}

function readIncome(
  raw: unknown,
  kinds: ReadonlyMap<string, Income>,
  persons: readonly Person[],
  currency: string,
  path: Path,
  findings: Findings,
): IncomeSaid | null {
  const map = mapOf(raw, path, findings);
  if (map === null) return null;
  refuseOtherKeys(map, INCOME_KEYS, 'an income', path, findings, hintForCents);
  const kind = readKind(map['kind'], kinds, path, findings);
  if (map['amount'] === undefined)
    return refuse(findings, 'missing-key', path, 'the amount is missing', 'Write amount: 1450.');
  const paid = paidOf(map['amount'], currency, path, 'amount', findings);
  const times = map['times'] === undefined ? null : readTimes(map['times'], [...path, 'times'], findings);
  const of = kind === null ? null : readOwner(map['of'], kind.for, persons, path, findings);
  if (kind === null || paid === null || of === undefined) return null;
  warnIfImplausible(kind, paid, times, [...path, 'amount'], findings);
  return { kind: kind.id, of, times, ...paid };
}

/** YAML reads `{ amount: 12,50 }` as an amount and a key beside it. */
function hintForCents(map: Readonly<Record<string, unknown>>, key: string): string | null {
  return map[key] === null && /^\d+$/.test(key) ? withPoint(`${Number(map['amount'])},${key}`) : null;
}

function readKind(raw: unknown, kinds: ReadonlyMap<string, Income>, path: Path, findings: Findings): Income | null {
  if (raw === undefined)
    return refuse(
      findings,
      'missing-key',
      path,
      'the kind is missing',
      `Write kind: ${[...kinds.keys()][0] ?? 'wage'}.`,
    );
  const plain = typeof raw === 'string' ? kinds.get(raw) : undefined;
  if (plain !== undefined) return plain;
  const text = textOf(raw, [...path, 'kind'], findings);
  if (text === null) return null;
  const kind = kinds.get(text);
  return (
    kind ??
    refuse(
      findings,
      'unknown-kind',
      [...path, 'kind'],
      `"${shorten(text)}" is no kind of income`,
      didYouMean(text, kinds.keys()),
    )
  );
}

function readTimes(raw: unknown, path: Path, findings: Findings): string | null {
  const text = textOf(raw, path, findings);
  if (text === null) return null;
  const times = decimalOf(text);
  if (times !== null && Number(times) > 0 && Number(times) <= 366) return times;
  return refuse(
    findings,
    times === null ? 'not-a-number' : 'out-of-range',
    path,
    `"${shorten(text)}" is no number of payments a year`,
    'Write how many times a year it is paid, for example 13.92.',
  );
}

/** The index of the person named by `of`, null for the household's own; undefined when refused. */
function readOwner(
  raw: unknown,
  belongsTo: 'person' | 'household',
  persons: readonly Person[],
  path: Path,
  findings: Findings,
): number | null | undefined {
  if (belongsTo === 'household') {
    if (raw === undefined) return null;
    refuse(findings, 'not-a-persons', [...path, 'of'], 'this belongs to the household as a whole', 'Leave "of" out.');
    return undefined;
  }
  for (let i = 0; i < persons.length; i++) if (persons[i]!.id === raw) return i;
  if (typeof raw === 'string' && findings.refused.includes(raw)) return undefined;
  const ids = [...persons.map((person) => person.id), ...findings.refused];
  if (raw === undefined) {
    refuse(findings, 'missing-key', path, 'nobody is named', `Write of: ${ids.join(' or ')}.`);
    return undefined;
  }
  const id = textOf(raw, [...path, 'of'], findings);
  if (id === null) return undefined;
  const index = ids.indexOf(id);
  if (index >= 0) return index;
  refuse(findings, 'unknown-person', [...path, 'of'], `nobody here has the id "${shorten(id)}"`, didYouMean(id, ids));
  return undefined;
}
