import { Exact } from '../../../decimal/exact.js';
import { monthText } from '../../../calendar/month.js';
import type { Condition } from '../../../model/condition.js';
import type { Ref } from '../../../model/expression.js';
import type { Cell } from '../../../model/numbers.js';
import type { Domain } from './domain.js';
import { keyOf, testsIn } from '../names.js';

/** A piece of a key's domain inside which no cell and no condition tells two values apart. `value` lies in it; ends null = open. */
export type Atom =
  | { readonly kind: 'word'; readonly value: string }
  | { readonly kind: 'number'; readonly value: Exact; readonly from: Exact | null; readonly below: Exact | null }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'none' };

/** Every piece of a key's domain. `conditions`: what else must see its pieces apart (`applies`, derived facts). */
export function atomsOf(
  ref: Ref,
  domain: Domain,
  cells: readonly Cell[],
  conditions: readonly (Condition | null)[],
): readonly Atom[] {
  const beside: Atom[] = [];
  if (domain.unknown) beside.push({ kind: 'unknown' });
  if (domain.none) beside.push({ kind: 'none' });
  if (domain.words !== null) return [...domain.words.map((value): Atom => ({ kind: 'word', value })), ...beside];
  const key = keyOf(ref);
  const marks: Exact[] = [];
  const mark = (text: string | null): void => {
    if (text !== null && /^-?\d+(\.\d+)?$/.test(text)) marks.push(new Exact(text));
  };
  const markPoint = (text: string): void => {
    mark(text);
    if (domain.whole && /^-?\d+$/.test(text)) mark(new Exact(text).plus(1).toFixed());
  };
  for (const cell of cells) {
    if (cell.kind === 'band') [cell.from, cell.below].forEach(mark);
    if (cell.kind === 'one-of') cell.values.forEach(markPoint);
  }
  for (const { ref: tested, check } of conditions.flatMap(testsIn)) {
    if (keyOf(tested) !== key) continue;
    if (check.op === 'band') [check.from, check.below].forEach(mark);
    if (check.op === 'one-of') check.values.forEach(markPoint);
  }
  return [...pieces(domain, marks), ...beside];
}

function pieces(domain: Domain, marks: readonly Exact[]): readonly Atom[] {
  const { from, to } = domain.numbers;
  const sorted = [...marks]
    .sort((a, b) => a.comparedTo(b))
    .filter((value, i, all) => i === 0 || !value.eq(all[i - 1]!));
  const inside = sorted.filter((value) => (from === null || value.gt(from)) && (to === null || value.lte(to)));
  const first = from ?? (inside[0] === undefined ? (to ?? new Exact(0)) : inside[0]).minus(1);
  const starts = [first, ...inside];
  const end = to === null ? null : domain.whole ? to.plus(1) : to;
  return starts.map((value, i): Atom => {
    return { kind: 'number', value, from: i === 0 ? from : value, below: starts[i + 1] ?? end };
  });
}

/** True when a row's cell takes a piece of the domain. */
export function fits(cell: Cell, atom: Atom): boolean {
  return fitting(cell)(atom);
}

/** The same for many pieces: the numbers of the cell are read once. */
export function fitting(cell: Cell): (atom: Atom) => boolean {
  if (cell.kind === 'any') return () => true;
  if (cell.kind === 'one-of') {
    const numbers = cell.values.flatMap((value) => (/^-?[\d.]+$/.test(value) ? [new Exact(value)] : []));
    return (atom) => {
      if (atom.kind === 'none') return false;
      if (atom.kind === 'unknown') return cell.unknown;
      return atom.kind === 'word' ? cell.values.includes(atom.value) : numbers.some((number) => number.eq(atom.value));
    };
  }
  const from = cell.from === null ? null : new Exact(cell.from);
  const below = cell.below === null ? null : new Exact(cell.below);
  return (atom) =>
    atom.kind === 'number' && (from === null || atom.value.gte(from)) && (below === null || atom.value.lt(below));
}

/** A piece as a file would write it. */
export function atomText(atom: Atom, domain: Domain): string {
  switch (atom.kind) {
    case 'word':
      return atom.value;
    case 'unknown':
    case 'none':
      return atom.kind;
    case 'number':
      return numberText(atom, domain);
  }
}

/** No band of the files begins below 0, so such a piece is shown without its lower end. */
function numberText({ from: start, below }: Extract<Atom, { kind: 'number' }>, { type, whole }: Domain): string {
  const from = start?.isNegative() === true ? null : start;
  if (from === null && below === null) return 'any';
  if (type === 'age') return ageText(from?.toNumber() ?? 0, below?.toNumber() ?? null);
  const text =
    type === 'month' || type === 'date'
      ? (value: Exact) => monthText(value.toNumber())
      : (value: Exact) => value.toFixed();
  if (below === null) return `${from === null ? '' : text(from)}..`;
  if (!whole)
    return from !== null && below.eq(from) ? text(from) : `${from === null ? '' : text(from)}..<${text(below)}`;
  const last = below.minus(1);
  if (from === null) return `..${text(last)}`;
  return last.eq(from) ? text(from) : `${text(from)}..${text(last)}`;
}

function ageText(from: number, below: number | null): string {
  const years = from % 12 === 0 && (below === null || below % 12 === 0);
  const last = below === null ? null : below - 1;
  if (!years) return last === null || last === from ? `${from} months` : `${from}..${last} months`;
  const first = from / 12;
  const lastYear = below === null ? null : below / 12 - 1;
  if (lastYear === null || lastYear >= 120) return `${first}..`;
  return lastYear === first ? `${first}` : `${first}..${lastYear}`;
}
