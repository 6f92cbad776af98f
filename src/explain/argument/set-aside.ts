import { monthIndex } from '../../calendar/month.js';
import { Exact } from '../../decimal/exact.js';
import type { Condition, Test } from '../../model/condition.js';
import type { Expression, Ref } from '../../model/expression.js';
import { operandsOf } from '../../model/operands.js';
import { definitionsOf } from '../../model/definitions-of.js';
import { isValid, type Model } from '../../model/model.js';
import { nodePattern } from '../../model/node-id.js';
import type { TraceNode } from '../../model/trace.js';
import type { MonthIndex, Valid } from '../../model/value.js';
import { namesIn, walkCondition } from '../../model/walk.js';
import { nodeName, type TraceIndex } from './trace-index.js';

/**
 * The nodes among `ids` that decide nothing for this household, because only cases read them that surely do not hold, or come
 * after one that surely does: the fares of another region. Where the trace does not say, nothing is set aside.
 */
export function setAside(
  model: Model,
  index: TraceIndex,
  node: TraceNode,
  month: MonthIndex,
  ids: readonly string[],
): ReadonlySet<string> {
  const formulas = formulasOf(model, node.id, month);
  if (!formulas.some(hasCases)) return new Set();
  const { person } = nodeName(node.id);
  const holds = (condition: Condition): boolean | null => truthOf(condition, index, person);
  const all = new Set(formulas.flatMap(namesIn).map(keyOf));
  const reached = new Set(formulas.flatMap((one) => reachedBy(one, holds)).map(keyOf));
  return new Set(
    ids.filter((id) => {
      const { prefix, name } = nodeName(id);
      const key = `${prefix}/${name}`;
      return all.has(key) && !reached.has(key);
    }),
  );
}

function keyOf(ref: Ref): string {
  return nodePattern(ref, null).replace('{at}', '');
}

/** The formulas behind a node, as they are in the month. */
function formulasOf(model: Model, id: string, month: MonthIndex): readonly Expression[] {
  const { prefix, name } = nodeName(id);
  const valid = <T extends { readonly id: string; readonly valid: Valid }>(list: readonly T[]): readonly T[] =>
    definitionsOf(list, name).filter((one) => isValid(one, month));
  switch (prefix) {
    case 'line':
      return valid(model.needs).flatMap(({ amount }) => amount ?? []);
    case 'derived':
      return valid(model.derived).flatMap(({ rule }) => (rule.kind === 'value' ? rule.value : []));
    case 'figure':
      return valid(model.figures).map(({ value }) => value);
    case 'fact':
      return valid(model.facts).flatMap(({ assume }) => assume ?? []);
    default:
      return [];
  }
}

function hasCases(expression: Expression): boolean {
  return expression.kind === 'cases' || operandsOf(expression).some(hasCases);
}

/** Names of the cases up to the first that surely holds, without the values of those that surely do not. */
function reachedBy(expression: Expression, holds: (condition: Condition) => boolean | null): readonly Ref[] {
  if (expression.kind !== 'cases') {
    const own = expression.kind === 'name' ? [expression.ref] : [];
    return [...own, ...operandsOf(expression).flatMap((one) => reachedBy(one, holds))];
  }
  const found: Ref[] = [];
  for (const { when, is } of expression.cases) {
    walkCondition(when, {
      test: ({ ref }) => found.push(ref),
      expression: (bound) => found.push(...namesIn(bound)),
    });
    const truth = holds(when);
    if (truth !== false) found.push(...reachedBy(is, holds));
    if (truth === true) return found;
  }
  return [...found, ...reachedBy(expression.otherwise, holds)];
}

function truthOf(condition: Condition, index: TraceIndex, person: string | null): boolean | null {
  if (condition.kind === 'test') {
    const truth = testTruth(condition, index, person);
    return truth === null ? null : truth !== condition.turned;
  }
  const settles = condition.kind === 'any';
  const truths = condition.of.map((one) => truthOf(one, index, person));
  if (truths.includes(settles)) return settles;
  return truths.includes(null) ? null : !settles;
}

/** Whether the value in the trace passes a test, before it is turned; null where that cannot be read from it. */
function testTruth({ ref, check }: Test, index: TraceIndex, person: string | null): boolean | null {
  const pattern = nodePattern(ref, null);
  const node = index.get(pattern.replace('{at}', person === null ? '' : `@${person}`)) ?? index.get(keyOf(ref));
  if (node === undefined || 'open' in node || node.value === 'undecided') return null;
  if (node.value === null) return node.kind === 'fact' && node.origin === 'none' ? false : null;
  const number = numberOf(node, node.value);
  if (check.op === 'one-of')
    return check.values.some(
      (value) => value === node.value || (number !== null && /^-?\d/.test(value) && number.eq(value)),
    );
  if (check.op === 'compare' || number === null) return null;
  return (check.from === null || number.gte(check.from)) && (check.below === null || number.lt(check.below));
}

/** Ages in months, months as their index, other values as they are without their unit; null for words. */
function numberOf(node: TraceNode, value: string): Exact | null {
  if (node.kind === 'fact' && node.months !== undefined) return new Exact(node.months);
  const month = monthIndex(value);
  if (month !== null) return new Exact(month);
  const number = /^-?\d+(?:\.\d+)?(?= |$)/.exec(value)?.[0];
  return number === undefined ? null : new Exact(number);
}
