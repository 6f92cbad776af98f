/** Households of the published Belgian figures, and what a pack says of them. Used by `npm run distance` and `npm run belgium`. */
import { safeAssess } from '../../src/assessment/assess.js';
import { monthIndex, type Month } from '../../src/calendar/month.js';
import type { NeedLine } from '../../src/model/evaluation.js';
import type { Pack } from '../../src/model/pack.js';
import { readPack } from '../../src/node/read-pack.js';

export type Person = Readonly<Record<string, string | number>>;

/** The month of the two totals of 2024. */
export const MONTH: Month = '2024-06';

export const woman: Person = { id: 'ann', role: 'head', age: 35, sex: 'female', work: 'unemployed' };
export const man: Person = { id: 'tom', role: 'head', age: 35, sex: 'male', work: 'unemployed' };
export const partner: Person = { ...man, role: 'partner' };
export const child = (age: number, more: Person = {}): Person => ({ id: 'kid', role: 'child', age, ...more });
export const couple = [woman, partner];
export const coupleWithTwo = [
  { ...woman, work: 'at-home' },
  { ...partner, work: 'employed' },
  { id: 'lou', role: 'child', age: 4, sex: 'female' },
  { id: 'leo', role: 'child', age: 2, sex: 'male' },
];

/** A pack from the files of this repository. */
export function packOf(id: string): Pack {
  const result = readPack('.', id);
  if (!result.ok) throw new Error(result.errors.map((error) => error.message).join('\n'));
  return result.value;
}

const known = new WeakMap<Pack, Map<string, readonly NeedLine[]>>();

/** The lines of a household that rents privately in Flanders; optional ones left out. Each household is assessed once. */
export function linesOf(pack: Pack, persons: readonly Person[], month: Month = MONTH): readonly NeedLine[] {
  const seen = known.get(pack) ?? new Map<string, readonly NeedLine[]>();
  known.set(pack, seen);
  const key = JSON.stringify([persons, month]);
  const lines = seen.get(key) ?? assessed(pack, persons, month);
  seen.set(key, lines);
  return lines;
}

function assessed(pack: Pack, persons: readonly Person[], month: Month): readonly NeedLine[] {
  return allLines(pack, { persons }, month).filter((line) => !line.optional);
}

/** All lines of a household in Flanders, optional ones too. */
export function allLines(pack: Pack, said: object, month: Month): readonly NeedLine[] {
  const household = { ...said, dwelling: { region: 'flanders', tenure: 'private-rent' } };
  const result = safeAssess(pack, household, { month, levers: 'none', trace: 'none' });
  if (!result.ok) throw new Error(result.errors.map((error) => error.message).join('\n'));
  return result.value.needs.lines;
}

/** The sum of references, credits subtracted. */
export const sumOf = (lines: readonly NeedLine[]): number =>
  lines.reduce((sum, line) => sum + Number(line.reference) * (line.credit ? -1 : 1), 0);

export const inBasket =
  (basket: string) =>
  (line: NeedLine): boolean =>
    line.basket === basket;

/** A series of the pack from one month to another, as a factor. */
export function growth(pack: Pack, series: string, from: string, to = MONTH): number {
  const found = pack.model.series.find(({ id }) => id === series);
  const value = (month: string): number => {
    const text = found?.months[(monthIndex(month) ?? 0) - found.first];
    if (text === undefined || text === null) throw new Error(`${series} has no ${month}`);
    return Number(text);
  };
  return value(to) / value(from);
}
