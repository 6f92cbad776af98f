import { Exact } from '../../decimal/exact.js';
import type { Cell } from '../../model/numbers.js';
import { ZERO, type Value } from './value.js';

type Band = Extract<Cell, { kind: 'band' }>;
type OneOf = Extract<Cell, { kind: 'one-of' }>;

interface Bounds {
  readonly from: Exact | null;
  readonly below: Exact | null;
}

const bounds = new WeakMap<Band, Bounds>();
const numbers = new WeakMap<OneOf, readonly Exact[]>();

/** A band's ends; their texts are read once. */
function boundsOf(band: Band): Bounds {
  const known = bounds.get(band);
  if (known !== undefined) return known;
  const { from, below } = band;
  const found = {
    from: from === null ? null : new Exact(from),
    below: below === null ? null : new Exact(below),
  };
  bounds.set(band, found);
  return found;
}

function numbersOf(cell: OneOf): readonly Exact[] {
  const known = numbers.get(cell);
  if (known !== undefined) return known;
  const found = cell.values.map((value) => new Exact(value));
  numbers.set(cell, found);
  return found;
}

/** Whether a key, already brought to 24 places, is in a cell. */
export function fits(cell: Cell, key: Value): boolean {
  if (cell.kind === 'any') return true;
  if (key.state === 'unknown') return cell.kind === 'one-of' && cell.unknown;
  if (key.state === 'word') return cell.kind === 'one-of' && cell.values.includes(key.word);
  if (key.state !== 'number') return false;
  if (cell.kind === 'one-of') return numbersOf(cell).some((value) => key.number.eq(value));
  const { from, below } = boundsOf(cell);
  return (from === null || key.number.gte(from)) && (below === null || key.number.lt(below));
}

/** The part of an amount that lies inside a band. */
export function partIn(cell: Cell | undefined, amount: Exact): Exact {
  if (cell?.kind !== 'band') return amount;
  const { from, below } = boundsOf(cell);
  const upTo = below === null ? amount : Exact.min(amount, below);
  return Exact.max(ZERO, upTo.sub(from ?? ZERO));
}
