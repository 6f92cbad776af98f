import type { FormulaNode, TotalNode } from '../../model/trace.js';
import { type Batch, readState, readTruth, readValue } from '../machine/batch.js';
import { readExact } from '../machine/exact-values.js';
import { totalSteps } from '../blocks/figures.js';
import type { Line } from '../lines/line.js';
import { later } from '../machine/later.js';
import { textOf } from '../machine/nums.js';
import type { FigureSlots } from '../program.js';
import { namesOfExpression } from '../formulas/refs.js';
import { OPEN, YES } from '../machine/slots.js';
import type { TotalSlots } from '../lines/sums.js';
import { moneyOf } from '../compiler/text.js';
import { idsOf, isFixed, linksOf, nameAll } from './links.js';
import { always, isMember, KINDS, nothing, type MadeEntry, type Reading, type TracePlan, type Visit } from './entry.js';
import { entryFor } from './planned.js';
import { idOf } from './roster.js';
import { usedOf, visitUsed } from './used.js';

/** Calls back for what a sum adds up. */
type Parts = (batch: Batch, visit: Visit) => void;

/** Lines that are there: needs in the order given, persons by place. */
function linesAsParts(plan: TracePlan, lines: readonly Line[]): Parts {
  const entries = lines.map(({ need }) => entryFor(plan, { of: 'line', id: need.id }, null)!);
  return (batch, visit) => {
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i]!;
      const n = line.rows === 'person' ? batch.members[0]! : 1;
      for (let row = 0; row < n; row++) if (readTruth(batch, line.exists, row) === YES) visit(entries[i]!, row);
    }
  };
}

/** Listed incomes: members by place, then the household's own. */
function incomesAsParts(plan: TracePlan): Parts {
  const kinds = plan.program.incomes.map((slots) => ({
    slots,
    entry: entryFor(plan, { of: 'income', scope: slots.income.for, kind: slots.income.id }, null)!,
  }));
  return (batch, visit) => {
    for (let p = 0; p < batch.members[0]!; p++)
      for (const { slots, entry } of kinds)
        if (slots.rows === 'person' && readTruth(batch, slots.listed, p) === YES) visit(entry, p);
    for (const { slots, entry } of kinds)
      if (slots.rows === 'household' && readTruth(batch, slots.listed, 0) === YES) visit(entry, 0);
  };
}

/** A sum's node. What it adds up is told of its own accord: nobody has anything to learn from its names. */
function added(order: number, of: TotalNode['of'], parts: () => Parts, value: (batch: Batch) => string): MadeEntry {
  return {
    kind: KINDS.total,
    order: [order],
    rows: 'household',
    slots: [],
    uses: nothing,
    names: nothing,
    fixed: always,
    node: (reading: Reading, _row, id): TotalNode => {
      const ids: string[] = [];
      parts()(reading.batch, (entry, at) => ids.push(idOf(reading, entry, at)));
      return { id, kind: 'total', of, value: value(reading.batch), in: ids };
    },
    exists: always,
    root: always,
    whole: always,
  };
}

export const SUMS = ['income', 'need', 'balance'] as const;

/** `total/income`, `total/need`, `total/balance`. */
export function sumEntry(plan: TracePlan, id: (typeof SUMS)[number]): MadeEntry {
  const { program } = plan;
  const slot = id === 'income' ? program.sums.income : id === 'need' ? program.sums.need : program.sums.balance;
  const parts = later((): Parts => {
    if (id === 'income') return incomesAsParts(plan);
    if (id === 'need')
      return linesAsParts(
        plan,
        program.lines.filter(({ need }) => !need.optional),
      );
    const both = (['income', 'need'] as const).map((one) => entryFor(plan, { of: 'sum', id: one }, null)!);
    return (_, visit) => both.forEach((entry) => visit(entry, 0));
  });
  const value = (batch: Batch): string => moneyOf(program.compiler, readValue(batch, slot, 0));
  return added(SUMS.indexOf(id), id === 'balance' ? 'subtract' : 'sum', parts, value);
}

/** A total of the pack. */
export function totalEntry(plan: TracePlan, { lines, steps }: TotalSlots, place: number): MadeEntry {
  const { program } = plan;
  const parts = later(() =>
    linesAsParts(
      plan,
      [...lines].sort((a, b) => a.at - b.at),
    ),
  );
  return added(SUMS.length + place, 'sum', parts, (batch) => moneyOf(program.compiler, totalSteps(batch, steps)));
}

/** A figure: printed, in no sum. */
export function figureEntry(plan: TracePlan, { figure, value }: FigureSlots, place: number): MadeEntry {
  const rows = figure.scope;
  const links = later(() => linksOf(plan, namesOfExpression(figure.value)));
  const used = later(() => usedOf(plan, [figure.value]));
  return {
    kind: KINDS.figure,
    order: [place],
    rows,
    slots: [value],
    uses: (batch, row, visit) => visitUsed(batch, used(), rows, row, visit),
    names: (reading, row) => nameAll(reading, links(), rows, row),
    node: (reading, row, id): FormulaNode => {
      const { batch } = reading;
      const open = readState(batch, value, row) >= OPEN;
      return {
        id,
        kind: 'figure',
        value: textOf(readExact(batch, value, row)),
        ...(figure.unit === null ? {} : { unit: figure.unit }),
        in: idsOf(reading, links(), rows, row),
        ...(open ? { open: true as const } : {}),
      };
    },
    exists: always,
    root: isMember(rows),
    whole: isMember(rows),
    fixed: () => isFixed(links()),
  };
}
