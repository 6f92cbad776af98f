import type { Cell, Row, Table } from '../../model/numbers.js';
import { valueOf, withoutValue } from './expressions.js';
import { add, largest, literal, multiply, smallest, subtract, type Span } from './interval.js';
import {
  either,
  inFormula,
  KNOWN,
  numberIn,
  OPEN,
  point,
  SILENCE,
  UNKNOWN,
  withDeps,
  type Possible,
} from './possible.js';
import type { Place } from './scene.js';

/** A row that the keys may meet; `surely` where they can do nothing else. */
export interface Fitting {
  readonly row: Row;
  readonly surely: boolean;
}

/** What the table's hit policy may take from the rows that the keys may meet. */
export function taken(
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
