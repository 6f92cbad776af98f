import type { Ref } from '../../model/expression.js';
import { definitionIn } from '../../model/definitions-of.js';
import type { Row, Table } from '../../model/numbers.js';
import type { ValueType } from '../../model/value.js';
import type { Class } from '../unknown.js';
import { cutsOf, fits } from './cells.js';
import { taken, type Fitting } from './hits.js';
import { literal } from './interval.js';
import { directUnknown, nameOf } from './names.js';
import { numberIn, OPEN, settled, SILENCE, withDeps, word, type Possible } from './possible.js';
import { probeBit, valueBit, type Place, type Probe } from './scene.js';
import { NO, YES } from './truth.js';

type TableRef = Extract<Ref, { of: 'table' }>;

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
