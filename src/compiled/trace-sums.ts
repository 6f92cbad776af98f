import type { FormulaNode, TotalNode } from '../model/trace.js';
import { readExact, readState, truthsOf, valuesOf, type Batch } from './batch.js';
import { totalSteps } from './figures-block.js';
import type { Line } from './lines.js';
import { textOf } from './nums.js';
import type { FigureSlots } from './program.js';
import { namesOfExpression } from './refs.js';
import { OPEN, YES } from './slots.js';
import { moneyOf } from './text.js';
import { usedOf, visitUsed } from './trace-used.js';
import type { MadeEntry } from './trace-entries.js';
import {
  always,
  entryFor,
  follow,
  idOf,
  idsOf,
  KINDS,
  linksOf,
  type Entry,
  type Reading,
  type TracePlan,
  type Visit,
} from './trace-plan.js';

/** Calls back for lines that are there: needs in the order given, persons by place. */
export function visitLines(plan: TracePlan, lines: readonly Line[], batch: Batch, visit: Visit): void {
  for (const line of lines) {
    const entry = plan.byKey.get(`line/${line.need.id}{at}`);
    if (entry === undefined) continue;
    const there = truthsOf(batch, line.exists);
    const n = line.rows === 'person' ? batch.members[0]! : 1;
    for (let row = 0; row < n; row++) if (there[row] === YES) visit(entry, row);
  }
}

function totalNode(
  reading: Reading,
  id: string,
  of: TotalNode['of'],
  value: string,
  links: (visit: Visit) => void,
): TotalNode {
  const ids: string[] = [];
  links((entry, at) => ids.push(idOf(reading, entry, at)));
  return { id, kind: 'total', of, value, in: ids };
}

/** A total of the pack. */
export function totalEntry(plan: TracePlan, id: string): MadeEntry {
  const { program } = plan;
  const place = program.totals.findIndex(({ total }) => total.id === id);
  const { lines, steps } = program.totals[place]!;
  const ordered = [...lines].sort((a, b) => a.at - b.at);
  for (const { need } of ordered) entryFor(plan, { of: 'line', id: need.id }, null);
  return {
    rows: 'household',
    order: [KINDS.total, 3 + place],
    links: ({ batch }, _row, visit) => visitLines(plan, ordered, batch, visit),
    node: (reading) =>
      totalNode(reading, `total/${id}`, 'sum', moneyOf(program.compiler, totalSteps(reading.batch, steps)), (visit) =>
        visitLines(plan, ordered, reading.batch, visit),
      ),
    exists: always,
    root: always,
  };
}

const SUMS = ['income', 'need', 'balance'];

/** `total/income`, `total/need`, `total/balance`. */
export function sumEntry(plan: TracePlan, id: string): MadeEntry {
  const { program } = plan;
  const slot = id === 'income' ? program.sums.income : id === 'need' ? program.sums.need : program.sums.balance;
  const links = linksOfSum(plan, id);
  return {
    rows: 'household',
    order: [KINDS.total, SUMS.indexOf(id)],
    links: (reading, _row, visit) => links(reading, visit),
    node: (reading) =>
      totalNode(
        reading,
        `total/${id}`,
        id === 'balance' ? 'subtract' : 'sum',
        moneyOf(program.compiler, valuesOf(reading.batch, slot)[0]!),
        (visit) => links(reading, visit),
      ),
    exists: always,
    root: always,
  };
}

function linksOfSum(plan: TracePlan, id: string): (reading: Reading, visit: Visit) => void {
  const { program } = plan;
  if (id === 'balance') {
    const parts = (['income', 'need'] as const).map((one) => entryFor(plan, { of: 'sum', id: one }, null)!);
    return (_, visit) => parts.forEach((entry) => visit(entry, 0));
  }
  if (id === 'need') {
    const lines = program.lines.filter(({ need }) => !need.optional);
    for (const { need } of lines) entryFor(plan, { of: 'line', id: need.id }, null);
    return ({ batch }, visit) => visitLines(plan, lines, batch, visit);
  }
  const entries = program.incomes.map((slots) => ({
    slots,
    entry: entryFor(plan, { of: 'income', scope: slots.income.for, kind: slots.income.id }, null)!,
  }));
  return ({ batch }, visit) => {
    const take = (entry: Entry, listed: Uint8Array, row: number): void => {
      if (listed[row] === YES) visit(entry, row);
    };
    for (let p = 0; p < batch.members[0]!; p++)
      for (const { slots, entry } of entries)
        if (slots.rows === 'person') take(entry, truthsOf(batch, slots.listed), p);
    for (const { slots, entry } of entries)
      if (slots.rows === 'household') take(entry, truthsOf(batch, slots.listed), 0);
  };
}

/** A figure: printed, in no sum. */
export function figureEntry(plan: TracePlan, { figure, value }: FigureSlots, place: number): MadeEntry {
  const rows = figure.scope;
  const links = linksOf(plan, namesOfExpression(figure.value));
  const used = usedOf(plan, [figure.value]);
  return {
    rows,
    order: [KINDS.figure, place],
    links: (reading, row, visit) => follow(reading, links, rows, row, visit),
    uses: (reading, row, visit) => visitUsed(reading, used, rows, row, visit),
    node: (reading, row): FormulaNode => {
      const { batch } = reading;
      const open = readState(batch, value, row) >= OPEN;
      return {
        id: idOf(reading, plan.byKey.get(`figure/${figure.id}{at}`)!, row),
        kind: 'figure',
        value: textOf(readExact(batch, value, row)),
        ...(figure.unit === null ? {} : { unit: figure.unit }),
        in: idsOf(reading, links, rows, row),
        ...(open ? { open: true as const } : {}),
      };
    },
    exists: always,
    root: ({ batch }, row) => rows === 'household' || batch.isMember[row] === 1,
  };
}
