import type { Condition, Test } from './condition.js';
import type { Expression, Ref } from './expression.js';
import { operandsOf } from './operands.js';
import type { Model } from './model.js';
import type { Adjustment, Need } from './needs.js';

/** What a walk calls for each expression and each test it meets. */
export interface Visitor {
  readonly expression?: (expression: Expression) => void;
  readonly test?: (test: Test) => void;
}

/** Visits an expression and all that is inside it, conditions of its cases included. */
export function walkExpression(expression: Expression, visit: Visitor): void {
  visit.expression?.(expression);
  for (const one of operandsOf(expression)) walkExpression(one, visit);
  if (expression.kind !== 'cases') return;
  for (const one of expression.cases) {
    walkCondition(one.when, visit);
    walkExpression(one.is, visit);
  }
  walkExpression(expression.otherwise, visit);
}

/** Visits a condition, its tests and the bounds they name. */
export function walkCondition(condition: Condition | null, visit: Visitor): void {
  if (condition === null) return;
  if (condition.kind !== 'test') {
    for (const one of condition.of) walkCondition(one, visit);
    return;
  }
  visit.test?.(condition);
  if (condition.check.op === 'compare') for (const { bound } of condition.check.bounds) walkExpression(bound, visit);
}

/** Visits a need: its condition, amount, parts and items. */
export function walkNeed({ when, amount, parts, items }: Need, visit: Visitor): void {
  const value = (expression: Expression | null): void => {
    if (expression !== null) walkExpression(expression, visit);
  };
  walkCondition(when, visit);
  value(amount);
  for (const part of parts ?? []) value(part.value);
  for (const item of items ?? []) {
    walkCondition(item.when, visit);
    [item.price, item.quantity, item.lasts].forEach(value);
  }
}

/** Visits every expression and test of a model. */
export function walkModel(model: Model, visit: Visitor): void {
  const value = (expression: Expression | null): void => {
    if (expression !== null) walkExpression(expression, visit);
  };
  for (const fact of model.facts) {
    value(fact.assume);
    walkCondition(fact.applies, visit);
  }
  for (const { rule } of model.derived) {
    if (rule.kind === 'condition') walkCondition(rule.when, visit);
    else if (rule.kind === 'value') value(rule.value);
    else {
      walkCondition(rule.where, visit);
      if (rule.kind === 'aggregate') value(rule.of);
    }
  }
  for (const parameter of model.parameters) for (const one of parameter.values) value(one.value);
  for (const table of model.tables)
    for (const edition of table.editions) for (const row of edition.rows) row.results.forEach(value);
  for (const need of model.needs) walkNeed(need, visit);
  const adjustment = (one: Adjustment): void => {
    walkCondition(one.when, visit);
    for (const effect of one.effects) value(effect.by);
  };
  model.adjustments.forEach(adjustment);
  for (const bill of model.bills) value(bill.assume);
  for (const income of model.incomes) value(income.counts);
  for (const figure of model.figures) value(figure.value);
  for (const lever of model.levers) {
    for (const condition of [lever.has, lever.when, lever.who]) walkCondition(condition, visit);
    for (const one of lever.assume) value(one.value);
    value(lever.once);
  }
  for (const policy of model.policies) {
    for (const setting of policy.settings) value(setting.value);
    policy.adjustments.forEach(adjustment);
    [policy.aid?.pays ?? null, policy.aid?.minimum ?? null, policy.aid?.once ?? null].forEach(value);
  }
  for (const notice of model.notices) walkCondition(notice.when, visit);
}

/** Every name an expression reads. */
export function namesIn(expression: Expression): Ref[] {
  const refs: Ref[] = [];
  walkExpression(expression, {
    expression: (one) => {
      if (one.kind === 'name') refs.push(one.ref);
    },
    test: (test) => refs.push(test.ref),
  });
  return refs;
}
