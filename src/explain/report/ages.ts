import type { Assessment } from '../../assessment/document.js';
import { monthsSaid, saidPersons } from '../said-persons.js';

/** A person of the household as the document knows it. */
export interface Aged {
  readonly id: string;
  readonly role: string | null;
  /** Whole months on the first of the month; null where the document does not say. */
  readonly months: number | null;
  /** Somebody outside the budget. */
  readonly other: boolean;
  readonly said: Readonly<Record<string, unknown>>;
}

/** Members, then others, in order of place. Without input, the members alone. */
export function agesOf(assessment: Assessment): readonly Aged[] {
  const { input, needs } = assessment;
  if (input === null) return Object.keys(needs.persons).map((id) => aged(assessment, id, {}, false));
  return saidPersons(input).map(({ id, said, other }) => aged(assessment, id, said, other));
}

type Said = Readonly<Record<string, unknown>>;

function aged({ trace, month }: Assessment, id: string, said: Said, other: boolean): Aged {
  const node = trace?.nodes.find((one) => one.id === `fact/person.age@${id}`);
  const role = typeof said['role'] === 'string' ? said['role'] : null;
  return {
    id,
    role,
    months: (node?.kind === 'fact' ? node.months : undefined) ?? monthsSaid(said, month),
    other,
    said,
  };
}
