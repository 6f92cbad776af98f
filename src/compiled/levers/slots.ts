import type { Lever, Target } from '../../model/needs.js';
import { noted, type Compiler } from '../compiler/compiler.js';
import { numberIn, truthIn, wordIn } from '../compiler/lift.js';
import { conditionOf } from '../formulas/conditions.js';
import { contextOf } from '../compiler/context.js';
import { numberOf } from '../formulas/expressions.js';
import { askedFact } from '../inference/facts.js';
import { isWordFact } from '../inference/filling.js';
import { billAmount } from '../lines/bill-amounts.js';
import { incomeSlots } from '../lines/incomes.js';
import type { NumberSlot, Rows, Slot, TruthSlot, WordSlot } from '../machine/slots.js';
import { wordOf } from '../formulas/words.js';

/** One thing a lever changes, and the value it gets, read in the run before. */
export interface LeverTarget {
  readonly target: Target;
  readonly rows: Rows;
  readonly raw: NumberSlot | WordSlot;
  readonly value: NumberSlot | WordSlot;
  /** An income's line comes into being. */
  readonly listed: TruthSlot | null;
  readonly age: boolean;
}

export interface LeverSlots {
  readonly lever: Lever;
  readonly rows: Rows;
  readonly has: TruthSlot | null;
  readonly when: TruthSlot | null;
  /** Whose facts a household lever changes. */
  readonly who: TruthSlot | null;
  readonly targets: readonly LeverTarget[];
  readonly once: NumberSlot | null;
}

export function leverSlots(c: Compiler, lever: Lever): LeverSlots {
  return noted(c, `lever ${lever.id}`, () => {
    const ctx = contextOf(lever.id);
    const rows: Rows = lever.for;
    const test = (condition: Lever['has'], as: Rows): TruthSlot | null =>
      condition === null ? null : truthIn(c, conditionOf(c, condition, ctx), as);
    return {
      lever,
      rows,
      has: test(lever.has, rows),
      when: test(lever.when, rows),
      who: test(lever.who, 'person'),
      targets: lever.assume.map(({ target, value }): LeverTarget => {
        const at = placeOf(c, target);
        const read: Rows = at.rows === 'person' ? 'person' : 'household';
        const slot = at.words ? wordIn(c, wordOf(c, value, ctx), read) : numberIn(c, numberOf(c, value, ctx), read);
        return { target, rows: at.rows, raw: at.raw, value: slot, listed: at.listed, age: at.age };
      }),
      once: lever.once === null ? null : numberIn(c, numberOf(c, lever.once, ctx), rows),
    };
  });
}

/** What decides a lever and what it sets. */
export function slotsRead(lever: LeverSlots): Slot[] {
  return [lever.has, lever.when, lever.who, lever.once, ...lever.targets.map(({ value }) => value)].filter(
    (slot) => slot !== null,
  );
}

function placeOf(
  c: Compiler,
  target: Target,
): { rows: Rows; raw: NumberSlot | WordSlot; listed: TruthSlot | null; words: boolean; age: boolean } {
  if (target.of === 'income') {
    const { month, listed, rows } = incomeSlots(c, target.kind);
    return { rows, raw: month, listed, words: false, age: false };
  }
  if (target.of === 'bill') {
    const { raw, rows } = billAmount(c, target.id);
    return { rows, raw, listed: null, words: false, age: false };
  }
  const { raw, rows, fact } = askedFact(c, target.id);
  return { rows, raw, listed: null, words: isWordFact(fact), age: fact.type === 'age' };
}
