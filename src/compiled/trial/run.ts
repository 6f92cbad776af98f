import { type Batch, readTruth, readWord, valuesOf, writeTruth, writeWord } from '../machine/batch.js';
import { forgetExact, readExact } from '../machine/exact-values.js';
import { runSteps } from '../machine/run-steps.js';
import { setNumber } from '../input/encode.js';
import { hear } from '../input/silence.js';
import { slotsRead, type LeverSlots, type LeverTarget } from '../levers/slots.js';
import { touchedBy, type Touched } from './keep.js';
import { multiply, whole } from '../machine/nums.js';
import { keptFor, type Program } from '../program.js';
import { leading, reached } from '../machine/reach.js';
import { YES, type Slot } from '../machine/slots.js';
import type { Step } from '../machine/step.js';

/** The steps a lever runs again, and the columns they write. */
export interface Slice {
  readonly steps: readonly Step[];
  readonly touched: Touched;
}

/** Steps to the balance alone. */
const toBalance = keptFor((program): readonly Step[] => leading(program.beforePolicy, [program.sums.balance]));

/** Steps to the balance and to what decides levers. */
const toLevers = keptFor((program): readonly Step[] =>
  leading(program.beforePolicy, [program.sums.balance, ...program.levers.flatMap(slotsRead)]),
);

/** The slice of a lever: to the balance alone, or also to what decides the other levers. */
export function leverSlice(program: Program, lever: LeverSlots, whole: boolean): Slice {
  const slices = (whole ? slicesToLevers : slicesToBalance)(program);
  let slice = slices.get(lever);
  if (slice === undefined) {
    const steps = reached((whole ? toLevers : toBalance)(program), slotsSet(lever));
    slices.set(lever, (slice = { steps, touched: touchedBy(program, [lever], steps) }));
  }
  return slice;
}

const slicesToBalance = keptFor(() => new Map<LeverSlots, Slice>());
const slicesToLevers = keptFor(() => new Map<LeverSlots, Slice>());

/** What any chain of levers may change. */
export const anyLever = keptFor((program): Touched => {
  const { levers } = program;
  return touchedBy(program, levers, reached(toLevers(program), levers.flatMap(slotsSet)));
});

function slotsSet({ targets }: LeverSlots): Slot[] {
  return targets.flatMap(({ raw, listed }) => (listed === null ? [raw] : [raw, listed]));
}

/** Changes facts, incomes and bills for all rows at once; values are read before anything changes. */
export function applyLever(program: Program, batch: Batch, lever: LeverSlots, rows: readonly number[]): void {
  const changes: (() => void)[] = [];
  for (const target of lever.targets) {
    for (const { from, to } of placesOf(batch, lever, target, rows)) {
      const { value, raw, listed } = target;
      hear(batch, raw);
      if (listed !== null) hear(batch, listed);
      const at = value.rows === 'household' ? 0 : from;
      if (value.kind === 'word') {
        const code = readWord(batch, value, at);
        if (raw.kind === 'word') changes.push(() => writeWord(batch, raw, to, code));
        continue;
      }
      const { arena } = program.compiler;
      const read = readExact(batch, value, at);
      const number = target.age ? multiply(arena, read, whole(arena, 12)) : read;
      changes.push(() => {
        if (raw.kind === 'number') setNumber(batch, raw, number, to);
        if (listed !== null) writeTruth(batch, listed, to, YES);
      });
    }
    if (target.target.of === 'bill') {
      const { id } = target.target;
      const split = program.splits.findIndex(({ bill }) => bill.id === id);
      changes.push(() => batch.setBills.add(split));
    }
  }
  for (const change of changes) change();
}

/** Which rows a target changes, and from which row each is read. */
function placesOf(
  batch: Batch,
  lever: LeverSlots,
  target: LeverTarget,
  rows: readonly number[],
): { from: number; to: number }[] {
  if (lever.rows === 'person') return rows.map((row) => ({ from: row, to: target.rows === 'person' ? row : 0 }));
  if (target.rows === 'household') return [{ from: 0, to: 0 }];
  const members = Array.from({ length: batch.members[0]! }, (_, row) => row);
  const { who } = lever;
  return members
    .filter((row) => who === null || readTruth(batch, who, row) === YES)
    .map((row) => ({ from: row, to: row }));
}

/** Runs a lever on top of the run at hand. */
export function runLever(
  program: Program,
  batch: Batch,
  lever: LeverSlots,
  rows: readonly number[],
  steps: readonly Step[],
): void {
  batch.setBills.clear();
  applyLever(program, batch, lever, rows);
  batch.before = program.follows ? program.splits.map(({ references }) => valuesOf(batch, references).slice()) : null;
  forgetExact(batch);
  runSteps(batch, steps);
  batch.before = null;
}
