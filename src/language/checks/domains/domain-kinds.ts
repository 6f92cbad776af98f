import { Exact } from '../../../decimal/exact.js';
import type { ValueType } from '../../../model/value.js';
import { EVERYTHING, union, type Interval } from './interval.js';

/** Every value a name may take, over all its definitions. */
export interface Domain {
  readonly type: ValueType;
  /** Words that are possible; null = numbers. */
  readonly words: readonly string[] | null;
  /** Ages in months, dates and months as month index. */
  readonly numbers: Interval;
  readonly whole: boolean;
  /** A fact that nobody said may leave it without value. */
  readonly unknown: boolean;
  /** On purpose no value: `applies` does not hold, the lowest of nobody. */
  readonly none: boolean;
  /** An income nobody spoke of may leave it at 0, flagged. */
  readonly open: boolean;
}

export const YES_NO = ['yes', 'no'];
/** Ages in months: from 0 to the last month of being 120. */
export const LAST_MONTH_OF_AGE = 120 * 12 + 11;
export const AGES: Interval = { from: new Exact(0), to: new Exact(LAST_MONTH_OF_AGE), zero: true };

/** Whether a type has whole numbers alone: ages and dates are counted in months. */
export function isWhole(type: ValueType): boolean {
  return type === 'whole' || type === 'age' || type === 'date' || type === 'month';
}

const FLAGS = { unknown: false, none: false, open: false };

/** Some words. */
export function words(list: readonly string[], type: ValueType): Domain {
  return { type, words: list, numbers: EVERYTHING, whole: false, ...FLAGS };
}

/** Some numbers. */
export function numeric(numbers: Interval, type: ValueType): Domain {
  return { type, words: null, numbers, whole: false, ...FLAGS };
}

/** What several definitions of one id allow together. */
export function joined(all: readonly Domain[]): Domain {
  const [first, ...rest] = all;
  if (first === undefined) return { ...numeric(EVERYTHING, 'number'), unknown: false };
  if (rest.length === 0) return first;
  return {
    type: first.type,
    words: first.words === null ? null : [...new Set(all.flatMap((domain) => domain.words ?? []))],
    numbers: union(all.map((domain) => domain.numbers)),
    whole: all.every((domain) => domain.whole),
    unknown: all.some((domain) => domain.unknown),
    none: all.some((domain) => domain.none),
    open: all.some((domain) => domain.open),
  };
}
