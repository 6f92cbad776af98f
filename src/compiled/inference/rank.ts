import { faultIn } from '../../model/diagnostic.js';
import type { Rule } from '../../model/facts.js';
import {
  type Batch,
  errorsOf,
  readError,
  readState,
  readTruth,
  readValue,
  statesOf,
  valuesOf,
  writeError,
  writeState,
} from '../machine/batch.js';
import { readExact } from '../machine/exact-values.js';
import { addStep, type Compiler } from '../compiler/compiler.js';
import { numberSlot } from '../compiler/new-slots.js';
import { numberForPersons } from '../compiler/lift.js';
import type { Context } from '../compiler/context.js';
import { compare, whole } from '../machine/nums.js';
import {
  KNOWN,
  NO,
  NO_STATUS,
  NONE,
  OPEN,
  UNDECIDED,
  UNKNOWN,
  YES,
  type NumberSlot,
  type TruthSlot,
} from '../machine/slots.js';
import { eachRow, overPersons, whereOf } from './over-persons.js';

export type Rank = Extract<Rule, { kind: 'rank' }>;

/** 1, 2, 3 … by a number; of equals the older comes first, then the smaller id. */
export function rankNumber(c: Compiler, rule: Rank, ctx: Context): NumberSlot {
  const where = whereOf(c, rule.where, ctx);
  const by = numberForPersons(c, c.names.number(c, rule.by, ctx, 'months'));
  const { over, largestFirst } = rule;
  const lost = ctx.unknowable ? UNKNOWN : OPEN;
  const slot: NumberSlot = numberSlot(c, {
    rows: 'person',
    reads: [where, by].filter((one): one is TruthSlot | NumberSlot => one !== null),
    stateful: true,
    whole: true,
    status: NO_STATUS,
    exact: (batch, row) => {
      if (Number.isNaN(readError(batch, slot, row)))
        overPersons(batch, over, 'person', row, (p) => void readExact(batch, by, p));
      return whole(c.arena, readValue(batch, slot, row));
    },
  });
  addStep(c, {
    reads: slot.reads,
    writes: [slot],
    beyondColumns: true,
    write: ({ batch, run }) => {
      const v = valuesOf(batch, slot);
      const s = statesOf(batch, slot);
      const holds = (p: number): number => (where === null ? YES : readTruth(batch, where, p));
      const rankRow = (row: number, first: number, end: number, skip: number): void => {
        v[row] = 0;
        s[row] = NONE;
        if (row === skip || row < first || row >= end) return;
        if (holds(row) === NO || readState(batch, by, row) === NONE) return;
        let state = KNOWN;
        let rank = 1;
        const tied: number[] = [];
        for (let p = first; p < end; p++)
          if (p !== row && holds(p) === YES && readState(batch, by, p) === KNOWN && orderOf(batch, p, row, by) === 0)
            tied.push(p);
        if (tied.length > 0) tied.push(row);
        for (let p = first; p < end; p++) {
          const is = holds(p);
          if (is === NO || readState(batch, by, p) === NONE) continue;
          if (is === UNDECIDED) state = lost;
          else state = Math.max(state, readState(batch, by, p));
          if (p !== row && before(batch, p, row, by, largestFirst, tied)) rank++;
        }
        v[row] = state === KNOWN ? rank : 0;
        s[row] = state;
      };
      /** Among values that cannot be had there is no rank: told where it is used. */
      const rankOrFail: typeof rankRow = (row, ...others) => {
        try {
          rankRow(row, ...others);
        } catch (error) {
          faultIn(error);
          writeError(batch, slot, row, NaN);
          writeState(batch, slot, row, KNOWN);
          batch.failed = true;
        }
      };
      run(() => {
        errorsOf(batch, slot).fill(0);
        eachRow(batch, over, 'person', rankOrFail);
      });
    },
  });
  return slot;
}

/** Whether p comes before q among the persons `from` … `end`. */
function before(
  batch: Batch,
  p: number,
  q: number,
  by: NumberSlot,
  largestFirst: boolean,
  tied: readonly number[],
): boolean {
  const order = orderOf(batch, p, q, by);
  if (order !== 0) return largestFirst ? order > 0 : order < 0;
  const h = batch.household[p]!;
  const { persons } = batch.households[h]!;
  const start = batch.start[h]!;
  const one = persons[p - start]!;
  const two = persons[q - start]!;
  const byDay = tied.every((r) => 'born' in persons[r - start]!.age);
  if (byDay && 'born' in one.age && 'born' in two.age && one.age.born !== two.age.born)
    return one.age.born < two.age.born;
  return one.id < two.id;
}

/** Below 0: p has less. Throws where one of the values cannot be had, which a whole number does not show by itself. */
function orderOf(batch: Batch, p: number, q: number, by: NumberSlot): number {
  const apart = readValue(batch, by, p) - readValue(batch, by, q);
  const slack = readError(batch, by, p) + readError(batch, by, q);
  const sure = by.whole ? !Number.isNaN(slack) : Math.abs(apart) > slack + 1e-23;
  return sure ? apart : compare(readExact(batch, by, p), readExact(batch, by, q));
}
