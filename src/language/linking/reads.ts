import type { Condition } from '../../model/condition.js';
import type { Expression, Ref } from '../../model/expression.js';
import { operandsOf } from '../../model/operands.js';
import type { Model } from '../../model/model.js';
import type { MonthIndex } from '../../model/value.js';
import type { Adjustment, Need } from '../../model/needs.js';
import type { Rule } from '../../model/facts.js';

/** A name read, with the month of `at(…)` around it. */
export interface RefRead {
  readonly ref: Ref;
  readonly asOf: MonthIndex | null;
}

/** All names of a formula, in the order of writing. */
export function refsOfExpression(expression: Expression | null, asOf: MonthIndex | null = null): RefRead[] {
  if (expression === null) return [];
  switch (expression.kind) {
    case 'name':
      return refWithKey(expression.ref, asOf);
    case 'at':
      return refsOfExpression(expression.of, expression.month);
    case 'cases':
      return [
        ...expression.cases.flatMap((one) => [...refsOfCondition(one.when), ...refsOfExpression(one.is, asOf)]),
        ...refsOfExpression(expression.otherwise, asOf),
      ];
    default:
      return operandsOf(expression).flatMap((one) => refsOfExpression(one, asOf));
  }
}

function refWithKey(ref: Ref, asOf: MonthIndex | null): RefRead[] {
  const key = ref.of === 'table' && ref.with?.kind === 'name' ? [{ ref: ref.with.ref, asOf: null }] : [];
  return [{ ref, asOf }, ...key];
}

/** All names of a condition, in the order of writing. */
export function refsOfCondition(condition: Condition | null): RefRead[] {
  if (condition === null) return [];
  if (condition.kind !== 'test') return condition.of.flatMap(refsOfCondition);
  const bounds =
    condition.check.op === 'compare' ? condition.check.bounds.flatMap(({ bound }) => refsOfExpression(bound)) : [];
  return [...refWithKey(condition.ref, null), ...bounds];
}

export function refsOfRule(rule: Rule): RefRead[] {
  switch (rule.kind) {
    case 'condition':
      return refsOfCondition(rule.when);
    case 'value':
      return refsOfExpression(rule.value);
    case 'aggregate':
      return [...refsOfCondition(rule.where), ...refsOfExpression(rule.of)];
    case 'rank':
      return [...refsOfCondition(rule.where), { ref: rule.by, asOf: null }];
  }
}

export function refsOfAdjustment(adjustment: Adjustment): RefRead[] {
  return [...refsOfCondition(adjustment.when), ...adjustment.effects.flatMap(({ by }) => refsOfExpression(by))];
}

export function refsOfNeed(need: Need): RefRead[] {
  const items = need.items?.flatMap((item) => [
    ...refsOfCondition(item.when),
    ...[item.price, item.quantity, item.lasts].flatMap((of) => refsOfExpression(of)),
  ]);
  const index = need.index === null ? [] : [{ ref: { of: 'series' as const, id: need.index }, asOf: null }];
  return [
    ...refsOfCondition(need.when),
    ...refsOfExpression(need.amount),
    ...(items ?? []),
    ...(need.parts?.flatMap((part) => refsOfExpression(part.value)) ?? []),
    ...index,
  ];
}

const NONE: readonly RefRead[] = [];

/** What a table reads: its keys (the last may be replaced) and its rows. */
export function refsOfTable(table: Model['tables'][number], lastKey = true): RefRead[] {
  const by = lastKey ? table.by : table.by.slice(0, -1);
  const rows = table.editions.flatMap((edition) =>
    edition.rows.flatMap((row) =>
      row.results.flatMap((result) => (result?.kind === 'number' ? NONE : refsOfExpression(result))),
    ),
  );
  return [...by.map((ref) => ({ ref, asOf: null })), ...rows];
}
