import type { Ref } from '../../model/expression.js';
import { definitionIn } from '../../model/definitions-of.js';
import type { Cell, Row, Table } from '../../model/numbers.js';
import type { ValueType } from '../../model/value.js';
import { justAbove, type Class } from '../unknown.js';
import { valueOf, withoutValue } from './expressions.js';
import { add, largest, literal, multiply, smallest, subtract, type Span } from './interval.js';
import { directUnknown, nameOf } from './names.js';
import {
  either,
  inFormula,
  KNOWN,
  NONE,
  numberIn,
  OPEN,
  point,
  settled,
  SILENCE,
  UNKNOWN,
  withDeps,
  word,
  type Possible,
} from './possible.js';
import { probeBit, valueBit, type Place, type Probe } from './scene.js';
import { NO, YES } from './truth.js';

type TableRef = Extract<Ref, { of: 'table' }>;

interface Fitting {
  readonly row: Row;
  readonly surely: boolean;
}

/** All that a table may give for the keys as they may be. */
export function tableOf(ref: TableRef, place: Place): Possible {
  const month = place.asOf ?? place.scene.month;
  const table = definitionIn(place.scene.model.tables, ref.id, month);
  const edition = table?.editions.filter(({ from }) => from === null || from <= month).at(-1);
  if (table === undefined || edition === undefined)
    throw new Error(`table ${ref.id} has no rows in the month; the pack was not checked`);
  const keys = keysOf(ref, table, place);
  const looked = table.hit === 'slices' ? keys.slice(0, -1) : keys;
  const fitting = edition.rows
    .map((row) => ({ row, may: looked.map((key, i) => fits(row.cells[i]!, key)).reduce(both, YES) }))
    .filter(({ may }) => (may & YES) !== 0)
    .map(({ row, may }): Fitting => ({ row, surely: may === YES }));
  const deps = looked.reduce((all, key, i) => all | keyDeps(ref, table, i, key, edition.rows, place), 0n);
  const column = Math.max(0, table.gives.indexOf(ref.column ?? ''));
  const found = taken(table, column, fitting, keys, place);
  const open = keys.some(({ states }) => (states & OPEN) !== 0);
  return settled(withDeps(open ? { ...found, states: found.states | OPEN } : found, deps));
}

function keysOf(ref: TableRef, table: Table, place: Place): Possible[] {
  return table.by.map((by, i) => {
    const last = i === table.by.length - 1;
    if (last && ref.with?.kind === 'literal') return literalKey(ref.with.value, table.keys[i] ?? 'number');
    const name = last && ref.with?.kind === 'name' ? ref.with.ref : by;
    return nameOf(name, name.of === 'table' ? place : { ...place, asOf: null });
  });
}

function literalKey(text: string, type: ValueType): Possible {
  if (type === 'one-of' || type === 'yes-no') return word(text);
  const { lo, hi } = literal(text);
  return numberIn(lo, hi);
}

const both = (a: number, b: number): number => ((a & b & YES) !== 0 ? YES : 0) | ((a | b) & NO);

/** Whether a key may be in a cell, may be outside it: bits. What is open is looked up as its number. */
function fits(cell: Cell, key: Possible): number {
  if (cell.kind === 'any') return YES;
  let may = 0;
  if ((key.states & UNKNOWN) !== 0) may |= cell.kind === 'one-of' && cell.unknown ? YES : NO;
  if ((key.states & NONE) !== 0) may |= NO;
  if ((key.states & (KNOWN | OPEN)) === 0) return may;
  return may | (key.words.length > 0 ? wordFits(cell, key.words) : numberFits(cell, key));
}

function wordFits(cell: Cell, words: readonly string[]): number {
  const hits = cell.kind === 'one-of' ? words.filter((one) => cell.values.includes(one)).length : 0;
  return (hits > 0 ? YES : 0) | (hits < words.length ? NO : 0);
}

function numberFits(cell: Exclude<Cell, { kind: 'any' }>, { lo, hi }: Span): number {
  if (cell.kind === 'one-of') {
    let may = NO;
    for (const text of cell.values) {
      const at = literal(text);
      if (hi < at.lo || lo > at.hi) continue;
      if (lo === hi && at.lo === at.hi) return YES;
      may |= YES;
    }
    return may;
  }
  const least = cell.from === null ? { lo: -Infinity, hi: -Infinity } : literal(cell.from);
  const most = cell.below === null ? { lo: Infinity, hi: Infinity } : literal(cell.below);
  const below = (x: number, end: number): boolean => cell.below === null || x < end;
  const may = hi >= least.lo && below(lo, most.hi) ? YES : 0;
  return lo >= least.hi && below(hi, most.lo) ? YES : may | NO;
}

/** A table that is looked up with an unknown itself looks at no more of it than its cells tell. */
function keyDeps(ref: TableRef, table: Table, at: number, key: Possible, rows: readonly Row[], place: Place): bigint {
  const last = at === table.by.length - 1;
  if (key.deps === 0n || (last && ref.with?.kind === 'literal')) return key.deps;
  const name = last && ref.with?.kind === 'name' ? ref.with.ref : table.by[at]!;
  const unknown = directUnknown(name, place);
  if (unknown === null) return key.deps;
  const own = valueBit(place.scene, unknown.at);
  if ((key.deps & own) === 0n) return key.deps;
  const cells = rows.map((row) => row.cells[at]!);
  const make = (): Omit<Probe, 'unknown'> => ({
    tells: (one) => cells.map((cell) => fits(cell, valueIn(one))).join(''),
    cuts: cells.flatMap(cutsOf),
  });
  return (key.deps & ~own) | probeBit(place.scene, unknown.at, `${table.id} ${place.asOf ?? ''} ${at}`, make);
}

function valueIn(one: Class): Possible {
  if (one.kind === 'silent') return SILENCE;
  return one.kind === 'word' ? word(one.word) : numberIn(one.lo, one.hi);
}

function cutsOf(cell: Cell): number[] {
  if (cell.kind === 'any') return [];
  if (cell.kind === 'band') return [cell.from, cell.below].filter((text) => text !== null).map(Number);
  return cell.values
    .filter((text) => !Number.isNaN(Number(text)))
    .flatMap((text) => [Number(text), justAbove(Number(text))]);
}

function taken(
  table: Table,
  column: number,
  fitting: readonly Fitting[],
  keys: readonly Possible[],
  place: Place,
): Possible {
  const isWord = table.type === 'one-of' || table.type === 'yes-no';
  const inRows = { ...place, unknowable: false };
  const result = ({ row }: Fitting): Possible | null => {
    const e = row.results[column] ?? null;
    return e === null ? null : valueOf(e, inRows);
  };
  if (table.hit === 'slices') return slices(fitting, keys.at(-1)!, result);
  if (table.hit === 'sum') return added(fitting, result);
  // known keys always meet a row: gaps are refused when the pack is loaded
  const gapless = keys.every(({ states }) => states === KNOWN);
  const nothing = isWord ? SILENCE : withoutValue(inRows);
  let found: Possible | null = null;
  if (table.hit === 'unique' || table.hit === 'first') {
    for (const one of fitting) {
      const value = result(one);
      if (value !== null) found = either(found, value);
      if (one.surely) return found ?? nothing;
    }
    return found !== null && gapless ? found : either(found, nothing);
  }
  const values = fitting.flatMap((one) => {
    const value = result(one);
    return value === null ? [] : [{ surely: one.surely, value: inFormula(value) }];
  });
  if (values.length === 0) return nothing;
  const all = values.map(({ value }) => value);
  const sure = values.filter(({ surely }) => surely).map(({ value }) => value);
  const pick = table.hit === 'lowest' ? smallest : largest;
  const best = sure.length === 0 ? null : pick(sure);
  const states = all.reduce((some, one) => some | one.states, 0);
  const deps = all.reduce((some, one) => some | one.deps, 0n);
  const least = Math.min(...all.map(({ lo }) => lo));
  const most = Math.max(...all.map(({ hi }) => hi));
  const span =
    best === null
      ? { lo: least, hi: most }
      : table.hit === 'lowest'
        ? { lo: least, hi: best.hi }
        : { lo: best.lo, hi: most };
  const value = numberIn(span.lo, span.hi, deps, states);
  return best === null && !gapless ? either(value, nothing) : value;
}

type Result = (one: Fitting) => Possible | null;

function added(fitting: readonly Fitting[], result: Result): Possible {
  let sum: Span = { lo: 0, hi: 0 };
  let [states, deps] = [KNOWN, 0n];
  for (const one of fitting) {
    const value = result(one);
    if (value === null) continue;
    const { lo, hi } = inFormula(value);
    sum = add(sum, one.surely ? { lo, hi } : { lo: Math.min(0, lo), hi: Math.max(0, hi) });
    states |= value.states;
    deps |= value.deps;
  }
  return numberIn(sum.lo, sum.hi, deps, states);
}

/** Σ of the part of the amount inside each band × the row's number. */
function slices(fitting: readonly Fitting[], key: Possible, result: Result): Possible {
  const { lo, hi } = inFormula(key);
  const amount = { lo: Math.max(0, lo), hi: Math.max(0, hi) };
  const parts = fitting.map((one): Fitting & { readonly part: Span } => ({
    ...one,
    part: partIn(one.row.cells.at(-1), amount),
  }));
  const sum = added(parts, (one) => {
    const rate = result(one);
    if (rate === null) return null;
    const value = multiply(inFormula(rate), (one as (typeof parts)[number]).part);
    return numberIn(value.lo, value.hi, rate.deps, rate.states);
  });
  return withDeps((key.states & (OPEN | UNKNOWN)) !== 0 ? { ...sum, states: sum.states | OPEN } : sum, key.deps);
}

function partIn(cell: Cell | undefined, amount: Span): Span {
  if (cell?.kind !== 'band') return amount;
  const from = cell.from === null ? point(0) : literal(cell.from);
  const upTo = cell.below === null ? amount : smallest([amount, literal(cell.below)]);
  return largest([point(0), subtract(upTo, from)]);
}
