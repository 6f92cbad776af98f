import type { Derived, Fact } from './facts.js';
import { isValid, type Model } from './model.js';
import type { Adjustment, Bill, Figure, Income, Lever, Need, Notice, Total } from './needs.js';
import type { Parameter, Series, Table } from './numbers.js';
import type { MonthIndex, Valid } from './value.js';

/** The definitions that exist in one month, by id and in the order of the model. */
export interface DefinitionsInMonth {
  readonly facts: ReadonlyMap<string, Fact>;
  readonly derived: ReadonlyMap<string, Derived>;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly series: ReadonlyMap<string, Series>;
  readonly tables: ReadonlyMap<string, Table>;
  readonly needs: ReadonlyMap<string, Need>;
  readonly adjustments: ReadonlyMap<string, Adjustment>;
  readonly bills: ReadonlyMap<string, Bill>;
  readonly incomes: ReadonlyMap<string, Income>;
  readonly totals: ReadonlyMap<string, Total>;
  readonly figures: ReadonlyMap<string, Figure>;
  readonly notices: ReadonlyMap<string, Notice>;
  readonly levers: ReadonlyMap<string, Lever>;
  /** The adjustments that name a need, by the need's id. */
  readonly adjustmentsOn: ReadonlyMap<string, readonly Adjustment[]>;
}

/** What exists in a month; found once a model and month. */
export const definitionsInMonth = onceAMonth(find);

function find(model: Model, month: MonthIndex): DefinitionsInMonth {
  const byId = <T extends { readonly id: string; readonly valid: Valid }>(list: readonly T[]): Map<string, T> =>
    new Map(list.filter((one) => isValid(one, month)).map((one) => [one.id, one]));
  const [needs, adjustments] = [byId(model.needs), byId(model.adjustments)];
  return {
    facts: byId(model.facts),
    derived: byId(model.derived),
    parameters: byId(model.parameters),
    series: byId(model.series),
    tables: byId(model.tables),
    needs,
    adjustments,
    bills: byId(model.bills),
    incomes: byId(model.incomes),
    totals: byId(model.totals),
    figures: byId(model.figures),
    notices: byId(model.notices),
    levers: byId(model.levers),
    adjustmentsOn: new Map(
      [...needs.keys()].map((id) => [id, [...adjustments.values()].filter((one) => one.on.includes(id))]),
    ),
  };
}

/** Remembers what was found for a model and a month, as long as the model is there. */
export function onceAMonth<T>(find: (model: Model, month: MonthIndex) => T): (model: Model, month: MonthIndex) => T {
  const cache = new WeakMap<Model, Map<MonthIndex, T>>();
  return (model, month) => {
    let months = cache.get(model);
    if (months === undefined) cache.set(model, (months = new Map<MonthIndex, T>()));
    let found = months.get(month);
    if (found === undefined) months.set(month, (found = find(model, month)));
    return found;
  };
}
