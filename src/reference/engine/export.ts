import { monthText } from '../../calendar/month.js';
import { Exact } from '../../decimal/exact.js';
import type { Condition, Test } from '../../model/condition.js';
import type { Expression } from '../../model/expression.js';
import type { Rule } from '../../model/facts.js';
import { isValid, type Model, type StepKind } from '../../model/model.js';
import { nameOf } from '../../model/node-id.js';
import type { MonthIndex } from '../../model/value.js';

/** A condition for json-rules-engine in its own operators alone. */
export type ExportedCondition =
  | { readonly all: readonly ExportedCondition[] }
  | { readonly any: readonly ExportedCondition[] }
  | { readonly fact: string; readonly operator: string; readonly value: unknown };

/** A rule as `new Rule(json)` takes it. Each condition has two: one fires when it holds, its twin when it surely does not. */
export interface ExportedRule {
  readonly name: string;
  /** Higher before lower: what a condition reads is inferred before it. */
  readonly priority: number;
  readonly conditions: ExportedCondition;
  /** `fact` is set where the condition is a derived name: add it to the almanac with `value`. */
  readonly event: {
    readonly type: 'yes' | 'no';
    readonly params: { readonly id: string; readonly fact?: string; readonly value?: 'yes' | 'no' };
  };
}

/**
 * The conditions of a pack in one month, for hosts that run json-rules-engine: plain JSON, its stock operators alone.
 * `person` rules are run once a person with that person's facts beside the household's, `household` rules once.
 *
 * Facts the host gives: words as text ("yes", "rented"), numbers as numbers, dates as 12 × year + month − 1, `null` for
 * unknown or open, "none" where a question does not apply. Ages in completed months under their name, in completed years
 * under `NAME in years`. `facts` lists all ids that are read; every one must be given, derived ones with null.
 * Doubles decide: an amount that differs from a bound by less than a double shows is beyond this export.
 */
export interface ExportedRules {
  readonly pack: string;
  readonly month: string;
  readonly person: readonly ExportedRule[];
  readonly household: readonly ExportedRule[];
  readonly facts: readonly string[];
}

interface Named {
  readonly id: string;
  readonly scope: 'person' | 'household';
  readonly condition: Condition;
  readonly level: number;
  readonly fact?: string;
}

/** Exports the conditions of the definitions that exist in a month. */
export function exportedRules(model: Model, month: MonthIndex): ExportedRules {
  const named = conditionsOf(model, month);
  const deepest = Math.max(0, ...named.map((one) => one.level));
  const facts = new Set<string>();
  const rules = (scope: Named['scope']): ExportedRule[] =>
    named.filter((one) => one.scope === scope).flatMap((one) => pairOf(one, deepest, facts));
  const [person, household] = [rules('person'), rules('household')];
  return { pack: model.pack.id, month: monthText(month), person, household, facts: [...facts].sort() };
}

function pairOf({ id, condition, level, fact }: Named, deepest: number, facts: Set<string>): ExportedRule[] {
  return (['yes', 'no'] as const).map((value) => {
    const written = exported(condition, value === 'no', facts);
    return {
      name: `${id} ${value}`,
      priority: deepest - level + 1,
      conditions: 'fact' in written ? { all: [written] } : written,
      event: { type: value, params: { id, ...(fact === undefined ? {} : { fact, value }) } },
    };
  });
}

/** The conditions of derived names (with their cases), needs, items, adjustments, notices and levers. */
function conditionsOf(model: Model, month: MonthIndex): Named[] {
  const levels = new Map(model.order.map((step) => [`${step.kind} ${step.at}`, step.level]));
  const last = Math.max(0, ...levels.values()) + 1;
  const level = (kind: StepKind, at: number): number => levels.get(`${kind} ${at}`) ?? last;
  const side = (scope: string): Named['scope'] => (scope === 'person' ? 'person' : 'household');
  const when = (id: string, scope: string, condition: Condition | null, at: number): Named[] =>
    condition === null ? [] : [{ id, scope: side(scope), condition, level: at }];
  const valid = <T extends { readonly valid: Model['facts'][number]['valid'] }>(list: readonly T[]): [T, number][] =>
    list.map((one, at): [T, number] => [one, at]).filter(([one]) => isValid(one, month));
  return [
    ...valid(model.derived).flatMap(([{ id, scope, rule }, at]) => ofRule(id, side(scope), rule, level('derived', at))),
    ...valid(model.adjustments).flatMap(([one, at]) =>
      when(`when/${one.id}`, one.for, one.when, level('adjustment', at)),
    ),
    ...valid(model.needs).flatMap(([need, at]) => [
      ...when(`when/${need.id}`, need.for, need.when, level('need', at)),
      ...valid(need.items ?? []).flatMap(([item]) =>
        when(`when/${need.id}/${item.id}`, need.for, item.when, level('need', at)),
      ),
    ]),
    ...valid(model.notices).flatMap(([one, at]) => when(`when/${one.id}`, one.scope, one.when, level('notice', at))),
    ...valid(model.levers).flatMap(([one]) => [
      ...when(`lever/${one.id}/has`, one.for, one.has, last),
      ...when(`lever/${one.id}/when`, one.for, one.when, last),
    ]),
  ];
}

function ofRule(id: string, scope: Named['scope'], rule: Rule, level: number): Named[] {
  if (rule.kind === 'condition') return [{ id: `derived/${id}`, scope, condition: rule.when, level, fact: id }];
  if (rule.kind !== 'value' || rule.value.kind !== 'cases') return [];
  return rule.value.cases.map(({ when }, i) => ({ id: `derived/${id}/${i}`, scope, condition: when, level }));
}

function exported(condition: Condition, turn: boolean, facts: Set<string>): ExportedCondition {
  if (condition.kind === 'test') return exportedTest(condition, condition.turned !== turn, facts);
  const of = condition.of.map((one) => exported(one, turn, facts));
  return (condition.kind === 'all') !== turn ? { all: of } : { any: of };
}

function exportedTest(test: Test, turned: boolean, facts: Set<string>): ExportedCondition {
  const { check } = test;
  const name = nameOf(test.ref);
  const years = check.op === 'compare' && name === 'person.age';
  const fact = years ? `${name} in years` : name;
  facts.add(fact);
  const leaf = (operator: string, value: unknown): ExportedCondition => ({ fact, operator, value });
  const against = (operator: string, value: unknown): ExportedCondition => whenKnown(leaf(operator, value), value);
  if (check.op === 'one-of') {
    const values = check.values.map(asHostValue);
    if (!turned) return check.unknown ? { any: [leaf('in', values), leaf('equal', null)] } : leaf('in', values);
    return { all: [leaf('notEqual', null), leaf('notIn', values)] };
  }
  const limits =
    check.op === 'band'
      ? [
          ...(check.from === null ? [] : [{ is: 'from' as const, value: Number(check.from) }]),
          ...(check.below === null ? [] : [{ is: 'below' as const, value: Number(check.below) }]),
        ]
      : check.bounds.map(({ is, bound }) => ({ is, value: boundValue(bound, `${fact} ${test.text}: ${is}`, facts) }));
  if (!turned) return { all: limits.map(({ is, value }) => against(OPERATORS[is], value)) };
  return { any: [...limits.map(({ is, value }) => against(TURNED[is], value)), leaf('equal', 'none')] };
}

/** The stock operators take an unknown bound for 0: it must be known first. */
function whenKnown(leaf: ExportedCondition, value: unknown): ExportedCondition {
  if (typeof value !== 'object' || value === null || !('fact' in value)) return leaf;
  return { all: [{ fact: String(value.fact), operator: 'notEqual', value: null }, leaf] };
}

const OPERATORS = {
  from: 'greaterThanInclusive',
  to: 'lessThanInclusive',
  above: 'greaterThan',
  below: 'lessThan',
} as const;
const TURNED = {
  from: 'lessThan',
  to: 'greaterThan',
  above: 'lessThanInclusive',
  below: 'greaterThanInclusive',
} as const;

/** A number stands as it is; a name is read when the engine runs; a formula is a fact of its own that the host gives. */
function boundValue(bound: Expression, formula: string, facts: Set<string>): unknown {
  if (bound.kind === 'number') return Number(bound.value);
  const fact = bound.kind === 'name' ? nameOf(bound.ref) : formula;
  facts.add(fact);
  return { fact };
}

function asHostValue(value: string): string | number {
  return /^-?\d+(\.\d+)?$/.test(value) ? new Exact(value).toNumber() : value;
}
