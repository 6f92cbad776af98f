import { assess } from '../../assessment/assess.js';
import type { Assessment } from '../../assessment/document.js';
import { notAsked } from '../../assessment/not-asked.js';
import type { Options } from '../../assessment/options.js';
import { monthText } from '../../calendar/month.js';
import { noFindings } from '../../household/findings.js';
import type { Household } from '../../household/household.js';
import { readHousehold } from '../../household/read.js';
import { RefbudgetError } from '../../model/diagnostic.js';
import type { Pack } from '../../model/pack.js';
import { compare } from '../compare.js';
import type { Comparison } from '../shapes.js';
import { applyChanges } from './apply.js';
import { changeName } from './change.js';
import { followedBills, type Followed } from './follow.js';
import { parseChanges } from './parse.js';

/** What a change of facts, incomes or bills does to a balance: plain data. */
export interface WhatIf {
  /** `dwelling.tenure` → `social-rent`, in the order asked. */
  readonly changes: readonly { readonly name: string; readonly value: string }[];
  /** Bills that are taken to fall with their references. */
  readonly follows: readonly Followed[];
  /** Changed facts that are not asked there, so that the change counts for nothing. */
  readonly notAsked: readonly string[];
  readonly comparison: Comparison;
}

/** Both households and what lies between them; each is then assessed as its reader wants: by one evaluator or by both. */
export interface Tried {
  readonly changes: WhatIf['changes'];
  readonly follows: WhatIf['follows'];
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * What if: `whatIf(pack, household, ['dwelling.tenure=social-rent', 'bill.rent=unknown'])`. Throws `RefbudgetError('household')`
 * for a household that is wrong, `RefbudgetError('options')` for a change that is.
 */
export function whatIf<H>(
  pack: Pack<H>,
  household: NoInfer<H>,
  changes: readonly string[],
  options: Options = {},
): WhatIf {
  const tried = tryChanges(pack, household, changes, options);
  const chosen = { ...options, levers: 'none', trace: 'full' } as const;
  const before = assess<unknown>(pack, tried.before, chosen);
  return whatIfOf(pack, tried, before, assess<unknown>(pack, tried.after, chosen));
}

/** The data of a what-if from its two assessments. */
export function whatIfOf(pack: Pack, tried: Tried, before: Assessment, after: Assessment): WhatIf {
  const { changes, follows } = tried;
  const unasked = new Set(notAsked(after));
  return {
    changes,
    follows,
    notAsked: changes.map(({ name }) => name).filter((name) => unasked.has(name)),
    comparison: compare(pack, before, after),
  };
}

/** Reads the changes and makes them, with the bills that follow. Throws as `whatIf` does. */
export function tryChanges(pack: Pack, input: unknown, texts: readonly string[], options: Options = {}): Tried {
  const read = readHousehold(pack.model, input, options.month === undefined ? {} : { month: options.month });
  if (!read.ok) throw new RefbudgetError('household', read.errors);
  const household: Household = read.value;
  const findings = noFindings();
  const changes = parseChanges(texts, pack.model, household, findings);
  if (findings.errors.length > 0) throw new RefbudgetError('options', findings.errors);
  const before = { ...household.input, month: monthText(household.month) };
  const changed = applyChanges(before, changes);
  const follows = household.bills.length === 0 ? [] : bills(pack, household, changes, before, changed);
  return {
    changes: changes.map((one) => ({ name: changeName(one), value: one.value })),
    follows: follows.map(({ bill, before: was, after: is }) => ({ bill, before: was, after: is })),
    before,
    after: applyChanges(
      changed,
      follows.map(({ change }) => change),
    ),
  };
}

function bills(
  pack: Pack,
  household: Household,
  changes: Parameters<typeof followedBills>[2],
  before: unknown,
  after: unknown,
): ReturnType<typeof followedBills> {
  const follow = household.bills.some(({ bill }) => pack.model.bills.some((one) => one.id === bill && one.follows));
  if (!follow) return [];
  const [was, is] = [before, after].map((one) => assess<unknown>(pack, one, { levers: 'none', trace: 'none' }));
  return was === undefined || is === undefined ? [] : followedBills(pack.model, household, changes, was, is);
}
