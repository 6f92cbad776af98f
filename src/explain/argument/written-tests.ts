import type { Condition, Test } from '../../model/condition.js';
import type { Expression } from '../../model/expression.js';
import { definitionsOf } from '../../model/definitions-of.js';
import { isValid } from '../../model/model.js';
import type { Pack } from '../../model/pack.js';
import type { TraceNode } from '../../model/trace.js';
import type { MonthIndex, Valid } from '../../model/value.js';
import { nodeName } from './trace-index.js';

/** Tests as the model has them, of everything that makes a node in a month. */
export function writtenTests(pack: Pack, node: TraceNode, month: MonthIndex): readonly Test[] {
  return writtenConditions(pack, node, month).flatMap(leaves);
}

/** The conditions that a node is made of in a month: one, or one a case. */
export function writtenConditions(pack: Pack, node: TraceNode, month: MonthIndex): readonly Condition[] {
  const { prefix, name } = nodeName(node.id);
  const { model } = pack;
  const [owner, inside] = name.split('/');
  const valid = <T extends { readonly id: string; readonly valid: Valid }>(
    list: readonly T[],
    id = name,
  ): readonly T[] => definitionsOf(list, id).filter((one) => isValid(one, month));
  const conditions: (Condition | null)[] = [];
  if (prefix === 'when') {
    conditions.push(
      ...[...valid(model.needs), ...valid(model.adjustments), ...valid(model.notices)].map((one) => one.when),
    );
    for (const need of valid(model.needs, owner))
      conditions.push(...(need.items ?? []).filter((item) => item.id === inside).map((item) => item.when));
    for (const policy of valid(model.policies, owner))
      conditions.push(...policy.adjustments.filter((one) => one.id === inside).map((one) => one.when));
  }
  if (prefix === 'lever') for (const lever of valid(model.levers)) conditions.push(lever.when);
  if (prefix === 'derived') {
    for (const { rule } of valid(model.derived)) {
      if (rule.kind === 'condition') conditions.push(rule.when);
      if (rule.kind === 'value') conditions.push(...casesOf(rule.value));
    }
  }
  return conditions.filter((condition) => condition !== null);
}

function casesOf(expression: Expression): readonly Condition[] {
  return expression.kind === 'cases' ? expression.cases.map((one) => one.when) : [];
}

function leaves(condition: Condition): readonly Test[] {
  return condition.kind === 'test' ? [condition] : condition.of.flatMap(leaves);
}
