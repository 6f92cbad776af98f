import type { Evaluation, IncomeLine } from '../../model/evaluation.js';
import { SLACK, ULP } from '../machine/bounds.js';
import { type Batch, readError, readState, readTruth, readValue } from '../machine/batch.js';
import { readExact } from '../machine/exact-values.js';
import { atPerson } from '../compiler/context.js';
import type { IncomeSlots } from '../lines/incomes.js';
import { add, multiply, whole, type Num } from '../machine/nums.js';
import type { Program } from '../program.js';
import { OPEN, YES } from '../machine/slots.js';
import { stepsAt, stepsIn } from '../compiler/steps.js';
import { moneyOf } from '../compiler/text.js';

/** One listed or open income of a row. */
export interface IncomeAt {
  readonly slots: IncomeSlots;
  readonly row: number;
}

/** Income lines of a batch of one: members by place, then the household; within one, kinds in the order of the model. */
export function incomeLines(program: Program, batch: Batch): IncomeAt[] {
  const lines: IncomeAt[] = [];
  const take = (slots: IncomeSlots, row: number): void => {
    if (readTruth(batch, slots.listed, row) === YES) lines.push({ slots, row });
  };
  for (let p = 0; p < batch.members[0]!; p++)
    for (const slots of program.incomes) if (slots.rows === 'person') take(slots, p);
  for (const slots of program.incomes) if (slots.rows === 'household') take(slots, 0);
  return lines;
}

export function incomesBlock(program: Program, batch: Batch, lines: readonly IncomeAt[]): Evaluation['incomes'] {
  const c = program.compiler;
  let givenSum = 0;
  let countedSum = 0;
  let year = 0;
  let error = 0;
  const told = lines.map(({ slots, row }): IncomeLine => {
    const at = atPerson(batch, slots.rows, row);
    const given = stepsAt(c, batch, slots.month, row);
    const counted = readValue(batch, slots.counted, row);
    givenSum += given;
    countedSum += counted;
    const twelve = readValue(batch, slots.counts, row) * 12;
    const bound = readError(batch, slots.counts, row) * 12;
    year += twelve;
    error += bound === 0 && Number.isInteger(year) ? 0 : bound * SLACK + (Math.abs(twelve) + Math.abs(year)) * ULP;
    return {
      id: `${slots.income.id}${at}`,
      kind: slots.income.id,
      of: at === '' ? 'household' : at.slice(1),
      given: moneyOf(c, given),
      counted: moneyOf(c, counted),
      exempt: moneyOf(c, given - counted),
      open: readState(batch, slots.month, row) === OPEN,
      node: `income/${slots.income.id}${at}`,
    };
  });
  return {
    lines: told,
    given: moneyOf(c, givenSum),
    counted: moneyOf(c, countedSum),
    exempt: moneyOf(c, givenSum - countedSum),
    year: moneyOf(
      c,
      stepsIn(c, year, error, () => exactYear(program, batch, lines)),
    ),
  };
}

function exactYear(program: Program, batch: Batch, lines: readonly IncomeAt[]): Num {
  const { arena } = program.compiler;
  return lines
    .map(({ slots, row }) => multiply(arena, readExact(batch, slots.counts, row), whole(arena, 12)))
    .reduce((l, r) => add(arena, l, r), whole(arena, 0));
}
