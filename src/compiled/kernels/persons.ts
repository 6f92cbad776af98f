/** Which persons an aggregate goes over: first and end of the rows, and the row left out (-1 = none). */
export type Over = 'person' | 'fellow' | 'other' | 'resident';

/** First row of a household's persons of the kind. */
export function firstOf(over: Over, start: number, members: number): number {
  return over === 'other' ? start + members : start;
}

/** End of a household's persons of the kind. */
export function endOf(over: Over, start: number, members: number, end: number): number {
  return over === 'person' || over === 'fellow' ? start + members : end;
}
