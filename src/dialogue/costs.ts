import type { Program } from '../compiled/program.js';
import { readsBill } from '../model/counted-bills.js';
import type { Condition } from '../model/condition.js';
import type { Bill, Need } from '../model/needs.js';
import { walkCondition } from '../model/walk.js';
import { evaluateVariants } from './evaluate-variants.js';
import { probesByUnknown } from './groups.js';
import { truthOf } from './possible/conditions.js';
import { lineOf, rowsOf } from './possible/lines.js';
import { keyOf, placeOf, type Scene } from './possible/scene.js';
import { NO, YES } from './possible/truth.js';
import type { Unknown } from './unknown.js';

/** A bill worth asking first stands for at least this share of the needs. */
const LARGE = 0.15;

/** What the lines of each need come to now, with what is assumed, in steps; and all needs together. */
interface Costs {
  readonly total: number;
  /** What a step is worth. */
  readonly step: number;
  /** Lines of one need: of a person's row, or null for all its lines. */
  of(need: string, row: number | null): number;
}

/** Both questions below ask them of the same scene. */
const known = new WeakMap<Scene, Costs>();

function costsOf(program: Program, scene: Scene): Costs {
  let costs = known.get(scene);
  if (costs === undefined) known.set(scene, (costs = addedUp(program, scene)));
  return costs;
}

function addedUp(program: Program, scene: Scene): Costs {
  const needs = [...scene.definitions.needs.values()];
  const lines = needs.flatMap((need) => rowsOf(scene, need).map((row) => ({ need: need.id, row, sign: 1 as const })));
  const wanted = lines.map((line) => ({ lines: [line], incomes: [] }));
  const [found = []] = evaluateVariants(program, [scene.household], [{ of: [0], wanted }]);
  const steps = found.map((one) => -one[0]!);
  const optional = new Set(needs.filter((need) => need.optional).map(({ id }) => id));
  const sum = (fits: (line: (typeof lines)[number]) => boolean): number =>
    lines.reduce((all, line, at) => all + (fits(line) ? steps[at]! : 0), 0);
  return {
    total: sum(({ need }) => !optional.has(need)),
    step: Number(program.model.pack.rounding),
    of: (need, row) => sum((line) => line.need === need && (row === null || line.row === row)),
  };
}

/** What the lines come to for which a bill stands in. */
const standsFor = ({ replaces }: Bill, row: number | null, costs: Costs): number =>
  replaces.reduce((all, need) => all + costs.of(need, row), 0);

/** The one bill of the household that stands in for the largest part of its needs (the rent), while nobody named it. */
export function largestBill(program: Program, scene: Scene): Bill | null {
  const costs = costsOf(program, scene);
  let best: Bill | null = null;
  let most = costs.total * LARGE;
  for (const bill of scene.definitions.bills.values()) {
    if (bill.for !== 'household' || isNamed(scene, bill, null)) continue;
    const sum = standsFor(bill, null, costs);
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

/**
 * Costs that nobody named and that are worth a question: those that nothing stands in for, of needs this household may have (bills
 * with an `assume`), those of a person whose reference is no small part of the needs (childcare), and those that may be much more
 * than is usual. A person's with `@id`.
 */
export function possibleCosts(program: Program, scene: Scene): string[] {
  const costs = costsOf(program, scene);
  const { persons, members } = scene.household;
  return [...scene.definitions.bills.values()].flatMap((bill) => {
    const rows = bill.for === 'household' ? [null] : Array.from({ length: members }, (_, row) => row);
    return rows
      .filter((row) => !isNamed(scene, bill, row) && isWorthAsking(scene, bill, row, costs))
      .map((row) => (row === null ? bill.id : `${bill.id}@${persons[row]!.id}`));
  });
}

/** The largest bill, then the others that are worth a question, as long as nobody named them. */
export function costsWorthAsking(program: Program, scene: Scene): string[] {
  const largest = largestBill(program, scene);
  const others = possibleCosts(program, scene);
  return largest === null ? others : [largest.id, ...others.filter((id) => id !== largest.id)];
}

/** A person's bill that stands for at least this share of the needs is asked with the other costs. */
const NOTABLE = 0.05;

function isWorthAsking(scene: Scene, bill: Bill, row: number | null, costs: Costs): boolean {
  if (bill.assume !== null)
    return [...scene.definitions.needs.values()].some((need) => mayRead(scene, need, bill, row));
  const usual = standsFor(bill, row, costs);
  return (row !== null && usual > costs.total * NOTABLE) || (usual > 0 && maySoar(bill, costs));
}

/** It counts wherever it is more than what is usual, and may be much more (care and medicines). */
function maySoar({ take, plausible }: Bill, { total, step }: Costs): boolean {
  return take === 'larger' && plausible?.below != null && Number(plausible.below) > total * step * LARGE;
}

const isNamed = ({ household }: Scene, { id }: Bill, row: number | null): boolean =>
  household.bills.some((one) => one.bill === id && one.of === row);

/** A needed line reads the bill, and nothing but the bill itself keeps it away. */
function mayRead(scene: Scene, need: Need, bill: Bill, row: number | null): boolean {
  if (need.optional || (need.for === 'household') !== (row === null) || !readsBill(need, bill)) return false;
  return testsBeside(need, bill).every((one) => truthOf(one, placeOf(scene, row)).may !== NO);
}

/** Facts that nobody said and that decide whether a cost of the household is one at all: whether it repays a loan for its home. */
export function undecidedFor(scene: Scene, cost: string): readonly Unknown[] {
  const bill = scene.definitions.bills.get(cost);
  if (bill === undefined || bill.for !== 'household') return [];
  const all = [...scene.unknowns.values()];
  return [...scene.definitions.needs.values()]
    .filter((need) => mayRead(scene, need, bill, null))
    .flatMap((need) => testsBeside(need, bill))
    .map((one) => truthOf(one, placeOf(scene, null)))
    .filter(({ may }) => may !== YES)
    .flatMap(({ deps }) => [...probesByUnknown(scene, deps).keys()].map((at) => all[at]!))
    .filter(({ fact }) => fact !== null);
}

/** Some line of the household still has its reference, where a bill that nobody named would stand in for it. */
export function hasUsualBills(program: Program, scene: Scene): boolean {
  const costs = costsOf(program, scene);
  const { members } = scene.household;
  return [...scene.definitions.bills.values()].some((bill) => {
    const rows = bill.for === 'household' ? [null] : Array.from({ length: members }, (_, row) => row);
    return rows.some((row) => !isNamed(scene, bill, row) && standsFor(bill, row, costs) > 0);
  });
}

const testsBeside = ({ when }: Need, bill: Bill): readonly Condition[] =>
  testsOf(when).filter((one) => !isOn(one, bill));

/** The conditions that must all hold. */
function testsOf(when: Condition | null): readonly Condition[] {
  if (when === null) return [];
  return when.kind === 'all' ? when.of.flatMap(testsOf) : [when];
}

const isOn = (condition: Condition, bill: Bill): boolean =>
  condition.kind === 'test' && condition.ref.of === 'bill' && 'id' in condition.ref && condition.ref.id === bill.id;
