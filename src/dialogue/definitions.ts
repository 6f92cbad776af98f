import { isValid, type Model } from '../model/model.js';
import type { Derived, Fact } from '../model/facts.js';
import type { Adjustment, Bill, Income, Need, Total } from '../model/needs.js';
import type { Parameter, Series, Table } from '../model/numbers.js';
import type { MonthIndex, Valid } from '../model/value.js';

/** The definitions of one month by id. */
export interface Definitions {
  readonly facts: ReadonlyMap<string, Fact>;
  readonly derived: ReadonlyMap<string, Derived>;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly series: ReadonlyMap<string, Series>;
  readonly tables: ReadonlyMap<string, Table>;
  readonly needs: ReadonlyMap<string, Need>;
  readonly bills: ReadonlyMap<string, Bill>;
  readonly incomes: ReadonlyMap<string, Income>;
  readonly totals: ReadonlyMap<string, Total>;
  /** By the id of the need they work on. */
  readonly adjustments: ReadonlyMap<string, readonly Adjustment[]>;
}

const cache = new WeakMap<Model, Map<MonthIndex, Definitions>>();

/** Made once a model and month. */
export function definitionsOf(model: Model, month: MonthIndex): Definitions {
  let months = cache.get(model);
  if (months === undefined) cache.set(model, (months = new Map<MonthIndex, Definitions>()));
  let found = months.get(month);
  if (found === undefined) months.set(month, (found = find(model, month)));
  return found;
}

function find(model: Model, month: MonthIndex): Definitions {
  const byId = <T extends { readonly id: string; readonly valid: Valid }>(list: readonly T[]): Map<string, T> =>
    new Map(list.filter((one) => isValid(one, month)).map((one) => [one.id, one]));
  const needs = byId(model.needs);
  const adjustments = model.adjustments.filter((one) => isValid(one, month));
  return {
    facts: byId(model.facts),
    derived: byId(model.derived),
    parameters: byId(model.parameters),
    series: byId(model.series),
    tables: byId(model.tables),
    needs,
    bills: byId(model.bills),
    incomes: byId(model.incomes),
    totals: byId(model.totals),
    adjustments: new Map([...needs.keys()].map((id) => [id, adjustments.filter((one) => one.on.includes(id))])),
  };
}
