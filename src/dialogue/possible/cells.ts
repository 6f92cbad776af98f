import type { Cell } from '../../model/numbers.js';
import { justAbove } from '../unknown.js';
import { literal, type Span } from './interval.js';
import { KNOWN, NONE, OPEN, UNKNOWN, type Possible } from './possible.js';
import { NO, YES } from './truth.js';

/** Whether a key may be in a cell, may be outside it: bits. What is open is looked up as its number. */
export function fits(cell: Cell, key: Possible): number {
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

/** Where, along a number, what a cell says of it may turn. */
export function cutsOf(cell: Cell): number[] {
  if (cell.kind === 'any') return [];
  if (cell.kind === 'band') return [cell.from, cell.below].filter((text) => text !== null).map(Number);
  return cell.values
    .filter((text) => !Number.isNaN(Number(text)))
    .flatMap((text) => [Number(text), justAbove(Number(text))]);
}
