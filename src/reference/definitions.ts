import { Exact, placesOf } from '../decimal/exact.js';
import { definitionsInMonth, onceAMonth, type DefinitionsInMonth } from '../model/definitions-in-month.js';
import { isValid, type Model, type Step } from '../model/model.js';
import type { Income, Item } from '../model/needs.js';
import type { MonthIndex } from '../model/value.js';
import { tablesWithCases } from './values/cases.js';

/** What names are in a month: which there are, of which type and scope. Months that agree on it share one. */
export interface Names {
  readonly signature: string;
}

/** What exists in a month, and what the evaluator reads off it before any household comes. */
export interface Definitions extends DefinitionsInMonth {
  readonly names: Names;
  /** What is worked out, in the order of reading: those of one stratum do not read one another. */
  readonly strata: readonly (readonly Step[])[];
  /** Ids of tables whose results hold cases, in themselves or in a table they read. */
  readonly tablesWithCases: ReadonlySet<string>;
  /** The items of each need that exist, by the need's id. */
  readonly items: ReadonlyMap<string, readonly Item[]>;
  /** The incomes of each tag, in the order of the model. */
  readonly incomesTagged: ReadonlyMap<string, readonly Income[]>;
  /** To what lines are rounded, and the decimal places of it. */
  readonly step: Exact;
  readonly places: number;
}

export const definitionsOf = onceAMonth((model, month): Definitions => {
  const found = definitionsInMonth(model, month);
  const { facts, derived, parameters, tables, bills, needs } = found;
  const incomes = [...found.incomes.values()];
  return {
    ...found,
    names: namesOf(model, [facts, derived, parameters, tables, bills, needs]),
    strata: strataOf(model, month),
    tablesWithCases: tablesWithCases(model),
    items: new Map(
      [...needs.values()].map((need) => [need.id, (need.items ?? []).filter((item) => isValid(item, month))]),
    ),
    incomesTagged: new Map(
      incomes.flatMap(({ tags }) => tags.map((tag) => [tag, incomes.filter((one) => one.tags.includes(tag))])),
    ),
    step: new Exact(model.pack.rounding),
    places: placesOf(model.pack.rounding),
  };
});

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
