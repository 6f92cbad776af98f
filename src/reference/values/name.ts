import { nameOf, nodePattern } from '../../model/node-id.js';
import type { Ref } from '../../model/expression.js';
import { namesIn } from '../../model/walk.js';
import type { MonthIndex, ValueType } from '../../model/value.js';
import { balanceOf, incomeSum, lineValue, needSum } from '../lines/sums.js';
import { billValue } from '../lines/bill.js';
import { incomesWithTag } from '../lines/income.js';
import { definitionsOf, type Names } from '../definitions.js';
import { atText, stateId } from '../persons.js';
import { parameterValue } from './parameter.js';
import { partsSum } from '../lines/parts.js';
import type { Run, View } from '../run.js';
import { seriesValue } from './series.js';
import { lookup } from './table.js';
import type { Value } from './value.js';

type TableRef = Extract<Ref, { of: 'table' }>;

/** The value of a name, read from a view: ages in months, dates as month index. It must have been computed before. */
export function valueOf(ref: Ref, view: View): Value {
  const { run } = view;
  switch (ref.of) {
    case 'fact':
      return computed(run.facts, ref, view).value;
    case 'derived':
      return computed(run.derived, ref, view).value;
    case 'parameter':
      return parameterValue(ref.id, view);
    case 'series':
      return seriesValue(ref.id, view);
    case 'table': {
      const { value, fault } = lookup(ref, view);
      if (value === null) throw fault ?? new Error(`${nameOf(ref)} has no value`);
      return value;
    }
    case 'income':
      return computed(run.incomes, ref, view).month;
    case 'incomes':
      return incomesWithTag(run, ref.tag, ref.scope === 'person' ? view.person : null);
    case 'bill':
      return billValue(run, ref.id, personOf(ref, view));
    case 'total': {
      const total = run.totals.get(ref.id);
      if (total === undefined) throw unready(ref, view);
      return total.value;
    }
    case 'line':
      return lineValue(run, ref.id, personOf(ref, view));
    case 'sum':
      return sumValue(ref, view);
  }
}

function sumValue(ref: Extract<Ref, { of: 'sum' }>, view: View): Value {
  switch (ref.id) {
    case 'need':
      return needSum(view.run);
    case 'income':
      return incomeSum(view.run);
    case 'balance':
      return balanceOf(view.run);
    case 'parts':
      return partsSum(view);
    case 'amount':
    case 'gap': {
      const value = ref.id === 'amount' ? view.amount : view.gap;
      if (value === undefined) throw unready(ref, view);
      return value;
    }
  }
}

type Computed = Extract<Ref, { of: 'fact' | 'derived' | 'income' }>;

function computed<T>(states: ReadonlyMap<string, T>, ref: Computed, view: View): T {
  const id = ref.of === 'income' ? ref.kind : ref.id;
  const state = states.get(stateId(view.run, id, personOf(ref, view)));
  if (state === undefined) throw unready(ref, view);
  return state;
}

function unready(ref: Ref, view: View): Error {
  return new Error(`${nameOf(ref)}${atText(view.run, personOf(ref, view))} is read before it is computed`);
}

/** Whose value a name is, seen from a view: that person's, or null for what exists once. */
export function personOf(ref: Ref, view: View): number | null {
  return isPersonal(ref, view.run) ? view.person : null;
}

function isPersonal(ref: Ref, run: Run): boolean {
  const { definitions } = run;
  switch (ref.of) {
    case 'fact':
      return definitions.facts.get(ref.id)?.scope === 'person';
    case 'derived':
      return definitions.derived.get(ref.id)?.scope === 'person';
    case 'table':
      return isPersonalTable(ref, run);
    case 'income':
    case 'incomes':
      return ref.scope === 'person';
    case 'bill':
      return definitions.bills.get(ref.id)?.for === 'person';
    case 'line':
      return definitions.needs.get(ref.id)?.for === 'person';
    default:
      return false;
  }
}

/** What was found once for a name. */
const personal = new WeakMap<Names, WeakMap<TableRef, boolean>>();

/** Looked up with another value for its last key, a table is a person's only if something else in it is. */
function isPersonalTable(ref: TableRef, run: Run): boolean {
  let found = personal.get(run.definitions.names);
  if (found === undefined) personal.set(run.definitions.names, (found = new WeakMap<TableRef, boolean>()));
  let known = found.get(ref);
  if (known === undefined) found.set(ref, (known = readsPersons(ref, run)));
  return known;
}

function readsPersons(ref: TableRef, run: Run): boolean {
  const tables = run.model.tables.filter((table) => table.id === ref.id && table.scope === 'person');
  if (ref.with === undefined || tables.length === 0) return tables.length > 0;
  const replaced = ref.with.kind === 'name' ? [ref.with.ref] : [];
  return tables.some((table) => {
    const results = table.editions.flatMap(({ rows }) => rows.flatMap((row) => row.results));
    const read = results.flatMap((result) => (result === null ? [] : namesIn(result)));
    return [...table.by.slice(0, -1), ...replaced, ...read].some((one) => isPersonal(one, run));
  });
}

/** What kind of value a name has. */
export function typeOf(ref: Ref, view: View): ValueType {
  const { run } = view;
  switch (ref.of) {
    case 'fact':
      return run.definitions.facts.get(ref.id)?.type ?? 'number';
    case 'derived':
      return run.definitions.derived.get(ref.id)?.type ?? 'number';
    case 'parameter':
      return run.definitions.parameters.get(ref.id)?.type ?? 'number';
    case 'table':
      return definitionsOf(run.model, view.month ?? run.month).tables.get(ref.id)?.type ?? 'number';
    default:
      return 'amount';
  }
}

/** The unit with which a name's value is printed: asked facts carry theirs. */
export function printedUnit(ref: Ref, view: View): string | null {
  return ref.of === 'fact' ? (view.run.definitions.facts.get(ref.id)?.unit ?? null) : null;
}

/** The id of the trace node that holds a name's value. */
export function nodeIdOf(ref: Ref, view: View): string {
  const [before, after] = aroundPerson(ref, ref.of === 'series' ? (view.month ?? view.run.month) : view.month);
  const id = stateId(view.run, before, personOf(ref, view));
  return after === '' ? id : `${id}${after}`;
}

/**
 * A name's id for json-rules-engine, persons by place: `person.age@0`, and of all but facts with its kind before it
 * (`incomes/person.aid@0`), for a tag may be called as a fact is; what only one owner sees, with the owner.
 */
export function engineId(ref: Ref, view: View): string {
  const [before, after] = aroundPerson(ref, ref.of === 'series' ? (view.month ?? view.run.month) : view.month);
  const name = ref.of === 'fact' || ref.of === 'derived' ? before.slice(before.indexOf('/') + 1) : before;
  if (ref.of === 'sum') return `${name} of ${view.owner ?? 'the household'}${atPlace(view.person)}`;
  return `${name}${atPlace(personOf(ref, view))}${after}`;
}

function atPlace(person: number | null): string {
  return person === null ? '' : `@${person}`;
}

type Around = readonly [string, string];

const patterns = new WeakMap<Ref, Map<MonthIndex | null, Around>>();

/** A node's id up to where the person stands, and what comes after. */
function aroundPerson(ref: Ref, month: MonthIndex | null): Around {
  let known = patterns.get(ref);
  if (known === undefined) patterns.set(ref, (known = new Map<MonthIndex | null, Around>()));
  let around = known.get(month);
  if (around === undefined) {
    const [before = '', after = ''] = nodePattern(ref, month).split('{at}');
    known.set(month, (around = [before, after]));
  }
  return around;
}

/** The value in a formula, where an age is completed years. */
export function inFormula(value: Value, type: ValueType): Value {
  if (type !== 'age' || value.state !== 'number') return value;
  return { ...value, number: value.number.div(12).floor() };
}
