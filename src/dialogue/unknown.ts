import type { Fact } from '../model/facts.js';
import type { Income } from '../model/needs.js';

/** One way in which an unknown may turn out: a word, numbers between two ends (a point where they are equal), or still nobody says. */
export type Class =
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'span'; readonly lo: number; readonly hi: number }
  | { readonly kind: 'silent' };

/** Something nobody said: a fact of somebody, of the household or the home, or an income that is open. */
export interface Unknown {
  /** Place among the unknowns of the household. */
  readonly at: number;
  /** `person.sex@tom`, `dwelling.tenure`, `person.income.wage@tom`: as `missing` names it in the document. */
  readonly name: string;
  /** Index into the household's persons; null = not a person's. */
  readonly row: number | null;
  readonly fact: Fact | null;
  readonly income: Income | null;
  /** The words or numbers it may be, before breakpoints are known; silence apart. */
  readonly classes: readonly Class[];
}

const MOST_POINTS = 24;
/** Counted one by one: years of an age, months of a date. */
export const WHOLE: ReadonlySet<Fact['type']> = new Set(['whole', 'age', 'date', 'month']);

/** The values an unknown fact may have: its words, whole numbers one by one where they are few, else one span. */
export function classesOfFact(fact: Fact): readonly Class[] {
  if (fact.type === 'yes-no') return ['yes', 'no'].map((word) => ({ kind: 'word', word }));
  if (fact.type === 'one-of') return fact.values.map((word) => ({ kind: 'word', word }));
  const [scale, least, most] = NATURAL[fact.type] ?? [1, -Infinity, Infinity];
  const from = Math.max(limit(fact.plausible?.from, -Infinity), limit(fact.range?.from, -Infinity), least / scale);
  const below = Math.min(limit(fact.plausible?.below, Infinity), limit(fact.range?.below, Infinity), most / scale);
  const isWhole = WHOLE.has(fact.type);
  const last = isWhole ? Math.ceil(below) - 1 : justBelow(below);
  if (isWhole && last - from < MOST_POINTS)
    return Array.from({ length: last - from + 1 }, (_, i) => span((from + i) * scale, (from + i) * scale));
  return [span(from * scale, last * scale)];
}

/** Unit in which the number is kept (an age in months), from where and below which: years from 0 to 120, dates of living memory. */
const NATURAL: Partial<Record<Fact['type'], readonly [number, number, number]>> = {
  share: [1, 0, Infinity],
  age: [12, 0, 121 * 12],
  whole: [1, -Infinity, Infinity],
  date: [1, 1800 * 12, 2200 * 12],
  month: [1, 1800 * 12, 2200 * 12],
};

const limit = (text: string | null | undefined, otherwise: number): number => (text == null ? otherwise : Number(text));

export function classesOfIncome({ plausible }: Income): readonly Class[] {
  const below = limit(plausible?.below, Infinity);
  return [span(limit(plausible?.from, 0), justBelow(below))];
}

export const span = (lo: number, hi: number): Class => ({ kind: 'span', lo, hi });

/** The double before and after: what lies between is told apart by more digits than anybody writes, and is covered by the bounds of the first sum it enters. */
export const justBelow = (x: number): number => (Number.isFinite(x) ? x - Math.max(Math.abs(x) * 2 ** -52, 1e-300) : x);
export const justAbove = (x: number): number => (Number.isFinite(x) ? x + Math.max(Math.abs(x) * 2 ** -52, 1e-300) : x);
