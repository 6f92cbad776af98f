import { Exact, snap } from '../../decimal/exact.js';
import { evaluationError, type RefbudgetError } from '../../model/diagnostic.js';
import type { Row, Table } from '../../model/numbers.js';
import { partIn } from './cell.js';
import { evaluate, evaluateNumber } from './formula.js';
import type { View } from '../run.js';
import type { Lookup } from '../states.js';
import { numberValue, OPEN, UNKNOWN, weakest, ZERO, type NumberValue, type Value } from './value.js';

/** A row whose cells hold the keys, and its place. */
export interface Fitting {
  readonly at: number;
  readonly row: Row;
}

/** What was met in a table, from which its hit policy takes the result. */
export interface Hit {
  readonly table: Table;
  readonly column: number;
  readonly fitting: readonly Fitting[];
  readonly view: View;
  readonly name: string;
  /** A key is open: so is the result. */
  readonly open: boolean;
}

/** One row is chosen, not all that fit. */
export function isSingle({ hit }: Table): boolean {
  return hit === 'unique' || hit === 'first';
}

/** What a hit policy gives. */
export type Taken = Pick<Lookup, 'value' | 'rows' | 'single' | 'literal' | 'results'>;

/** The result by the hit policy of the table, from the rows that fit. */
export function take(hit: Hit, keys: readonly Value[]): Taken {
  const { table, fitting } = hit;
  if (table.hit === 'slices') return slices(hit, keys.at(-1) ?? UNKNOWN);
  if (table.hit === 'sum')
    return over(hit, fitting, (values) => values.reduce<Exact>((sum, one) => sum.add(one), ZERO));
  if (fitting.length === 0) return { value: noRow(hit, keys), rows: [], single: true, literal: null, results: [] };
  if (isSingle(table)) return single(hit, fitting[0]!);
  const values = fitting.map((one) => snap(numberIn(hit, one).number));
  const best = table.hit === 'lowest' ? Exact.min(...values) : Exact.max(...values);
  const winner = numberIn(hit, fitting[values.findIndex((one) => one.eq(best))]!);
  return {
    value: numberValue(best, winner.status, hit.open || fitting.some((one) => numberIn(hit, one).open)),
    rows: fitting.map((one) => one.at),
    single: false,
    literal: null,
    results: fitting.map((one) => resultIn(hit, one)),
  };
}

/**
 * An open income may lead past every row: the number is then open, a word unknown. The keys being known, only a judgement by
 * hand can, since the checks know what the facts allow.
 */
function noRow({ table, open, name }: Hit, keys: readonly Value[]): Value {
  if (!open && !keys.some((key) => key.state === 'unknown')) throw noValue(name);
  return table.type === 'one-of' || table.type === 'yes-no' ? UNKNOWN : OPEN;
}

function single(hit: Hit, one: Fitting): Taken {
  const result = resultIn(hit, one);
  const value = evaluate(result, hit.view, hit.name);
  return {
    value: value.state === 'number' ? { ...value, open: value.open || hit.open } : value,
    rows: [one.at],
    single: true,
    literal: result.kind === 'number' ? result : null,
    results: [result],
  };
}

function over(hit: Hit, fitting: readonly Fitting[], sum: (values: Exact[]) => Exact): Taken {
  const values = fitting.map((one) => numberIn(hit, one));
  return {
    value: numberValue(
      sum(values.map((one) => one.number)),
      weakest(values.map((one) => one.status)),
      hit.open || values.some((one) => one.open),
    ),
    rows: fitting.map((one) => one.at),
    single: false,
    literal: null,
    results: fitting.map((one) => resultIn(hit, one)),
  };
}

/** Σ of the part of the amount inside each band × the row's number. */
function slices(hit: Hit, key: Value): Taken {
  if (key.state === 'unknown') return { value: OPEN, rows: [], single: false, literal: null, results: [] };
  const amount = key.state === 'number' ? snap(key.number) : ZERO;
  if (amount.isNegative() && !amount.isZero())
    throw evaluationError('negative-slice', hit.name, 'an amount below 0 has no slices');
  const parts = hit.fitting.map((one) => partIn(one.row.cells.at(-1), amount));
  const touched = hit.fitting.map((one, i) => ({ one, part: parts[i]! })).filter(({ part }) => part.gt(0));
  const taken = over(
    hit,
    touched.map(({ one }) => one),
    (values) => values.reduce<Exact>((sum, rate, i) => sum.add(rate.mul(touched[i]!.part)), ZERO),
  );
  const ofKey = key.state === 'number' ? key.status : null;
  return taken.value?.state === 'number'
    ? { ...taken, value: { ...taken.value, status: weakest([taken.value.status, ofKey]) } }
    : taken;
}

function resultIn(hit: Hit, { row }: Fitting) {
  const result = row.results[hit.column];
  if (result === null || result === undefined) throw noValue(hit.name);
  return result;
}

const noValue = (name: string): RefbudgetError =>
  evaluationError('none-reached', name, 'the table gives no value for this case');

function numberIn(hit: Hit, one: Fitting): NumberValue {
  return evaluateNumber(resultIn(hit, one), hit.view, hit.name);
}
