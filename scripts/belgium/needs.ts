/** The needs of the pack as docs/belgium.md lists them: their mean over the typical families, and what of it is guessed. */
import type { LineItem, NeedLine } from '../../src/model/evaluation.js';
import type { Pack } from '../../src/model/pack.js';
import { linesOf, sumOf, type Person } from './study.js';

export interface Row {
  readonly id: string;
  readonly basket: string;
  readonly euros: number;
  /** Euros of the lines whose weakest number is an assumption. */
  readonly assumed: number;
  /** "prices 3 of 5, numbers 5 of 5": how many numbers of its items are guesses; "the amount" without items. */
  readonly guessed: string;
}

export function needRows(pack: Pack): readonly Row[] {
  const all = pack.families.flatMap(({ household }) => linesOf(pack, personsOf(household)));
  const ids = [...new Set(all.map(({ id }) => needOf(id)))];
  return ids.map((id) => {
    const lines = all.filter((line) => needOf(line.id) === id);
    const assumed = lines.filter(isAssumed);
    return {
      id,
      basket: lines[0]?.basket ?? '',
      euros: sumOf(lines) / pack.families.length,
      assumed: sumOf(assumed) / pack.families.length,
      guessed: guessedOf(assumed),
    };
  });
}

function guessedOf(lines: readonly NeedLine[]): string {
  const items = lines.flatMap((line) => line.items ?? []);
  if (items.length === 0) return 'the amount';
  return (
    [
      ['prices', items, 'price'],
      ['numbers', items, 'quantity'],
      ['lifetimes', items.filter(({ lasts }) => lasts.endsWith('months')), 'lasts'],
    ] as const
  )
    .map(([name, of, part]) => [name, distinct(of), distinct(of.filter(({ status }) => status[part] === 'assumption'))])
    .filter(([, , guesses]) => guesses !== 0)
    .map(([name, all, guesses]) => `${name} ${guesses} of ${all}`)
    .join(', ');
}

const distinct = (items: readonly LineItem[]): number => new Set(items.map(({ id }) => id)).size;
const isAssumed = (line: NeedLine): boolean => line.status.reference === 'assumption';

export const needOf = (line: string): string => line.split('@')[0] ?? line;
export const personsOf = (household: unknown): readonly Person[] =>
  (household as { readonly persons: readonly Person[] }).persons;
