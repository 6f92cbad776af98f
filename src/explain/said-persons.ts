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
