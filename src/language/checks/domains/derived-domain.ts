import { Exact } from '../../../decimal/exact.js';
import type { Derived, Rule } from '../../../model/facts.js';
import { namesInRule } from '../names.js';
import { type Domains, NO_CONSTRAINTS } from './domains.js';
import { AGES, isWhole, numeric, words, YES_NO, type Domain } from './domain-kinds.js';
import { mayGiveNone, numbersOf } from './formula-domain.js';
import { EVERYTHING, NOT_NEGATIVE, point, union, type Interval } from './interval.js';
import { constraintsOf } from './narrow.js';

/** What a derived fact may be worth, by its rule. */
export function derivedDomain(derived: Derived, domains: Domains): Domain {
  const open = namesInRule(derived.rule).some((name) => domains.of(name).open);
  const unknown = domains.unknowable({ of: 'derived', id: derived.id });
  const flags = { unknown, open, none: givesNone(derived.rule, domains) };
  if (derived.type === 'yes-no') return { ...words(YES_NO, 'yes-no'), ...flags };
  if (derived.type === 'one-of') return { ...words(derived.values, 'one-of'), ...flags };
  const computed = ruleNumbers(derived, domains);
  const numbers = open ? union([computed, point('0')]) : computed;
  return { ...numeric(numbers, derived.type), whole: isWhole(derived.type), ...flags };
}

/** Lowest and highest over nobody, the rank of who is not counted, and a name that is passed on. */
function givesNone(rule: Rule, domains: Domains): boolean {
  switch (rule.kind) {
    case 'condition':
      return false;
    case 'rank':
      return rule.where !== null || domains.of(rule.by).none;
    case 'aggregate':
      if (rule.how !== 'lowest' && rule.how !== 'highest') return false;
      return (
        rule.where !== null ||
        rule.over === 'fellow' ||
        rule.over === 'other' ||
        (rule.of !== null && mayGiveNone(rule.of, NO_CONSTRAINTS, domains))
      );
    case 'value':
      return mayGiveNone(rule.value, NO_CONSTRAINTS, domains);
  }
}

function ruleNumbers({ rule, type }: Derived, domains: Domains): Interval {
  if (type === 'age') return AGES;
  switch (rule.kind) {
    case 'condition':
      return EVERYTHING;
    case 'value':
      return numbersOf(rule.value, new Map(), domains);
    case 'rank':
      return { from: new Exact(1), to: null, zero: false };
    case 'aggregate': {
      const everybody = rule.where === null && (rule.over === 'person' || rule.over === 'resident');
      if (rule.how === 'count') return everybody ? { from: new Exact(1), to: null, zero: false } : NOT_NEGATIVE;
      const each =
        rule.of === null ? EVERYTHING : numbersOf(rule.of, constraintsOf(rule.where, true, domains), domains);
      return rule.how === 'sum' ? sumOfMany(each, everybody) : each;
    }
  }
}

/** The sum of one or more such values, or of none as well. */
function sumOfMany(each: Interval, atLeastOne: boolean): Interval {
  const from = each.from !== null && each.from.gte(0) ? (atLeastOne ? each.from : new Exact(0)) : null;
  const to = each.to !== null && each.to.lte(0) ? (atLeastOne ? each.to : new Exact(0)) : null;
  return { from, to, zero: atLeastOne && (from !== null || to !== null) ? each.zero : true };
}
