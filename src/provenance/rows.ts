import { definitionsBehind } from '../model/behind.js';
import type { Expression } from '../model/expression.js';
import type { Model } from '../model/model.js';
import { numbersIn } from './numbers-in.js';

/** How many different prices a pack rests on. */
export interface RowCount {
  /** Different (price, quantity, lifetime, source) of items. */
  readonly items: number;
  /** Different (number, source) of rows of tables that needs read. */
  readonly tariffs: number;
}

/** Counts what baskets are priced with: items, and rows of the tables behind their lines; equal ones count once. */
export function distinctRows(model: Model): RowCount {
  const items = new Set<string>();
  const behind = new Set<string>();
  for (const need of model.needs) {
    for (const id of definitionsBehind(model, need.id)) behind.add(id);
    for (const { price, quantity, lasts, timesAYear } of need.items ?? [])
      items.add(
        JSON.stringify([
          written(price),
          written(quantity),
          lasts === null ? timesAYear : written(lasts),
          sources([price]),
        ]),
      );
  }
  const tariffs = new Set<string>();
  for (const table of model.tables.filter((one) => behind.has(one.id)))
    for (const result of table.editions.flatMap(({ rows }) => rows.flatMap((row) => row.results)))
      if (result !== null && numbersIn([result]).length > 0)
        tariffs.add(JSON.stringify([table.unit, written(result), sources([result])]));
  return { items: items.size, tariffs: tariffs.size };
}

/** A formula without the provenance of its numbers. */
function written(formula: Expression): string {
  return JSON.stringify(formula, (key, value: unknown) => (key === 'from' ? undefined : value));
}

function sources(formulas: readonly Expression[]): readonly string[] {
  return numbersIn(formulas).map(({ from }) => from?.source ?? 'assumption');
}
