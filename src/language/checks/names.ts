import type { Condition, Test } from '../../model/condition.js';
import type { Expression, Ref } from '../../model/expression.js';
import type { Rule } from '../../model/facts.js';
import type { Model } from '../../model/model.js';
import { nameOf } from '../../model/node-id.js';
import type { Lever, Need } from '../../model/needs.js';
import type { Table } from '../../model/numbers.js';
import type { Valid } from '../../model/value.js';

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
export function namesInCondition(condition: Condition | null): readonly Ref[] {
  return testsIn(condition).flatMap((test) => [
    ...withKeys(test.ref),
    ...(test.check.op === 'compare' ? test.check.bounds.flatMap(({ bound }) => namesIn(bound)) : []),
  ]);
}

/** All names a formula reads, in the order of writing. */
export function namesIn(expression: Expression | null): readonly Ref[] {
  if (expression === null) return [];
  switch (expression.kind) {
    case 'number':
    case 'word':
      return [];
    case 'name':
      return withKeys(expression.ref);
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
      return [...namesIn(expression.left), ...namesIn(expression.right)];
    case 'min':
    case 'max':
      return expression.of.flatMap(namesIn);
    case 'round':
    case 'up':
    case 'down':
    case 'convert':
    case 'at':
      return namesIn(expression.of);
    case 'cases':
      return [
        ...expression.cases.flatMap(({ when, is }) => [...namesInCondition(when), ...namesIn(is)]),
        ...namesIn(expression.otherwise),
      ];
  }
}

function withKeys(ref: Ref): readonly Ref[] {
  return ref.of === 'table' && ref.with?.kind === 'name' ? [ref, ref.with.ref] : [ref];
}

/** All names a derived fact rests on. */
export function namesInRule(rule: Rule): readonly Ref[] {
  switch (rule.kind) {
    case 'condition':
      return namesInCondition(rule.when);
    case 'value':
      return namesIn(rule.value);
    case 'aggregate':
      return [...namesInCondition(rule.where), ...namesIn(rule.of)];
    case 'rank':
      return [rule.by, ...namesInCondition(rule.where)];
  }
}

/** All names a table reads: what it is looked up with, and what its results name. */
export function namesInTable(table: Table): readonly Ref[] {
  return [
    ...table.by,
    ...table.editions.flatMap(({ rows }) => rows.flatMap(({ results }) => results.flatMap(namesIn))),
  ];
}

/** All names a need reads: its condition, amount, parts and items. */
export function namesInNeed(need: Need): readonly Ref[] {
  const items = (need.items ?? []).flatMap((item) => [
    ...namesInCondition(item.when),
    ...namesIn(item.price),
    ...namesIn(item.quantity),
    ...namesIn(item.lasts),
  ]);
  const parts = (need.parts ?? []).flatMap(({ value }) => namesIn(value));
  return [...namesInCondition(need.when), ...namesIn(need.amount), ...parts, ...items];
}

/** All names a lever reads; what it changes is not among them. */
export function namesInLever(lever: Lever): readonly Ref[] {
  return [
    ...namesInCondition(lever.has),
    ...namesInCondition(lever.when),
    ...namesInCondition(lever.who),
    ...lever.assume.flatMap(({ value }) => namesIn(value)),
    ...namesIn(lever.once),
  ];
}

/** Groups the definitions of a list by id, in their order. */
export function byId<T extends { readonly id: string }>(definitions: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const definition of definitions) {
    const group = groups.get(definition.id);
    if (group === undefined) groups.set(definition.id, [definition]);
    else group.push(definition);
  }
  return groups;
}

/** What the definitions of a pack are, found by id. */
export interface Definitions {
  readonly facts: ReadonlyMap<string, readonly Model['facts'][number][]>;
  readonly derived: ReadonlyMap<string, readonly Model['derived'][number][]>;
  readonly parameters: ReadonlyMap<string, readonly Model['parameters'][number][]>;
  readonly series: ReadonlyMap<string, readonly Model['series'][number][]>;
  readonly tables: ReadonlyMap<string, readonly Model['tables'][number][]>;
}

export function definitionsOf(
  model: Model,
  valid: (definition: { readonly valid: Valid }) => boolean = () => true,
): Definitions {
  return {
    facts: byId(model.facts.filter(valid)),
    derived: byId(model.derived.filter(valid)),
    parameters: byId(model.parameters.filter(valid)),
    series: byId(model.series.filter(valid)),
    tables: byId(model.tables.filter(valid)),
  };
}
