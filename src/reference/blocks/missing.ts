import type { Condition, Test } from '../../model/condition.js';
import type { Expression, Ref } from '../../model/expression.js';
import { operandsOf } from '../../model/operands.js';
import type { Derived } from '../../model/facts.js';
import { VERBS } from '../../model/needs.js';
import { nameOf } from '../../model/node-id.js';
import type { Truth } from '../../model/value.js';
import { viewOf } from '../values/aggregate.js';
import { adjustmentsOn } from '../lines/adjustment.js';
import { peek, testsOf, truthOf } from '../engine/condition.js';
import { derivedView } from '../values/derived.js';
import { countsView, countedIncomes, taggedIncomes } from '../lines/income.js';
import { validItems } from '../lines/item.js';
import { personOf } from '../values/name.js';
import { linesOf, needView } from '../lines/need.js';
import { atText, domain, stateId } from '../persons.js';
import type { Run, View } from '../run.js';
import type { AdjustmentState, IncomeState, Line } from '../states.js';
import { lookup, tableOf, tableView } from '../values/table.js';

/** What to ask so that a condition can be decided: the facts and incomes behind its undecided tests, each once. */
export function missingOf(condition: Condition, view: View): string[] {
  return once(ofCondition(condition, view));
}

/** What to ask so that an open line is settled. */
export function missingOfLine(run: Run, line: Line): string[] {
  return once(ofLine(run, line));
}

/** What to ask so that the amounts of adjustments are settled. */
export function missingOfEffects(states: readonly AdjustmentState[]): string[] {
  return once(ofEffects(states));
}

export function once<T>(list: readonly T[]): T[] {
  return [...new Set(list)];
}

function ofCondition(condition: Condition, view: View): string[] {
  const { truth, tests } = peek(condition, view);
  if (truth !== 'undecided') return [];
  const truths = new Map(tests().map(({ test, holds }) => [test, holds]));
  return hanging(condition, truths).flatMap((test) => [
    ...ofName(test.ref, view),
    ...(test.check.op === 'compare' ? test.check.bounds.flatMap(({ bound }) => ofFormula(bound, view)) : []),
  ]);
}

/** The undecided tests on which a condition hangs: of several of which one is enough and holds, none. */
function hanging(condition: Condition, truths: ReadonlyMap<Test, Truth>): readonly Test[] {
  const truth = truthOf(
    condition,
    testsOf(condition).map((test) => truths.get(test) ?? 'undecided'),
  );
  if (truth !== 'undecided') return [];
  return condition.kind === 'test' ? [condition] : condition.of.flatMap((one) => hanging(one, truths));
}

function ofFormula(formula: Expression | null, view: View): string[] {
  if (formula === null) return [];
  switch (formula.kind) {
    case 'name':
      return ofName(formula.ref, view);
    case 'at':
      return ofFormula(formula.of, { ...view, month: formula.month });
    case 'cases': {
      const missing: string[] = [];
      for (const one of formula.cases) {
        missing.push(...ofCondition(one.when, view));
        if (peek(one.when, view).truth === 'yes') return [...missing, ...ofFormula(one.is, view)];
      }
      return [...missing, ...ofFormula(formula.otherwise, view)];
    }
    default:
      return operandsOf(formula).flatMap((one) => ofFormula(one, view));
  }
}

function ofName(ref: Ref, view: View): string[] {
  const run = view.run.sides.document;
  switch (ref.of) {
    case 'fact':
      return run.facts.get(stateId(run, ref.id, personOf(ref, view)))?.value.state === 'unknown'
        ? [`${ref.id}${atText(run, personOf(ref, view))}`]
        : [];
    case 'derived':
      return ofDerived(ref.id, personOf(ref, view), run);
    case 'table':
      return ofTable(ref, view);
    case 'income':
      return ofIncomes([run.incomes.get(stateId(run, ref.kind, personOf(ref, view)))], run);
    case 'incomes':
      return ofIncomes(taggedIncomes(run, ref.tag, ref.scope === 'person' ? view.person : null), run);
    case 'bill':
      return ofFormula(run.definitions.bills.get(ref.id)?.assume ?? null, view);
    case 'line':
      return ofLine(run, run.lines.get(stateId(run, ref.id, personOf(ref, view))));
    case 'total':
      return linesOf(run)
        .filter((line) => run.totals.get(ref.id)?.lines.includes(line.id))
        .flatMap((line) => ofLine(run, line));
    case 'sum':
      return ofSum(ref.id, view);
    case 'parameter':
    case 'series':
      return [];
  }
}

function ofSum(id: Extract<Ref, { of: 'sum' }>['id'], view: View): string[] {
  const run = view.run.sides.document;
  const incomes = (): string[] =>
    countedIncomes(run).flatMap((state) => [
      ...ofIncomes([state], run),
      ...(state.counted?.open === true ? ofFormula(state.income.counts, countsView(run, state)) : []),
    ]);
  const lines = (): string[] => linesOf(run).flatMap((line) => (line.need.optional ? [] : ofLine(run, line)));
  switch (id) {
    case 'income':
      return incomes();
    case 'need':
      return lines();
    case 'balance':
    case 'gap':
      return [...incomes(), ...lines()];
    case 'parts':
      return (view.parts ?? []).flatMap((part) => ofFormula(part.value, view));
    case 'amount':
      return view.amount?.open === true && view.owner !== undefined
        ? ofIncomes([run.incomes.get(stateId(run, view.owner, view.person))], run)
        : [];
  }
}

/** `person.income.wage@anna`: what nobody has told yet. */
function ofIncomes(states: readonly (IncomeState | undefined)[], run: Run): string[] {
  return states.flatMap((state) => {
    if (state?.month.open !== true) return [];
    const { income, person } = state;
    return [`${nameOf({ of: 'income', scope: income.for, kind: income.id })}${atText(run, person)}`];
  });
}

function ofDerived(id: string, person: number | null, run: Run): string[] {
  const state = run.derived.get(stateId(run, id, person));
  const derived = run.definitions.derived.get(id);
  if (state === undefined || derived === undefined || state.overridden) return [];
  if (state.fault !== null) return [];
  const settled = state.value.state === 'number' ? !state.value.open : state.value.state !== 'unknown';
  return settled ? [] : ofRule(derived, derivedView(run, derived, person));
}

function ofRule({ rule }: Derived, view: View): string[] {
  switch (rule.kind) {
    case 'condition':
      return ofCondition(rule.when, view);
    case 'value':
      return ofFormula(rule.value, view);
    case 'aggregate':
    case 'rank':
      return domain(view.run, rule.over, view.person).flatMap((person) => {
        const theirs = viewOf(view, person);
        if (rule.where !== null && peek(rule.where, theirs).truth === 'no') return [];
        const of = rule.kind === 'rank' ? ofName(rule.by, theirs) : ofFormula(rule.of, theirs);
        return [...(rule.where === null ? [] : ofCondition(rule.where, theirs)), ...of];
      });
  }
}

function ofTable(ref: Extract<Ref, { of: 'table' }>, view: View): string[] {
  const inside = tableView(ref, view);
  const { by } = tableOf(ref, view);
  const keys = ref.with?.kind === 'literal' ? by.slice(0, -1) : by;
  return [
    ...keys.flatMap((key) => ofName(key, inside)),
    ...lookup(ref, view).results.flatMap((result) => ofFormula(result, inside)),
  ];
}

function ofLine(run: Run, line: Line | undefined): string[] {
  if (line === undefined || !line.open) return [];
  const { need, person } = line;
  const view = needView(run, need, person);
  const applies = new Set(line.items?.map((item) => item.id));
  const items = validItems(run, need).filter((item) => applies.has(item.id));
  return [
    ...ofFormula(need.amount, view),
    ...items.flatMap((item) => [item.price, item.quantity, item.lasts].flatMap((one) => ofFormula(one, view))),
    ...ofEffects(adjustmentsOn(run, need.id, person)),
  ];
}

/** In the order in which they work on a line: by verb, then by the model. */
function ofEffects(states: readonly AdjustmentState[]): string[] {
  return VERBS.flatMap((verb) =>
    states.flatMap(({ effects, view }) =>
      effects.flatMap((effect) => (effect.verb === verb ? ofFormula(effect.formula, view) : [])),
    ),
  );
}
