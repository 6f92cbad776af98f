/** What kind of value a name has. `age` is kept in whole months, `date` and `month` as a month. */
export type ValueType = 'yes-no' | 'one-of' | 'age' | 'whole' | 'number' | 'share' | 'amount' | 'date' | 'month';

/** Whose value it is. `person` values exist once a member (and once an other); the rest exist once. */
export type Scope = 'person' | 'household' | 'dwelling' | 'local';

/** Kleene's three truth values. */
export type Truth = 'yes' | 'no' | 'undecided';

/** Where a number comes from, strongest first. `given` is said by the household itself. */
export const STATUSES = ['given', 'official', 'published', 'press', 'assumption'] as const;
export type Status = (typeof STATUSES)[number];

/** The weaker of two: a value is only as good as its worst number. */
export function weaker(a: Status, b: Status): Status {
  return STATUSES.indexOf(a) >= STATUSES.indexOf(b) ? a : b;
}

/** A month counted from year 0: 12 × year + month − 1. */
export type MonthIndex = number;

/** Months in which a definition exists, both ends in; null = open on that side. */
export interface Valid {
  readonly from: MonthIndex | null;
  readonly to: MonthIndex | null;
}

/** What a number rests on. 0, 1 and numbers of conditions carry none. */
export interface Provenance {
  readonly status: Status;
  readonly source?: string;
  /** Fixed by law, not a price. */
  readonly law?: true;
}

/** Money as text with the places of `rounding.lines`: "662.40". */
export type Money = string;
/** A plain decimal, shortest, at most 24 places. */
export type Plain = string;
