import type { Bill, Need } from '../../model/needs.js';
import { billOf } from './bills.js';
import { add, inSteps, largest, literal, smallest, type Span } from './interval.js';
import { paidMonth } from './incomes.js';
import { lineOf, rowsOf } from './lines.js';
import { numberIn, settled, UNKNOWN, type Possible } from './possible.js';
import type { Scene } from './scene.js';
import { NO, YES } from './truth.js';

/** One line: a need, and whose. */
export interface LineAt {
  readonly need: Need;
  readonly row: number | null;
}

/** Lines whose needs are settled together: those one bill stands in for, or one line by itself. */
export interface Settlement {
  readonly bill: Bill | null;
  readonly lines: readonly LineAt[];
}

/** The bill that stands in for a need's lines, where it is said or assumed. */
function billFor(
  scene: Scene,
  need: Need,
  row: number | null,
): { readonly bill: Bill; readonly payer: number | null } | null {
  for (const bill of scene.definitions.bills.values()) {
    if (!bill.replaces.includes(need.id)) continue;
    const payer = bill.for === 'person' ? row : null;
    return billOf(scene, bill.id, payer).states === UNKNOWN ? null : { bill, payer };
  }
  return null;
}

/** All lines of the household by what settles them. */
export function settlementsOf(scene: Scene): Settlement[] {
  const found = new Map<string, { bill: Bill | null; lines: LineAt[] }>();
  for (const need of scene.definitions.needs.values())
    for (const row of rowsOf(scene, need)) {
      const billed = billFor(scene, need, row);
      const key = billed === null ? `line ${need.id} ${row ?? ''}` : `bill ${billed.bill.id} ${billed.payer ?? ''}`;
      const one = found.get(key) ?? { bill: billed?.bill ?? null, lines: [] };
      found.set(key, one);
      one.lines.push({ need, row });
    }
  return [...found.values()];
}

/** What the needs of lines settled together may add up to, in steps: credits subtracted, optional lines left out. */
export function settledNeeds(scene: Scene, { bill, lines }: Settlement): Possible {
  const counted = lines.filter(({ need }) => !need.optional);
  const judged = scene.household.overrides.some((one) => lines.some((line) => isJudged(one, line)));
  if (bill === null || judged || counted.length < lines.length || counted.some(({ need }) => need.credit)) {
    let sum: Span = { lo: 0, hi: 0 };
    let deps = 0n;
    for (const { need, row } of counted) {
      const one = paidOf(scene, need, row);
      sum = add(sum, need.credit ? { lo: -one.hi, hi: -one.lo } : one);
      deps |= one.deps;
    }
    return settled(numberIn(sum.lo, sum.hi, deps));
  }
  return together(scene, bill, lines);
}

const isJudged = (one: Scene['household']['overrides'][number], { need, row }: LineAt): boolean =>
  one.line === need.id && one.of === row;

/** A bill over all its lines at once: split or not, the parts add up to it. */
function together(scene: Scene, bill: Bill, lines: readonly LineAt[]): Possible {
  const all = lines.map(({ need, row }) => lineOf(scene, need, row));
  const references = all.map(({ steps }) => steps).reduce<Span>(add, { lo: 0, hi: 0 });
  const amount = billOf(scene, bill.id, bill.for === 'person' ? lines[0]!.row : null);
  const paid = inSteps(amount, literal(scene.model.pack.rounding));
  const taken =
    bill.take === 'bill'
      ? paid
      : bill.take === 'larger'
        ? largest([paid, references])
        : bill.take === 'smaller'
          ? smallest([paid, references])
          : references;
  const somebody = all.some(({ exists }) => exists === YES);
  const nobody = all.every(({ exists }) => exists === NO);
  const deps = all.reduce((some, { steps, presence }) => some | steps.deps | presence, amount.deps);
  if (nobody) return numberIn(0, 0, 0n);
  return settled(
    numberIn(somebody ? taken.lo : Math.min(0, taken.lo), somebody ? taken.hi : Math.max(0, taken.hi), deps),
  );
}

/** The need of one line by itself: its reference, a part of its bill, or a worker's judgement. */
export function paidOf(scene: Scene, need: Need, row: number | null): Possible {
  const { exists, presence, steps } = lineOf(scene, need, row);
  const judged = scene.household.overrides.find((one) => isJudged(one, { need, row }));
  if (judged?.paid != null) {
    const by = inSteps(paidMonth(scene, judged.paid), literal(scene.model.pack.rounding));
    const surely = exists === YES;
    if (exists === NO) return numberIn(0, 0);
    const deps = steps.deps | presence;
    return settled(numberIn(surely ? by.lo : Math.min(0, by.lo), surely ? by.hi : Math.max(0, by.hi), deps));
  }
  const billed = billFor(scene, need, row);
  if (billed === null || exists === NO) return steps;
  const amount = billOf(scene, billed.bill.id, billed.payer);
  const whole = inSteps(amount, literal(scene.model.pack.rounding));
  const alone = billed.bill.replaces.length === 1 && (need.for === 'household' || billed.bill.for === 'person');
  // part of a bill that others share: anything up to the whole of it, or the reference
  const least = alone && billed.bill.take === 'bill' && exists === YES ? whole.lo : Math.min(0, steps.lo, whole.lo);
  const most = alone && billed.bill.take === 'bill' ? whole.hi : Math.max(whole.hi, steps.hi);
  return settled(numberIn(least, most, steps.deps | amount.deps | sharedDeps(scene, billed.bill)));
}

/** A bill is split by all references it stands in for. */
function sharedDeps(scene: Scene, bill: Bill): bigint {
  let deps = 0n;
  for (const id of bill.replaces) {
    const need = scene.definitions.needs.get(id);
    for (const row of need === undefined ? [] : rowsOf(scene, need)) {
      const { steps, presence } = lineOf(scene, need!, row);
      deps |= steps.deps | presence;
    }
  }
  return deps;
}
