import type { Dice } from '../fixtures/dice.js';
import { moneyText, type Name } from './vocabulary.js';

const PROVENANCE = { status: 'assumption', note: 'drawn at random' };

/** A formula in money a month over names that always have a number. */
export function formulaOf(dice: Dice, names: readonly Name[], scope: 'person' | 'household'): string {
  const readable = names.filter(
    (name) => name.type === 'money' && !name.unknown && (scope === 'person' || name.scope === 'household'),
  );
  const atom = (): string =>
    readable.length > 0 && dice.oneIn(2) ? dice.pick(readable).id : `${moneyText(dice)} EUR/month`;
  const [a, b] = [atom(), atom()];
  return dice.pick([
    `${a} / 3 * 3`,
    `(${a} + ${b}) / 7`,
    `min(${a}; ${b}; 300 EUR/month)`,
    `max(${a}; ${b})`,
    `round(${a} / 3; 0.05)`,
    `33.3% * ${a}`,
    `monthly(yearly(${a}) + ${moneyText(dice)} EUR/year)`,
    `max(0 EUR/month; ${a} - ${b})`,
  ]);
}

/** A table over one or two keys, with a row for every value the keys may take. */
export function tableOf(dice: Dice, names: readonly Name[]): Record<string, unknown> {
  const keys = dice.some(
    names.filter(
      (name) => name.scope === 'person' && (name.type === 'yes-no' || name.type === 'word' || name.type === 'age'),
    ),
    2,
  );
  const drawn = dice.pick(['unique', 'first', 'lowest', 'highest', 'sum']);
  const hit = drawn === 'unique' && keys.some((key) => key.unknown || key.open || key.none) ? 'first' : drawn;
  const cells = keys.map((key) => cellsOf(key, hit === 'unique'));
  const combinations = cells.reduce<unknown[][]>(
    (rows, column) => rows.flatMap((row) => column.map((cell) => [...row, cell])),
    [[]],
  );
  const results = (): number | string => (dice.oneIn(5) ? `${moneyText(dice)} / 3` : Number(moneyText(dice)));
  const more = hit === 'unique' ? [] : [[...keys.map(() => 'any'), results()]];
  return {
    unit: dice.pick(['EUR/month', 'EUR/year', 'EUR/day']),
    by: keys.map((key) => key.id),
    ...(hit === 'unique' ? {} : { hit }),
    rows: [...combinations.map((row) => [...row, results()]), ...more],
    ...PROVENANCE,
  };
}

/** Cells that together take every value; `any` also takes what nobody said and what does not apply. */
function cellsOf(key: Name, exact: boolean): unknown[] {
  if (key.type === 'age') return ['..5', '6..17', '18..64', '65..'];
  const words: readonly string[] = key.type === 'yes-no' ? ['yes', 'no'] : key.words!;
  return exact ? [...words] : [words[0], 'any'];
}
