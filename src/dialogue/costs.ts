import type { Program } from '../compiled/program.js';
import type { Household } from '../household/household.js';
import type { Condition } from '../model/condition.js';
import type { Bill, Need } from '../model/needs.js';
import { namesIn, walkCondition } from '../model/walk.js';
import { evaluateVariants } from './evaluate-variants.js';
import { truthOf } from './possible/conditions.js';
import { lineOf, rowsOf } from './possible/lines.js';
import { keyOf, placeOf, type Scene } from './possible/scene.js';
import { NO, YES } from './possible/truth.js';

/** A bill worth asking first stands for at least this share of the needs. */
const LARGE = 0.15;

/** The one bill of the household that stands in for the largest part of its needs (the rent), while nobody named it. */
export function largestBill(program: Program, scene: Scene): Bill | null {
  const { household } = scene;
  const bills = unnamed(scene).filter((bill) => bill.for === 'household' && bill.replaces.length > 0);
  const wanted = [...scene.definitions.needs.values()].map((need) => ({
    lines: rowsOf(scene, need).map((row) => ({ need: need.id, row, sign: 1 as const })),
    incomes: [],
    need,
  }));
  const costs = evaluateVariants(program, [{ variants: [household], wanted }])[0]!.map((one) => -one[0]!);
  const total = wanted.reduce((sum, { need }, i) => sum + (need.optional ? 0 : costs[i]!), 0);
  let best: Bill | null = null;
  let most = total * LARGE;
  for (const bill of bills) {
    const sum = wanted.reduce((all, { need }, i) => all + (bill.replaces.includes(need.id) ? costs[i]! : 0), 0);
    if (sum > most) [best, most] = [bill, sum];
  }
  return best;
}

/** Keys of unknown facts that decide whether a bill's lines are there: what is asked before the bill itself. */
export function decidingFacts(scene: Scene, bill: Bill): string[] {
  const found: string[] = [];
  for (const id of bill.replaces) {
    const need = scene.definitions.needs.get(id);
    if (need === undefined || lineOf(scene, need, null).exists !== (YES | NO)) continue;
    walkCondition(need.when, {
      test: ({ ref }) => {
        const unknown = ref.of === 'fact' ? scene.unknowns.get(keyOf(ref.id, null)) : undefined;
        if (unknown !== undefined) found.push(unknown.name);
      },
    });
  }
  return found;
}

/** Costs that nothing stands in for and nobody named, of needs this household may have: bills with an `assume`. */
export function possibleCosts(scene: Scene): Bill[] {
  return unnamed(scene).filter(
    (bill) =>
      bill.assume !== null &&
      bill.for === 'household' &&
      [...scene.definitions.needs.values()].some((need) => mayRead(scene, need, bill)),
  );
}

const unnamed = ({ definitions, household }: Scene): Bill[] =>
  [...definitions.bills.values()].filter((bill) => !isNamed(household, bill));

const isNamed = ({ bills }: Household, { id }: Bill): boolean => bills.some((one) => one.bill === id);

/** A needed line reads the bill, and nothing but the bill itself keeps it away. */
function mayRead(scene: Scene, need: Need, bill: Bill): boolean {
  if (need.optional || need.for !== 'household') return false;
  const reads = need.amount !== null && namesIn(need.amount).some((ref) => ref.of === 'bill' && ref.id === bill.id);
  return reads && testsOf(need.when).every((one) => isOn(one, bill) || truthOf(one, placeOf(scene, null)).may !== NO);
}

/** The conditions that must all hold. */
function testsOf(when: Condition | null): readonly Condition[] {
  if (when === null) return [];
  return when.kind === 'all' ? when.of.flatMap(testsOf) : [when];
}

const isOn = (condition: Condition, bill: Bill): boolean =>
  condition.kind === 'test' && condition.ref.of === 'bill' && 'id' in condition.ref && condition.ref.id === bill.id;
