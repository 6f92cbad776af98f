import type { Condition, Test } from '../../model/condition.js';
import type { Expression, Ref } from '../../model/expression.js';
import type { Rule } from '../../model/facts.js';
import { nameOf } from '../../model/node-id.js';
import type { Need } from '../../model/needs.js';
import type { Table } from '../../model/numbers.js';
import {
  refsOfCondition,
  refsOfExpression,
  refsOfNeed,
  refsOfRule,
  refsOfTable,
  type RefRead,
} from '../linking/reads.js';

/** One text for one name, so that what two places read can be compared. */
export function keyOf(ref: Ref): string {
  return `${ref.of} ${nameOf(ref)}`;
}

/** The definition a name leads to, without table keys: a column of a table and the table are one. */
export function idOf(ref: Ref): string {
  switch (ref.of) {
    case 'income':
      return ref.kind;
    case 'incomes':
      return ref.tag;
    default:
      return ref.id;
  }
}

/** All tests of a condition. */
export function testsIn(condition: Condition | null): readonly Test[] {
  if (condition === null) return [];
  return condition.kind === 'test' ? [condition] : condition.of.flatMap(testsIn);
}

/** All names a condition reads, those in bounds included. */
export const namesInCondition = (condition: Condition | null): readonly Ref[] => bare(refsOfCondition(condition));

/** All names a formula reads, in the order of writing. */
export const namesIn = (expression: Expression | null): readonly Ref[] => bare(refsOfExpression(expression));

/** All names a derived fact rests on. */
export const namesInRule = (rule: Rule): readonly Ref[] => bare(refsOfRule(rule));

/** All names a table reads: what it is looked up with, and what its results name. */
export const namesInTable = (table: Table): readonly Ref[] => bare(refsOfTable(table));

/** All names a need reads: its condition, amount, items, parts and index. */
export const namesInNeed = (need: Need): readonly Ref[] => bare(refsOfNeed(need));

function bare(reads: readonly RefRead[]): readonly Ref[] {
  return reads.map(({ ref }) => ref);
}

/** Names whose being unknown or open may leave a condition undecided: a list with `unknown` in it takes silence too. */
export function namesDeciding(when: Condition | null): readonly Ref[] {
  return testsIn(when).flatMap((test) =>
    test.check.op === 'one-of' && test.check.unknown ? [] : namesInCondition(test),
  );
}
