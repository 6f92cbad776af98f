import type { Condition } from '../../model/condition.js';
import type { Expression, Ref } from '../../model/expression.js';
import { operandsOf } from '../../model/operands.js';
import type { Derived, Fact, Rule } from '../../model/facts.js';

/** Tells of a name whether an unknown fact may leave it without value. */
export type Unknowable = (ref: Ref) => boolean;

/**
 * Finds which facts and derived facts may be unknown because a fact is. Open incomes make nothing unknown, and tables and sums
 * always have a value. Circles count as known; they are refused elsewhere.
 */
export function unknowableNames(facts: readonly Fact[], derived: readonly Derived[]): Unknowable {
  const known = new Map<string, boolean>();
  const rulesOf = new Map<string, Derived[]>();
  const factsOf = new Map<string, Fact[]>();
  for (const one of derived) rulesOf.set(one.id, [...(rulesOf.get(one.id) ?? []), one]);
  for (const one of facts) factsOf.set(one.id, [...(factsOf.get(one.id) ?? []), one]);
  const isUnknowable: Unknowable = (ref) => {
    if (ref.of !== 'fact' && ref.of !== 'derived') return false;
    const key = `${ref.of}/${ref.id}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    known.set(key, false);
    const result =
      ref.of === 'fact'
        ? (factsOf.get(ref.id) ?? []).some((fact) => factIs(fact, isUnknowable))
        : (rulesOf.get(ref.id) ?? []).some((one) => ruleIs(one.rule, isUnknowable));
    known.set(key, result);
    return result;
  };
  return isUnknowable;
}

function factIs(fact: Fact, of: Unknowable): boolean {
  if (fact.builtIn) return false;
  if (fact.applies !== null && mayBeUndecided(fact.applies, of)) return true;
  if (fact.required) return false;
  return fact.assume === null || mayBeUnknown(fact.assume, of);
}

function ruleIs(rule: Rule, of: Unknowable): boolean {
  switch (rule.kind) {
    case 'condition':
      return mayBeUndecided(rule.when, of);
    case 'value':
      return mayBeUnknown(rule.value, of);
    case 'aggregate':
      return (rule.where !== null && mayBeUndecided(rule.where, of)) || (rule.of !== null && mayBeUnknown(rule.of, of));
    case 'rank':
      return (rule.where !== null && mayBeUndecided(rule.where, of)) || of(rule.by);
  }
}

/** True when an unknown fact may leave a condition undecided. */
export function mayBeUndecided(condition: Condition, of: Unknowable): boolean {
  if (condition.kind !== 'test') return condition.of.some((part) => mayBeUndecided(part, of));
  const { check } = condition;
  if (check.op === 'one-of' && check.unknown) return false;
  return of(condition.ref) || (check.op === 'compare' && check.bounds.some(({ bound }) => mayBeUnknown(bound, of)));
}

/** True when an unknown fact may leave a formula without value. */
export function mayBeUnknown(expression: Expression, of: Unknowable): boolean {
  switch (expression.kind) {
    case 'name':
      return of(expression.ref);
    case 'cases':
      return (
        expression.cases.some((one) => mayBeUndecided(one.when, of) || mayBeUnknown(one.is, of)) ||
        mayBeUnknown(expression.otherwise, of)
      );
    default:
      return operandsOf(expression).some((one) => mayBeUnknown(one, of));
  }
}
