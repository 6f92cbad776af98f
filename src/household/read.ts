import { monthIndex, monthText } from '../calendar/month.js';
import { RefbudgetError, type Result } from '../model/diagnostic.js';
import type { Model } from '../model/model.js';
import { didYouMean } from '../model/near.js';
import type { MonthIndex } from '../model/value.js';
import { readBills } from './bills.js';
import { checkPersons, warnOfOldChildren } from './check-persons.js';
import { readKey } from './facts.js';
import { inOrderOfPaths, noFindings, refuse, warningOf, type Findings } from './findings.js';
import { HOUSEHOLD_KEYS, refuseOtherKeys } from './frame.js';
import type { Household, Said } from './household.js';
import { readIncomes } from './incomes.js';
import { canonicalInput } from './input.js';
import { readOverrides } from './overrides.js';
import { readPersons } from './persons.js';
import { namesOf, type Names } from './names.js';
import { checkRequired } from './required.js';
import { mapOf, shorten, textOf } from './scalars.js';

/** Reads households of one month against a model. Made once, used for many. */
export interface HouseholdReader {
  readonly month: MonthIndex;
  /** Everything wrong at once, each with its path; warnings stay in the household. */
  read(input: unknown): Result<Household>;
}

/** The month of a household: said by the caller, else by the household itself. */
export function monthOf(model: Model, input: unknown, asked?: string): Result<MonthIndex> {
  const said = typeof input === 'object' && input !== null ? (input as Record<string, unknown>)['month'] : undefined;
  const findings = noFindings();
  const text = asked ?? (said === undefined ? undefined : textOf(said, ['month'], findings));
  if (text === undefined)
    refuse(findings, 'no-month', ['month'], 'no month is given', 'Write month: 2024-06, or name one at the call.');
  const month = text == null ? null : monthIndex(text);
  if (text != null && month === null)
    refuse(
      findings,
      'not-a-month',
      ['month'],
      `"${shorten(text)}" is no month`,
      'Write year-month, for example 2024-06.',
    );
  const [first, last] = model.pack.covers;
  if (month !== null && (month < first || month > last)) {
    refuse(
      findings,
      'outside-covers',
      ['month'],
      `${monthText(month)} is outside what pack "${model.pack.id}" covers`,
      `Choose a month from ${monthText(first)} to ${monthText(last)}.`,
    );
  }
  return month === null || findings.errors.length > 0
    ? { ok: false, errors: findings.errors }
    : { ok: true, value: month, warnings: [] };
}

/** A reader for one month; `keepInput: false` leaves `input` empty, for populations; `begun: true` lets required facts be missing still. */
export function householdReader(
  model: Model,
  month: MonthIndex,
  options: { readonly keepInput?: boolean; readonly begun?: boolean } = {},
): HouseholdReader {
  const all = namesOf(model, month);
  const names = options.begun === true ? { ...all, required: [] } : all;
  return {
    month,
    read: (input) => {
      const findings = noFindings();
      const household = readParts(input, names, model.pack.currency, month, options.keepInput !== false, findings);
      if (household === null || findings.errors.length > 0) return { ok: false, errors: findings.errors };
      return { ok: true, value: household, warnings: findings.warnings.map(warningOf) };
    },
  };
}

/** One household, read once. Throws nothing: wrong input gives all diagnostics. */
export function readHousehold(
  model: Model,
  input: unknown,
  options: { readonly month?: string } = {},
): Result<Household> {
  const month = monthOf(model, input, options.month);
  return month.ok ? householdReader(model, month.value).read(input) : month;
}

/** As `readHousehold`, but wrong input is thrown with all diagnostics. */
export function mustRead(reader: HouseholdReader, input: unknown): Household {
  const result = reader.read(input);
  if (result.ok) return result.value;
  throw new RefbudgetError('household', result.errors);
}

function readParts(
  input: unknown,
  names: Names,
  currency: string,
  month: MonthIndex,
  keepInput: boolean,
  findings: Findings,
): Household | null {
  const map = mapOf(input, [], findings);
  if (map === null) return null;
  refuseOtherKeys(map, HOUSEHOLD_KEYS, 'a household', [], findings);
  if (map['persons'] === undefined)
    return refuse(findings, 'missing-key', [], 'the persons are missing', 'Write persons: with one entry a person.');
  const members = readPersons(map['persons'], 'persons', names, month, findings);
  const others = map['others'] === undefined ? [] : readPersons(map['others'], 'others', names, month, findings);
  if (findings.errors.length === 0) checkPersons(members, others, findings);
  warnOfOldChildren(members, month, findings);
  const persons = others.length === 0 ? members : [...members, ...others];
  const facts = readFacts(map, names, findings);
  for (const scope of ['dwelling', 'household'] as const)
    checkRequired(names, scope, map[scope] ?? {}, facts, [scope], findings);
  const incomesComplete = readComplete(map, findings);
  return {
    month,
    persons,
    members: members.length,
    facts,
    incomes:
      map['incomes'] === undefined ? [] : readIncomes(map['incomes'], names.incomes, persons, currency, findings),
    incomesComplete,
    bills: map['bills'] === undefined ? [] : readBills(map['bills'], names.bills, members, currency, findings),
    overrides:
      map['overrides'] === undefined ? [] : readOverrides(map['overrides'], names, members, currency, findings),
    input: keepInput && findings.errors.length === 0 ? canonicalInput(inMonth(map, month)) : {},
    warnings: inOrderOfPaths(findings.warnings),
  };
}

/** A month said at the call stands in the input instead of the household's own, so that the input alone gives the document. */
function inMonth(map: Record<string, unknown>, month: MonthIndex): Record<string, unknown> {
  return map['month'] === undefined ? map : { ...map, month: monthText(month) };
}

function readFacts(map: Record<string, unknown>, names: Names, findings: Findings): Record<string, Said> {
  const said: Record<string, Said> = {};
  if (map['dwelling'] !== undefined) readScope(map['dwelling'], 'dwelling', names, said, findings);
  if (map['household'] !== undefined) readScope(map['household'], 'household', names, said, findings);
  return said;
}

function readScope(
  raw: unknown,
  scope: 'dwelling' | 'household',
  names: Names,
  said: Record<string, Said>,
  findings: Findings,
): void {
  const given = mapOf(raw, [scope], findings);
  if (given === null) return;
  const keys = names.keys[scope];
  for (const key of Object.keys(given)) {
    const known = keys.get(key);
    if (known === undefined) {
      const message = `"${shorten(key)}" is no fact of the ${scope}`;
      refuse(findings, 'unknown-key', [scope, key], message, didYouMean(key, keys.keys()));
    } else readKey(known, given[key], [scope], key, said, findings);
  }
}

function readComplete(map: Record<string, unknown>, findings: Findings): boolean {
  if (map['incomes-complete'] === undefined) return map['incomes'] !== undefined;
  const text = textOf(map['incomes-complete'], ['incomes-complete'], findings);
  if (text === 'no') return false;
  if (text === 'yes') return map['incomes'] !== undefined;
  if (text !== null)
    refuse(
      findings,
      'unknown-value',
      ['incomes-complete'],
      `"${shorten(text)}" is not one of the answers`,
      'Write yes or no.',
    );
  return false;
}
