import type { Condition } from './condition.js';
import type { Expression, Ref } from './expression.js';
import type { Model } from './model.js';
import { nameOf } from './node-id.js';
import { walkCondition, walkExpression, type Visitor } from './walk.js';

/**
 * Ids of all definitions that can have a say in a need's line (or a derived name, or a notice), in whatever month: what it reads,
 * transitively, and the adjustments on it with what they read. Incomes by their names: `person.income.wage`.
 */
export function definitionsBehind(model: Model, need: string): ReadonlySet<string> {
  const behind = new Set<string>();
  const queue = [need];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (behind.has(id)) continue;
    behind.add(id);
    queue.push(...readBy(model, id));
    queue.push(...model.adjustments.filter((one) => one.on.includes(id)).map((one) => one.id));
  }
  return behind;
}

/** Ids that the definitions of an id read directly. */
function readBy(model: Model, id: string): readonly string[] {
  const found: string[] = [];
  const name = (ref: Ref): void => {
    if ('id' in ref) found.push(ref.id);
    else found.push(nameOf(ref));
    if (ref.of === 'table' && ref.with?.kind === 'name') name(ref.with.ref);
  };
  const visit: Visitor = {
    expression: (one) => (one.kind === 'name' ? name(one.ref) : undefined),
    test: (test) => name(test.ref),
  };
  const value = (expression: Expression | null | undefined): void =>
    expression === null || expression === undefined ? undefined : walkExpression(expression, visit);
  const condition = (one: Condition | null): void => walkCondition(one, visit);
  for (const fact of model.facts.filter((one) => one.id === id)) {
    value(fact.assume);
    condition(fact.applies);
  }
  for (const { rule } of model.derived.filter((one) => one.id === id)) {
    if (rule.kind === 'condition') condition(rule.when);
    else if (rule.kind === 'value') value(rule.value);
    else {
      condition(rule.where);
      if (rule.kind === 'rank') name(rule.by);
      else value(rule.of);
    }
  }
  for (const table of model.tables.filter((one) => one.id === id)) {
    table.by.forEach(name);
    for (const row of table.editions.flatMap((edition) => edition.rows)) row.results.forEach(value);
  }
  for (const one of model.needs.filter((need) => need.id === id)) {
    condition(one.when);
    [one.amount, ...(one.parts ?? []).map((part) => part.value)].forEach(value);
    for (const item of one.items ?? []) {
      condition(item.when);
      [item.price, item.quantity, item.lasts].forEach(value);
    }
    if (one.index !== null) found.push(one.index);
  }
  for (const one of model.adjustments.filter((adjustment) => adjustment.id === id)) {
    condition(one.when);
    for (const effect of one.effects) value(effect.by);
  }
  for (const notice of model.notices.filter((one) => one.id === id)) condition(notice.when);
  for (const total of model.totals.filter((one) => one.id === id)) found.push(...total.of);
  return found;
}
