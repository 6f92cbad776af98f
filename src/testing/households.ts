import fc from 'fast-check';
import { monthText } from '../calendar/month.js';
import type { HouseholdInput, PersonInput } from '../household/household-input.js';
import type { Fact } from '../model/facts.js';
import { isValid, type Model } from '../model/model.js';
import type { Pack } from '../model/pack.js';
import type { MonthIndex, Valid } from '../model/value.js';
import { edgesOf, type Edges } from './edges.js';
import { agesOf } from './ages.js';
import { valueOf } from './fact-values.js';
import { billsOf, incomesOf } from './money.js';
import { overridesOf } from './overrides.js';

export interface HouseholdOptions {
  /** Months to draw from; default: both ends of what the pack covers, and months in which it changes. */
  readonly months?: readonly MonthIndex[];
  /** Largest number of members. */
  readonly members?: number;
}

/**
 * Households of any pack, drawn from its declared facts: ages at the edges of bands, amounts at limits and at ties of
 * rounding, facts not said and said to be unknown, open incomes, bills, overrides, others under the roof.
 * Each is valid input: what the reader refuses is tested elsewhere.
 */
export function households<H extends HouseholdInput>(
  pack: Pack<H>,
  options: HouseholdOptions = {},
): fc.Arbitrary<H & { month: string }> {
  const edges = edgesOf(pack.model);
  const months = options.months ?? monthsOf(pack.model);
  const ofMonth = new Map<MonthIndex, fc.Arbitrary<HouseholdInput>>();
  return fc.constantFrom(...months).chain((month) => {
    let arbitrary = ofMonth.get(month);
    if (arbitrary === undefined)
      ofMonth.set(month, (arbitrary = householdOf(pack.model, edges, month, options.members ?? 5)));
    return arbitrary.map(
      (household) => ({ month: monthText(month), ...household }) as unknown as H & { month: string },
    );
  });
}

/** A few months that matter: the ends of `covers`, and starts of definitions, editions and values within it. */
export function monthsOf(model: Model): readonly MonthIndex[] {
  const [first, last] = model.pack.covers;
  const { facts, derived, parameters, tables, needs, bills, incomes, adjustments, levers } = model;
  const begins = [facts, derived, parameters, tables, needs, bills, incomes, adjustments, levers]
    .flat()
    .map(({ valid }) => valid);
  const dated = [...tables.flatMap((table) => table.editions), ...parameters.flatMap(({ values }) => values)];
  const starts = [...begins, ...dated].map((one) => one.from);
  const inside = [...new Set(starts)]
    .filter((month): month is number => month !== null && month > first && month < last)
    .sort((a, b) => a - b);
  const some = inside.filter((_, i) => i % Math.ceil(inside.length / 4) === 0);
  return [...new Set([first, ...some, last])];
}

function householdOf(model: Model, edges: Edges, month: MonthIndex, most: number): fc.Arbitrary<HouseholdInput> {
  const facts = validIn(month)(model.facts);
  const person = (role: fc.Arbitrary<PersonInput['role']>): fc.Arbitrary<PersonInput> =>
    personOf(facts, edges, month, role);
  const members = fc
    .tuple(
      person(fc.constant('head')),
      fc.option(person(fc.constant('partner')), { nil: null }),
      fc.array(person(fc.constantFrom('child', 'child', 'child', 'other', 'parent')), {
        maxLength: Math.max(0, most - 2),
      }),
    )
    .map(([head, partner, rest]) => [head, ...(partner === null ? [] : [partner]), ...rest]);
  const others = fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    {
      weight: 1,
      arbitrary: fc.array(person(fc.constantFrom('parent', 'child', 'other')), { minLength: 1, maxLength: 2 }),
    },
  );
  const rests = new Map<string, fc.Arbitrary<Omit<HouseholdInput, 'persons' | 'others'>>>();
  return fc.tuple(members, others, fc.nat(5)).chain(([drawn, others, turn]) => {
    const persons = turned(drawn, turn).map((one, i) => ({ id: memberId(i), ...one }));
    const named = others.map((one, i) => ({ id: otherId(i), ...one }));
    const size = `${persons.length} ${named.length}`;
    let rest = rests.get(size);
    if (rest === undefined) rests.set(size, (rest = restOf(model, edges, month, persons.length, named.length)));
    return rest.map((drawn) => ({ persons, others: named, ...drawn }));
  });
}

function memberId(at: number): string {
  return `m${String.fromCharCode(97 + ((at * 7) % 26))}`;
}

function otherId(at: number): string {
  return `x${at}`;
}

/** Everything but the persons, for so many members and others: made once for each size, as it is slow to make. */
function restOf(
  model: Model,
  edges: Edges,
  month: MonthIndex,
  members: number,
  others: number,
): fc.Arbitrary<Omit<HouseholdInput, 'persons' | 'others'>> {
  const valid = validIn(month);
  const facts = valid(model.facts);
  const ids = Array.from({ length: members }, (_, at) => memberId(at));
  const otherIds = Array.from({ length: others }, (_, at) => otherId(at));
  const { currency } = model.pack;
  return fc.record(
    {
      dwelling: scopeOf(facts, 'dwelling', edges),
      household: scopeOf(facts, 'household', edges),
      incomes: incomesOf(valid(model.incomes), ids, otherIds, edges, currency),
      'incomes-complete': fc.constantFrom('yes' as const, 'no' as const),
      bills: billsOf(valid(model.bills), ids, currency),
      overrides: overridesOf(valid(model.needs), facts, valid(model.derived), ids, edges),
    },
    { requiredKeys: ['dwelling', 'household'] },
  ) as fc.Arbitrary<Omit<HouseholdInput, 'persons' | 'others'>>;
}

function validIn(month: MonthIndex): <T extends { readonly valid: Valid }>(definitions: readonly T[]) => readonly T[] {
  return (definitions) => definitions.filter((one) => isValid(one, month));
}

/** The head need not come first. */
function turned<T>(list: readonly T[], by: number): readonly T[] {
  const at = by % list.length;
  return [...list.slice(at), ...list.slice(0, at)];
}

function personOf(
  facts: readonly Fact[],
  edges: Edges,
  month: MonthIndex,
  role: fc.Arbitrary<PersonInput['role']>,
): fc.Arbitrary<PersonInput> {
  const asked = facts.filter(
    (fact) => fact.scope === 'person' && !['person.age', 'person.born', 'person.role'].includes(fact.id),
  );
  return fc
    .tuple(role, agesOf(edges, month), said(asked, edges))
    .map(([of, age, rest]) => ({ role: of, ...age, ...rest }));
}

function scopeOf(
  facts: readonly Fact[],
  scope: 'dwelling' | 'household',
  edges: Edges,
): fc.Arbitrary<Record<string, string>> {
  return said(
    facts.filter((fact) => fact.scope === scope && fact.type !== 'month'),
    edges,
  );
}

/** Each fact is said or not; what is required always is. Keys are the facts' short names. */
function said(facts: readonly Fact[], edges: Edges): fc.Arbitrary<Record<string, string>> {
  const model: Record<string, fc.Arbitrary<string>> = {};
  const required: string[] = [];
  for (const fact of facts) {
    const key = fact.id.slice(fact.scope.length + 1);
    model[key] = valueOf(fact, edges);
    if (fact.required) required.push(key);
  }
  return fc.record(model, { requiredKeys: required });
}
