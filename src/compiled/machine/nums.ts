import { Exact, plain, roundTo, snap } from '../../decimal/exact.js';
import { evaluationError } from '../../model/diagnostic.js';
import { placeIn, putIn, results, type Results } from './results.js';

/** An exact number with a small id, so that what was computed once from two numbers is never computed again. */
export interface Num {
  readonly id: number;
  readonly value: Exact;
  /** Brought to 24 places, when first asked for. */
  snapped: Exact | null;
  /** As printed, when first asked for. */
  text: string | null;
  /** The nearest double, when first asked for; NaN before. */
  double: number;
  /** In steps of rounding of lines, when first asked for; NaN before. */
  steps: number;
}

/** The exact numbers of one program and the results known of them. */
export interface Arena {
  next: number;
  /** Numbers below this id belong to the program and stay. */
  kept: number;
  readonly texts: Map<string, Num>;
  /** Small whole numbers by themselves. */
  wholes: (Num | undefined)[];
  /** By operation and left number, and by the right one. */
  results: Results<Num>;
}

const ADD = 0;
const SUBTRACT = 1;
const MULTIPLY = 2;
const DIVIDE = 3;
const ROUND = 4;
const UP = 5;
const DOWN = 6;
const SNAP = 7;
const OPERATIONS = 8;
const WHOLES = 2048;
const ROOM = 400_000;

export function arena(): Arena {
  return { next: 0, kept: 0, texts: new Map(), wholes: [], results: results() };
}

/** Everything made so far stays for the life of the program. */
export function keepAll(a: Arena): void {
  a.kept = a.next;
}

/** Forgets numbers of households long gone; called where no number of a household is held any more. */
export function tidy(a: Arena): void {
  if (a.next - a.kept < ROOM) return;
  a.texts.clear();
  a.wholes = [];
  a.results = results();
  a.next = a.kept;
}

export function num(a: Arena, value: Exact): Num {
  return { id: a.next++, value, snapped: null, text: null, double: NaN, steps: NaN };
}

/** The number a plain decimal stands for; the same text gives the same number. */
export function numOf(a: Arena, text: string): Num {
  let known = a.texts.get(text);
  if (known === undefined) {
    a.texts.set(text, (known = num(a, new Exact(text))));
    known.double = Number(text);
  }
  return known;
}

export function whole(a: Arena, value: number): Num {
  if (value < 0 || value >= WHOLES) return numOf(a, String(value));
  return (a.wholes[value] ??= numOf(a, String(value)));
}

/** The number of a decimal that is short enough for the double nearest to it to be shown by the same text. */
export const decimal = (a: Arena, nearest: number): Num =>
  Number.isInteger(nearest) ? whole(a, nearest) : numOf(a, String(nearest));

function known(a: Arena, op: number, left: Num, right: Num, make: (l: Exact, r: Exact) => Exact): Num {
  const from = left.id * OPERATIONS + op;
  const found = a.results.values[placeIn(a.results, from, right.id)];
  if (found !== undefined) return found;
  const result = num(a, make(left.value, right.value));
  putIn(a.results, from, right.id, result);
  return result;
}

const added = (l: Exact, r: Exact): Exact => l.plus(r);
const subtracted = (l: Exact, r: Exact): Exact => l.minus(r);
const multiplied = (l: Exact, r: Exact): Exact => l.times(r);
const divided = (l: Exact, r: Exact): Exact => l.div(r);
const raised = (l: Exact): Exact => snap(l).ceil();
const lowered = (l: Exact): Exact => snap(l).floor();

export const add = (a: Arena, l: Num, r: Num): Num => known(a, ADD, l, r, added);
export const subtract = (a: Arena, l: Num, r: Num): Num => known(a, SUBTRACT, l, r, subtracted);
export const multiply = (a: Arena, l: Num, r: Num): Num => known(a, MULTIPLY, l, r, multiplied);

/** Throws `division-by-zero` in the name of the definition, which is made up only then. */
export function divide(a: Arena, l: Num, r: Num, name: () => string): Num {
  if (r.value.isZero()) throw evaluationError('division-by-zero', name(), 'a formula divides by 0');
  return known(a, DIVIDE, l, r, divided);
}

export const roundBy = (a: Arena, l: Num, step: Num): Num => known(a, ROUND, l, step, roundTo);
export const up = (a: Arena, l: Num): Num => known(a, UP, l, l, raised);
export const down = (a: Arena, l: Num): Num => known(a, DOWN, l, l, lowered);
/** The same number brought to 24 places, as it is before it is compared. */
export const snappedNum = (a: Arena, l: Num): Num => known(a, SNAP, l, l, snap);
export const larger = (l: Num, r: Num): Num => (compare(l, r) >= 0 ? l : r);
export const smaller = (l: Num, r: Num): Num => (compare(l, r) <= 0 ? l : r);

export function snapped(n: Num): Exact {
  return (n.snapped ??= snap(n.value));
}

/** The double nearest to an exact number. */
export function doubleOf(n: Num): number {
  return n.double === n.double ? n.double : (n.double = n.value.toNumber());
}

/** A whole number that a double holds exactly. */
export function isSafeWhole({ value }: Num): boolean {
  return value.e < 15 && value.isInteger();
}

/** Below 0, 0 or above 0, both brought to 24 places. */
export function compare(l: Num, r: Num): number {
  return l === r ? 0 : snapped(l).comparedTo(snapped(r));
}

/** Shortest text with at most 24 places. */
export function textOf(n: Num): string {
  return (n.text ??= plain(n.value));
}

/** Refuses what grew out of all proportion. */
export function checkSize(value: Num, name: () => string): Num {
  if (value.value.e >= 12 && value.value.abs().gt(1e12))
    throw evaluationError('value-too-large', name(), 'a value is over 10^12 in size');
  return value;
}
