import type { Condition } from '../../model/condition.js';
import type { Expression, Ref } from '../../model/expression.js';
import { operandsOf } from '../../model/operands.js';
import type { Model } from '../../model/model.js';
import type { Table } from '../../model/numbers.js';

const known = new WeakMap<Model, ReadonlySet<string>>();

/** Ids of tables whose results hold cases, in themselves or in a table they read or are looked up with; found once for all months. */
export function tablesWithCases(model: Model): ReadonlySet<string> {
  let found = known.get(model);
  if (found === undefined) known.set(model, (found = findTablesWithCases(model)));
  return found;
}

function findTablesWithCases(model: Model): ReadonlySet<string> {
  const found = new Set<string>();
  for (let size = -1; size !== found.size;) {
    size = found.size;
    for (const table of model.tables)
      if (results(table).some((one) => hasCases(one, found)) || table.by.some((key) => leadsToCases(key, found)))
        found.add(table.id);
  }
  return found;
}

function results(table: Table): Expression[] {
  return table.editions.flatMap(({ rows }) => rows.flatMap((row) => row.results)).filter((result) => result !== null);
}

/** Whether reading a formula may lead to a condition: a case in it, or in a table it reads. */
export function hasCases(formula: Expression, tables: ReadonlySet<string>): boolean {
  switch (formula.kind) {
    case 'cases':
      return true;
    case 'name':
      return leadsToCases(formula.ref, tables);
    default:
      return operandsOf(formula).some((one) => hasCases(one, tables));
  }
}

/** The same of the tests of a condition: a name or a bound may be a table with cases. */
export function testsHaveCases(condition: Condition, tables: ReadonlySet<string>): boolean {
  if (condition.kind !== 'test') return condition.of.some((one) => testsHaveCases(one, tables));
  const bounds = condition.check.op === 'compare' ? condition.check.bounds : [];
  return leadsToCases(condition.ref, tables) || bounds.some(({ bound }) => hasCases(bound, tables));
}

/** `parts` stands for the formulas of the need that is read. */
function leadsToCases(ref: Ref, tables: ReadonlySet<string>): boolean {
  if (ref.of === 'sum') return ref.id === 'parts';
  if (ref.of !== 'table') return false;
  return tables.has(ref.id) || (ref.with?.kind === 'name' && leadsToCases(ref.with.ref, tables));
}
