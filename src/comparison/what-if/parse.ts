import { readFact } from '../../household/facts.js';
import { refuse, type Findings } from '../../household/findings.js';
import type { Household } from '../../household/household.js';
import { namesOf, type Names } from '../../household/names.js';
import { readBorn } from '../../household/persons.js';
import { readRole } from '../../household/roles.js';
import { paidOf, shorten } from '../../household/scalars.js';
import type { Model } from '../../model/model.js';
import { didYouMean } from '../../model/near.js';
import { changeName, type Change } from './change.js';
import { noSuchFact } from './no-such-fact.js';

/**
 * Reads changes such as `dwelling.tenure=social-rent`, `person.work@tom=employed`, `income.wage@ann=1450`, `bill.rent=400`
 * against a pack and a household. Everything wrong is added to `findings`, with near names.
 */
export function parseChanges(
  texts: readonly string[],
  model: Model,
  household: Household,
  findings: Findings,
): readonly Change[] {
  const names = namesOf(model, household.month);
  const changes = texts
    .map((text) => parseChange(text, { model, names, household, findings }))
    .filter((change) => change !== null);
  const seen = new Set<string>();
  for (const name of changes.map(changeName)) {
    if (seen.has(name)) refuse(findings, 'two-changes', [name], 'it is changed twice', 'Keep one of the two.');
    seen.add(name);
  }
  return changes;
}

interface Context {
  readonly model: Model;
  readonly names: Names;
  readonly household: Household;
  readonly findings: Findings;
}

function parseChange(text: string, context: Context): Change | null {
  const equals = text.indexOf('=');
  const left = equals < 0 ? text : text.slice(0, equals);
  const value = equals < 0 ? '' : text.slice(equals + 1).trim();
  const at = left.lastIndexOf('@');
  const name = (at < 0 ? left : left.slice(0, at)).trim();
  const person = at < 0 ? null : left.slice(at + 1).trim();
  if (name === '' || value === '')
    return refuse(
      context.findings,
      'not-a-change',
      [shorten(text)],
      'a change is a name, "=" and a value',
      'Write for example person.presence@tom=50%, income.KIND@ann=1450 or bill.ID=400.',
    );
  const income = /^(?:(?:person|household)\.)?income\.(.+)$/.exec(name);
  if (income?.[1] !== undefined) return incomeChange(income[1], person, value, context);
  if (name.startsWith('bill.')) return billChange(name.slice('bill.'.length), person, value, context);
  return factChange(name, person, value, context);
}

function factChange(name: string, person: string | null, value: string, context: Context): Change | null {
  const { names, findings } = context;
  if (name === 'person.born') return bornChange(person, value, context);
  const fact = names.facts.get(name);
  if (fact === undefined) return noSuchFact(name, context);
  if (fact.id === 'month')
    return refuse(
      findings,
      'not-a-change',
      [name],
      'the month is no fact of the household',
      'Compare two months: refbudget compare FILE --months A,B.',
    );
  if (fact.scope === 'local')
    return refuse(
      findings,
      'not-a-change',
      [name],
      'this is a setting of the local policy',
      'Choose a policy with --policy.',
    );
  const whose = whoseFact(fact.scope === 'person', name, person, context);
  if (whose === undefined) return null;
  const path = [whose === null ? name : `${name}@${whose}`];
  const read = fact.id === 'person.role' ? readRole(value, path, findings) : readFact(fact, value, path, findings);
  return read === undefined || (read === null && value !== 'unknown')
    ? null
    : { of: 'fact', fact, person: whose, value };
}

function bornChange(person: string | null, value: string, context: Context): Change | null {
  const { household, findings } = context;
  const whose = whoseFact(true, 'person.born', person, context);
  if (whose === undefined || whose === null) return null;
  const born = readBorn(value, [`person.born@${whose}`], household.month, findings);
  return born === null ? null : { of: 'born', person: whose, value };
}

function incomeChange(kind: string, person: string | null, value: string, context: Context): Change | null {
  const { names, findings, model } = context;
  const income = names.incomes.get(kind);
  if (income === undefined)
    return refuse(
      findings,
      'unknown-kind',
      [`income.${shorten(kind)}`],
      'no kind of income has this name',
      didYouMean(kind, names.incomes.keys()),
    );
  const whose = whoseFact(income.for === 'person', `income.${kind}`, person, context);
  if (whose === undefined) return null;
  const path = whose === null ? `income.${kind}` : `income.${kind}@${whose}`;
  const paid = paidOf(value, model.pack.currency, [], path, findings);
  return paid === null ? null : { of: 'income', kind, person: whose, value };
}

function billChange(id: string, person: string | null, value: string, context: Context): Change | null {
  const { names, findings, model } = context;
  const bill = names.bills.get(id);
  if (bill === undefined)
    return refuse(
      findings,
      'unknown-bill',
      [`bill.${shorten(id)}`],
      'no bill has this name',
      didYouMean(id, names.bills.keys()),
    );
  const whose = whoseFact(bill.for === 'person', `bill.${id}`, person, context, true);
  if (whose === undefined) return null;
  const path = whose === null ? `bill.${id}` : `bill.${id}@${whose}`;
  if (value !== 'unknown' && paidOf(value, model.pack.currency, [], path, findings) === null) return null;
  return { of: 'bill', bill: id, person: whose, value };
}

/** Whose it is: a member's or other's id; null for what belongs to the household; undefined when refused. */
function whoseFact(
  ofPerson: boolean,
  name: string,
  person: string | null,
  { household, findings }: Context,
  membersOnly = false,
): string | null | undefined {
  const ids = household.persons.slice(0, membersOnly ? household.members : undefined).map(({ id }) => id);
  if (!ofPerson) {
    if (person === null) return null;
    refuse(
      findings,
      'not-a-persons',
      [name],
      'this belongs to the household as a whole',
      `Leave "@${shorten(person)}" out.`,
    );
    return undefined;
  }
  if (person === null) {
    if (ids.length === 1) return ids[0];
    refuse(
      findings,
      'whose-change',
      [name],
      'nobody is named',
      `Write ${ids
        .slice(0, 4)
        .map((id) => `${name}@${id}`)
        .join(' or ')}.`,
    );
    return undefined;
  }
  if (ids.includes(person)) return person;
  refuse(findings, 'unknown-person', [name], `nobody here has the id "${shorten(person)}"`, didYouMean(person, ids));
  return undefined;
}
