import type { Paid } from '../../household/household.js';
import { valueOf } from './expressions.js';
import { add, divide, inSteps, literal, multiply, type Span } from './interval.js';
import { either, inFormula, KNOWN, numberIn, point, settled, withDeps, ZERO_OPEN, type Possible } from './possible.js';
import { keyOf, placeOf, valueBit, type Scene } from './scene.js';

/** All that comes in a month of one kind for one owner, unrounded. */
export function incomeOf(scene: Scene, kind: string, row: number | null): Possible {
  const key = keyOf(`income ${kind}`, row);
  let known = scene.memo.get(key);
  if (known === undefined) scene.memo.set(key, (known = settled(monthOf(scene, kind, row))));
  return known;
}

function monthOf(scene: Scene, kind: string, row: number | null): Possible {
  const unknown = scene.unknowns.get(keyOf(`income ${kind}`, row));
  if (unknown === undefined) {
    const said = scene.household.incomes.filter((one) => one.kind === kind && one.of === row);
    if (said.length > 0) return spanned(said.map((one) => paidMonth(scene, one, one.times)).reduce(add));
    return scene.household.incomesComplete ? point(0) : ZERO_OPEN;
  }
  let found: Possible | null = null;
  for (const one of scene.open[unknown.at]!)
    found = either(found, one.kind === 'span' ? numberIn(one.lo, one.hi) : ZERO_OPEN);
  return withDeps(found!, valueBit(scene, unknown.at));
}

const spanned = ({ lo, hi }: Span): Possible => numberIn(lo, hi);

/** The month of something paid. */
export function paidMonth(scene: Scene, paid: Paid, times: string | null = null): Span {
  const { weeks, days } = scene.model.pack.calendar;
  const often = times ?? { day: days, week: weeks, month: '12', year: '1' }[paid.period];
  const amount = literal(paid.amount);
  return often === '12' ? amount : divide(multiply(amount, literal(often)), literal('12'));
}

/** All kinds with a tag; a household's are its members' and its own. */
export function incomesOf(scene: Scene, tag: string, row: number | null): Possible {
  const owners = row === null ? [...scene.household.persons.slice(0, scene.household.members).keys(), null] : [row];
  let sum: Span = { lo: 0, hi: 0 };
  let [states, deps] = [KNOWN, 0n];
  for (const owner of owners)
    for (const income of scene.definitions.incomes.values()) {
      if (!income.tags.includes(tag) || (income.for === 'person') !== (owner !== null)) continue;
      const month = incomeOf(scene, income.id, owner);
      sum = add(sum, month);
      states |= month.states;
      deps |= month.deps;
    }
  return settled(numberIn(sum.lo, sum.hi, deps, states));
}

/** What is counted of a kind in the balance, in steps of rounding; null where there is no such income. */
export function countedOf(scene: Scene, kind: string, row: number | null): Possible | null {
  const income = scene.definitions.incomes.get(kind)!;
  const isListed = scene.household.incomes.some((one) => one.kind === kind && one.of === row);
  if (!isListed && scene.household.incomesComplete) return null;
  const amount = incomeOf(scene, kind, row);
  const counts = inFormula(valueOf(income.counts, { ...placeOf(scene, row), amount }));
  const { lo, hi } = inSteps(counts, literal(scene.model.pack.rounding));
  return settled(numberIn(lo, hi, counts.deps));
}
