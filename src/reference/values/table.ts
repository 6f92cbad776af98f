import { Exact, snap } from '../../decimal/exact.js';
import { faultIn, type RefbudgetError } from '../../model/diagnostic.js';
import type { Ref } from '../../model/expression.js';
import { nameOf } from '../../model/node-id.js';
import type { Row, Table } from '../../model/numbers.js';
import type { ValueType } from '../../model/value.js';
import { fits } from './cell.js';
import { definitionsOf } from '../definitions.js';
import { isSingle, take, type Fitting } from './hit.js';
import { nodeIdOf, personOf, valueOf } from './name.js';
import { inForce } from './parameter.js';
import { atText } from '../persons.js';
import type { View } from '../run.js';
import type { Lookup } from '../states.js';
import { bounded, isOpen, numberValue, wordValue, type Value } from './value.js';

type TableRef = Extract<Ref, { of: 'table' }>;

/** Looks into a table; once a name, person and month. What fails is kept and raised when it is used. */
export function lookup(ref: TableRef, view: View): Lookup {
  const id = nodeIdOf(ref, view);
  const known = view.run.lookups.get(id);
  if (known !== undefined) return known;
  const found = look(ref, tableView(ref, view));
  view.run.lookups.set(id, found);
  return found;
}

/** A table that exists once sees nobody in particular. */
export function tableView(ref: TableRef, view: View): View {
  return { run: view.run, person: personOf(ref, view), month: view.month, undecided: 'open' };
}

/** The table as of the month of the view, its names of keys, and the edition in force. */
export function tableOf(ref: TableRef, view: View): { table: Table; by: readonly Ref[]; rows: readonly Row[] } {
  const month = view.month ?? view.run.month;
  const table = definitionsOf(view.run.model, month).tables.get(ref.id);
  const edition = table === undefined ? undefined : inForce(table.editions, month);
  if (table === undefined || edition === undefined) throw new Error(`${nameOf(ref)} has no rows in this month`);
  const by = ref.with?.kind === 'name' ? [...table.by.slice(0, -1), ref.with.ref] : table.by;
  return { table, by, rows: edition.rows };
}

function look(ref: TableRef, view: View): Lookup {
  const { table, by, rows } = tableOf(ref, view);
  const name = `${ref.id}${atText(view.run, view.person)}`;
  const failed = (fault: RefbudgetError, rows: readonly number[]): Lookup => {
    const single = isSingle(table);
    return {
      ref,
      view,
      unknownKeys: [],
      fault,
      value: null,
      rows: single ? rows.slice(0, 1) : rows,
      single,
      literal: null,
      results: [],
    };
  };
  let fitting: readonly Fitting[] = [];
  try {
    const keys = by.map((one, i) => {
      const literal = ref.with?.kind === 'literal' && i === by.length - 1 ? ref.with.value : null;
      return literal === null ? keyValue(one, view) : literalKey(literal, table.keys[i] ?? 'number');
    });
    const compared = (table.hit === 'slices' ? keys.slice(0, -1) : keys).map(snapped);
    fitting = fittingRows(rows, compared, isSingle(table));
    const column = Math.max(0, table.gives.indexOf(ref.column ?? ''));
    const taken = take({ table, column, fitting, view, name, open: keys.some(isOpen) }, keys);
    if (taken.value !== null) bounded(taken.value, name);
    const unknownKeys = keys.flatMap((key, i) =>
      key.state === 'unknown' && fitting.length > 0
        ? [`${nameOf(by[i]!)}${atText(view.run, personOf(by[i]!, view))}`]
        : [],
    );
    return { ref, view, unknownKeys, fault: null, ...taken };
  } catch (error) {
    return failed(
      faultIn(error),
      fitting.map((one) => one.at),
    );
  }
}

/** The rows whose cells hold the keys, from the top; `one`: no further than the first. */
function fittingRows(rows: readonly Row[], keys: readonly Value[], one: boolean): Fitting[] {
  const fitting: Fitting[] = [];
  for (let at = 0; at < rows.length && !(one && fitting.length > 0); at++) {
    const row = rows[at]!;
    if (keys.every((key, i) => fits(row.cells[i]!, key))) fitting.push({ row, at });
  }
  return fitting;
}

/** A key as it stands: ages in months, a fault of the key is the table's. */
function keyValue(ref: Ref, view: View): Value {
  return valueOf(ref, ref.of === 'table' ? view : { ...view, month: null });
}

/** Numbers as linked: an age is in months already. */
function literalKey(text: string, type: ValueType): Value {
  if (type === 'one-of' || type === 'yes-no') return wordValue(text);
  return numberValue(new Exact(text));
}

function snapped(key: Value): Value {
  if (key.state !== 'number') return key;
  const number = snap(key.number);
  return number === key.number ? key : { ...key, number };
}
