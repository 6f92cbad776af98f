import type { Household } from '../../src/household/household.js';
import type { Scene } from '../../src/dialogue/possible/scene.js';
import { WHOLE, type Class, type Unknown } from '../../src/dialogue/unknown.js';
import { variantOf, type Answer } from '../../src/dialogue/variant.js';
import { dice as diceOf, type Dice } from '../fixtures/dice.js';

/** Random ways of saying what nobody said: some or nearly all of it, numbers anywhere in their span, half of them at its ends. */
export function completionsOf(scene: Scene, count: number, seed: number): Household[] {
  const dice = diceOf(seed);
  return Array.from({ length: count }, (_, i) => {
    const said = [...scene.unknowns.values()].filter(() => (i % 2 === 0 ? !dice.oneIn(10) : dice.oneIn(2)));
    return variantOf(
      scene.household,
      said.map((unknown) => ({ unknown, is: drawn(dice, unknown) })),
    );
  });
}

function drawn(dice: Dice, { classes, fact }: Unknown): Class {
  const one = dice.pick(classes);
  if (one.kind !== 'span' || one.lo === one.hi) return one;
  const [lo, hi] = [Math.max(one.lo, -1e4), Math.min(one.hi, 1e5)];
  const turn = dice.below(4);
  const free = lo + ((hi - lo) * dice.below(10_000)) / 10_000;
  const value = turn === 0 ? lo : turn === 1 ? hi : free;
  const said = fact !== null && WHOLE.has(fact.type) ? Math.round(value) : Math.max(lo, Math.floor(value * 100) / 100);
  return { kind: 'span', lo: said, hi: said };
}

/** Every way of saying what is unknown, silence included; null where there are too many, or a number may be anything. */
export function everyCompletion(scene: Scene, most: number): Household[] | null {
  let all: Answer[][] = [[]];
  for (const unknown of scene.unknowns.values()) {
    const classes = scene.open[unknown.at]!;
    if (classes.some((one) => one.kind === 'span' && one.lo !== one.hi)) return null;
    if (all.length * classes.length > most) return null;
    all = all.flatMap((some) => classes.map((is) => [...some, { unknown, is }]));
  }
  return all.map((answers) => variantOf(scene.household, answers));
}
