import type { Dice } from '../fixtures/dice.js';
import { moneyText, type Name } from './vocabulary.js';

/** One test of a name, as it stands in a condition. */
function testOf(dice: Dice, name: Name): unknown {
  const test = plainTest(dice, name);
  const standsAlone = typeof test !== 'object' || Array.isArray(test);
  return standsAlone && dice.oneIn(4) ? { not: test } : test;
}

function plainTest(dice: Dice, name: Name): unknown {
  const silence = name.unknown && name.asked === true && dice.oneIn(3);
  switch (name.type) {
    case 'yes-no': {
      const word = dice.pick(['yes', 'no']);
      return silence ? [word, 'unknown'] : word;
    }
    case 'word': {
      const words = dice.some(name.words!, 2);
      return silence ? [...words, 'unknown'] : words.length === 1 ? words[0] : words;
    }
    case 'age':
      return dice.pick(['..5', '6..11', '12..17', '18..', '..64', '65..', '6..18 months']);
    case 'whole':
      return dice.pick<unknown>(['1..', '..2', '2..4', 3, { above: 1 }, { from: 1, to: 5 }]);
    case 'money':
      return dice.pick<unknown>([
        { above: Number(moneyText(dice)) },
        { below: Number(moneyText(dice)) },
        `0..<${1 + dice.below(300)}`,
        { from: 0.01, to: 250.5 },
      ]);
  }
}

/** A condition of one to three tests, sometimes with any, all, none. */
export function conditionOf(dice: Dice, names: readonly Name[], depth = 1): Record<string, unknown> {
  const condition: Record<string, unknown> = {};
  for (const name of dice.some(names, depth === 0 ? 1 : 2)) condition[name.id] = testOf(dice, name);
  if (depth > 0 && dice.oneIn(3))
    condition[dice.pick(['any', 'all', 'none'])] = Array.from({ length: 1 + dice.below(2) }, () =>
      conditionOf(dice, names, depth - 1),
    );
  return condition;
}

/** What a condition over these names may meet. */
export function meets(condition: unknown, names: readonly Name[]): { unknown: boolean; open: boolean } {
  const found = { unknown: false, open: false };
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit);
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      const name = names.find((one) => one.id === key);
      if (name !== undefined) {
        found.unknown ||= name.unknown;
        found.open ||= name.open;
      }
      visit(inner);
    }
  };
  visit(condition);
  return found;
}
