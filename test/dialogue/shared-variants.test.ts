import { expect, test } from 'vitest';
import { sharedVariants, type Choices } from '../../src/dialogue/shared-variants.js';
import { choicesOf, type Side } from '../../src/dialogue/sides.js';
import { dice as diceOf, type Dice } from '../fixtures/dice.js';

/** How a part sees an unknown of some groups: which of them it does not tell apart. */
function side(unknown: number, place: readonly number[]): Side {
  const own = Math.max(...place) + 1;
  const members = Array.from({ length: own }, (_, k) => place.flatMap((one, group) => (one === k ? [group] : [])));
  const classes = members.map((groups) => groups.map((group) => ({ kind: 'word', word: String(group) }) as const));
  return { unknown, place: Int32Array.from(place), stands: classes.map(([one]) => one!), members, classes };
}

const choices = (...sides: Side[]): Choices => ({ sides, choices: choicesOf(sides) });

function drawn(dice: Dice): Choices[] {
  const sizes = Array.from({ length: 8 }, () => 2 + dice.below(4));
  return Array.from({ length: 1 + dice.below(12) }, () => {
    const unknowns = dice.some([...sizes.keys()], 4);
    return choices(
      ...unknowns.map((unknown) => {
        const own = 1 + dice.below(sizes[unknown]!);
        // each own group has a member
        return side(
          unknown,
          Array.from({ length: sizes[unknown]! }, (_, group) => (group < own ? group : dice.below(own))),
        );
      }),
    );
  });
}

test('every choice of every part is met in the variant that is named for it', () => {
  const dice = diceOf(3);
  let [needed, alone] = [0, 0];
  for (let run = 0; run < 200; run++) {
    const all = drawn(dice);
    const { sayings, of } = sharedVariants(all);
    for (const [at, { sides, choices: own }] of all.entries())
      for (const [c, choice] of own.entries())
        for (const [s, { unknown, place }] of sides.entries())
          expect(place[sayings[of[at]![c]!]!.get(unknown)!]).toBe(choice[s]);
    needed += sayings.length;
    alone += all.reduce((sum, one) => sum + one.choices.length, 0);
  }
  expect(needed).toBeLessThan(alone / 2);
});

test('parts that hang on different unknowns need no more variants than the one with most choices', () => {
  const one = choices(side(0, [0, 1, 2]), side(1, [0, 1]));
  const other = choices(side(2, [0, 1, 2, 3]));
  expect(sharedVariants([other, one]).sayings).toHaveLength(6);
});

test('a group that one part does not tell from another is left to the part that does', () => {
  const coarse = choices(side(0, [0, 0, 1]), side(1, [0, 1]));
  const fine = choices(side(0, [0, 1, 1]));
  expect(sharedVariants([coarse, fine]).sayings).toHaveLength(4);
});

test('where nothing is unknown there is one variant, the household itself', () => {
  expect(sharedVariants([choices()])).toEqual({ sayings: [new Map()], of: [Int32Array.of(0)] });
});
