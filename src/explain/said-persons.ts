import { dateParts, monthIndex } from '../calendar/month.js';

type Said = Readonly<Record<string, unknown>>;

/** A person as the input says them. */
export interface SaidPerson {
  readonly id: string;
  readonly said: Said;
  /** Somebody outside the budget. */
  readonly other: boolean;
}

/** Members, then others, in order of place; who has no id is p1, p2 …, o1 … as in the document. */
export function saidPersons(input: Said): readonly SaidPerson[] {
  return [...listed(input['persons'], 'p'), ...listed(input['others'], 'o')];
}

function listed(list: unknown, letter: 'p' | 'o'): SaidPerson[] {
  return ((list ?? []) as readonly Said[]).map((said, at) => ({
    id: typeof said['id'] === 'string' ? said['id'] : `${letter}${at + 1}`,
    said,
    other: letter === 'o',
  }));
}

/** Whole months of age on the first of a month; of an age in years, as many as are certain; null where nothing is said. */
export function monthsSaid({ age, born: day }: Said, month: string): number | null {
  if ((typeof age === 'number' || typeof age === 'string') && /^\d+$/.test(`${age}`)) return Number(age) * 12;
  const born = typeof day === 'string' ? dateParts(day) : null;
  const now = monthIndex(month);
  return born === null || now === null ? null : now - (born.year * 12 + born.month - 1) - (born.day > 1 ? 1 : 0);
}
