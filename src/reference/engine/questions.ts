import type { Condition } from '../../model/condition.js';
import type { Expression, Ref } from '../../model/expression.js';
import { operandsOf } from '../../model/operands.js';
import { hasCases, testsHaveCases } from '../values/cases.js';
import { isDecided, placeOf } from './condition.js';
import type { Names } from '../definitions.js';
import type { Question } from './rules-engine.js';
import type { Noted, View } from '../run.js';
import { tableOf, tableView } from '../values/table.js';

/** Gathers the conditions a stratum has to decide: those of definitions, and the cases inside their formulas and tables. */
export interface Gathering {
  readonly questions: Question[];
  /** By where the decision is noted. */
  readonly seen: Map<Noted['decisions'], Map<Condition, Set<number>>>;
}

export function gathering(): Gathering {
  return { questions: [], seen: new Map() };
}

/** Adds a condition, and before it the cases inside the tables it reads. Returns how deep it lies; 0 = already decided. */
export function ask(condition: Condition | null, view: View, into: Gathering): number {
  if (condition === null || isDecided(condition, view)) return 0;
  const inside = leads(condition, view, testsHaveCases) ? insideTests(condition, view, into) : 0;
  if (isNew(condition, view, into)) into.questions.push({ condition, view, depth: inside + 1 });
  return inside + 1;
}

function isNew(condition: Condition, view: View, { seen }: Gathering): boolean {
  const { decisions } = view.run;
  let asked = seen.get(decisions);
  if (asked === undefined) seen.set(decisions, (asked = new Map<Condition, Set<number>>()));
  let places = asked.get(condition);
  if (places === undefined) asked.set(condition, (places = new Set()));
  const before = places.size;
  return places.add(placeOf(view)).size > before;
}

function insideTests(condition: Condition, view: View, into: Gathering): number {
  if (condition.kind !== 'test') return deepest(condition.of.map((one) => insideTests(one, view, into)));
  const bounds = condition.check.op === 'compare' ? condition.check.bounds.map(({ bound }) => bound) : [];
  return Math.max(askName(condition.ref, view, into), ...bounds.map((bound) => askFormula(bound, view, into)));
}

/** Adds the conditions of all cases inside a formula, chosen or not. */
export function askFormula(formula: Expression | null, view: View, into: Gathering): number {
  if (formula === null || !leads(formula, view, hasCases)) return 0;
  switch (formula.kind) {
    case 'name':
      return askName(formula.ref, view, into);
    case 'at':
      return askFormula(formula.of, { ...view, month: formula.month }, into);
    case 'cases':
      return deepest([
        ...formula.cases.flatMap(({ when, is }) => [ask(when, view, into), askFormula(is, view, into)]),
        askFormula(formula.otherwise, view, into),
      ]);
    default:
      return deepest(operandsOf(formula).map((one) => askFormula(one, view, into)));
  }
}

function askName(ref: Ref, view: View, into: Gathering): number {
  if (ref.of === 'sum' && ref.id === 'parts')
    return deepest((view.parts ?? []).map((part) => askFormula(part.value, view, into)));
  if (ref.of !== 'table') return 0;
  const inside = tableView(ref, view);
  const { by, rows } = tableOf(ref, view);
  const keys = deepest(by.map((one) => askName(one, inside, into)));
  if (!view.run.definitions.tablesWithCases.has(ref.id)) return keys;
  return deepest([keys, ...rows.flatMap((row) => row.results.map((result) => askFormula(result, inside, into)))]);
}

const found = new WeakMap<Names, WeakMap<object, boolean>>();

/** Whether a rule leads to conditions inside it: the same for every household, so found once. */
function leads<T extends object>(
  rule: T,
  { run }: View,
  find: (rule: T, tables: ReadonlySet<string>) => boolean,
): boolean {
  let rules = found.get(run.definitions.names);
  if (rules === undefined) found.set(run.definitions.names, (rules = new WeakMap<object, boolean>()));
  let known = rules.get(rule);
  if (known === undefined) rules.set(rule, (known = find(rule, run.definitions.tablesWithCases)));
  return known;
}

function deepest(depths: readonly number[]): number {
  return Math.max(0, ...depths);
}
