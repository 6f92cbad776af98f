import { Exact, placesOf } from '../decimal/exact.js';
import { tablesWithCases } from './cases.js';
import type { Derived, Fact } from '../model/facts.js';
import { isValid, type Model, type Step } from '../model/model.js';
import type { Adjustment, Bill, Figure, Income, Item, Lever, Need, Notice, Total } from '../model/needs.js';
import type { Parameter, Series, Table } from '../model/numbers.js';
import type { MonthIndex, Valid } from '../model/value.js';

/** What names are in a month: which there are, of which type and scope. Months that agree on it share one. */
export interface Names {
  readonly signature: string;
}

/** The definitions that exist in one month, by id and in the order of the model. */
export interface Definitions {
  readonly names: Names;
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
  /** What is worked out, in the order of reading: those of one stratum do not read one another. */
  readonly strata: readonly (readonly Step[])[];
  /** Ids of tables whose results hold cases, in themselves or in a table they read. */
  readonly tablesWithCases: ReadonlySet<string>;
  /** The items of each need that exist, by the need's id. */
  readonly items: ReadonlyMap<string, readonly Item[]>;
  /** The adjustments that name a need, by the need's id. */
  readonly adjustmentsOn: ReadonlyMap<string, readonly Adjustment[]>;
  /** To what lines are rounded, and the decimal places of it. */
  readonly step: Exact;
  readonly places: number;
}

const cache = new WeakMap<Model, Map<MonthIndex, Definitions>>();

/** What exists in a month; found once a model and month. */
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
  const [needs, adjustments] = [byId(model.needs), byId(model.adjustments)];
  const ofNeed = <T>(list: (need: Need) => readonly T[]): Map<string, readonly T[]> =>
    new Map([...needs.values()].map((need) => [need.id, list(need)]));
  const [facts, derived, parameters] = [byId(model.facts), byId(model.derived), byId(model.parameters)];
  const [tables, bills] = [byId(model.tables), byId(model.bills)];
  return {
    names: namesOf(model, [facts, derived, parameters, tables, bills, needs]),
    facts,
    derived,
    parameters,
    series: byId(model.series),
    tables,
    needs,
    adjustments,
    bills,
    incomes: byId(model.incomes),
    totals: byId(model.totals),
    figures: byId(model.figures),
    notices: byId(model.notices),
    levers: byId(model.levers),
    strata: strataOf(model, month),
    tablesWithCases: tablesWithCases(model),
    items: ofNeed((need) => (need.items ?? []).filter((item) => isValid(item, month))),
    adjustmentsOn: ofNeed((need) => [...adjustments.values()].filter((one) => one.on.includes(need.id))),
    step: new Exact(model.pack.rounding),
    places: placesOf(model.pack.rounding),
  };
}

const sharedNames = new WeakMap<Model, Map<string, Names>>();

/** A name as far as it matters to what reads it. */
interface Named {
  readonly type?: string;
  readonly scope?: string;
  readonly for?: string;
}

function namesOf(model: Model, lists: readonly ReadonlyMap<string, Named>[]): Names {
  const signature = JSON.stringify(
    lists.map((list) => [...list].map(([id, one]) => [id, one.type, one.scope, one.for].join(' '))),
  );
  let known = sharedNames.get(model);
  if (known === undefined) sharedNames.set(model, (known = new Map<string, Names>()));
  let names = known.get(signature);
  if (names === undefined) known.set(signature, (names = { signature }));
  return names;
}

function strataOf(model: Model, month: MonthIndex): Step[][] {
  const strata = new Map<number, Step[]>();
  for (const step of model.order) {
    if (!isValid(listOf(model, step)[step.at]!, month)) continue;
    const stratum = strata.get(step.level);
    if (stratum === undefined) strata.set(step.level, [step]);
    else stratum.push(step);
  }
  return [...strata.entries()].sort(([a], [b]) => a - b).map(([, steps]) => steps);
}

function listOf(model: Model, { kind }: Step) {
  return {
    fact: model.facts,
    derived: model.derived,
    bill: model.bills,
    adjustment: model.adjustments,
    need: model.needs,
    total: model.totals,
    income: model.incomes,
    figure: model.figures,
    notice: model.notices,
  }[kind];
}
