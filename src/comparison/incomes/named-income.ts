import { noFindings, refuse, type Findings } from '../../household/findings.js';
import type { Household } from '../../household/household.js';
import { namesOf } from '../../household/names.js';
import { readHousehold } from '../../household/read.js';
import { RefbudgetError } from '../../model/diagnostic.js';
import { didYouMean } from '../../model/near.js';
import type { Income } from '../../model/needs.js';
import type { Pack } from '../../model/pack.js';
import { monthText, type Month } from '../../calendar/month.js';
import { applyChanges } from '../what-if/apply.js';

/** An income that is tried at many amounts: `wage@ann`, in a household that is otherwise as said. */
export interface NamedIncome {
  readonly kind: Income;
  readonly person: string | null;
  /** `wage@ann`; of the household's own, `rent-allowance`. */
  readonly id: string;
  readonly month: Month;
  /** The household's input with this income at an amount a month. */
  readonly at: (amount: string) => unknown;
}

/** Reads `KIND[@PERSON]`. Throws `RefbudgetError('household')` for the household, `('options')` for the name. */
export function namedIncome(pack: Pack, input: unknown, name: string, month?: Month): NamedIncome {
  const read = readHousehold(pack.model, input, month === undefined ? {} : { month });
  if (!read.ok) throw new RefbudgetError('household', read.errors);
  const household = read.value;
  const findings = noFindings();
  const found = find(pack, household, name.replace(/^(?:(?:person|household)\.)?income\./, ''), findings);
  if (found === null) throw new RefbudgetError('options', findings.errors);
  const { kind, person } = found;
  const before = { ...household.input, month: monthText(household.month) };
  return {
    kind,
    person,
    id: person === null ? kind.id : `${kind.id}@${person}`,
    month: monthText(household.month),
    at: (amount) => applyChanges(before, [{ of: 'income', kind: kind.id, person, value: amount }]),
  };
}

function find(
  pack: Pack,
  household: Household,
  name: string,
  findings: Findings,
): { readonly kind: Income; readonly person: string | null } | null {
  const [id = '', person] = name.split('@');
  const kinds = namesOf(pack.model, household.month).incomes;
  const kind = kinds.get(id);
  if (kind === undefined)
    return refuse(findings, 'unknown-kind', ['income'], `"${id}" is no kind of income`, didYouMean(id, kinds.keys()));
  const ids = household.persons.slice(0, household.members).map((one) => one.id);
  if (kind.for === 'household') {
    if (person === undefined) return { kind, person: null };
    return refuse(
      findings,
      'not-a-persons',
      ['income'],
      `"${id}" belongs to the household as a whole`,
      `Write ${id} alone.`,
    );
  }
  if (person !== undefined && ids.includes(person)) return { kind, person };
  if (person !== undefined)
    return refuse(findings, 'unknown-person', ['income'], `no member has the id "${person}"`, didYouMean(person, ids));
  // Whose it is goes without saying where one member alone has it, or there is one member.
  const owners = [...new Set(household.incomes.filter((one) => one.kind === id).map((one) => one.of))];
  const [owner = null] = owners.length === 1 ? owners : ids.length === 1 ? [0] : [];
  if (owner !== null && owner < ids.length) return { kind, person: ids[owner]! };
  return refuse(
    findings,
    'whose-income',
    ['income'],
    'nobody is named',
    `Write ${ids.map((one) => `${id}@${one}`).join(' or ')}.`,
  );
}
