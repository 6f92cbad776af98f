import type { Ref } from '../../model/expression.js';
import type { IncomeNode, TotalNode } from '../../model/trace.js';
import { type Batch, readState, readTruth, readValue } from '../machine/batch.js';
import { readExact } from '../machine/exact-values.js';
import { decidingOf } from '../machine/case.js';
import { incomesNumber, type IncomeSlots } from '../lines/incomes.js';
import { later } from '../machine/later.js';
import { textOf } from '../machine/nums.js';
import { namesOfExpression } from '../formulas/refs.js';
import { OPEN, YES } from '../machine/slots.js';
import { moneyOf } from '../compiler/text.js';
import { stepsAt } from '../compiler/steps.js';
import { idsOf, isFixed, linksOf, nameAll } from './links.js';
import { always, KINDS, never, type MadeEntry, type TracePlan, type Visit } from './entry.js';
import { entryFor } from './planned.js';
import { idOf, name } from './roster.js';
import { usedOf, visitUsed } from './used.js';

/** A kind of income of a person or of the household: what is counted. */
export function incomeEntry(plan: TracePlan, slots: IncomeSlots, place: number): MadeEntry {
  const { program } = plan;
  const { income, rows, listed, counted, counts } = slots;
  const links = later(() => linksOf(plan, namesOfExpression(income.counts)));
  const used = later(() => usedOf(plan, [income.counts]));
  const deciding = later(() => (isFixed(links()) ? decidingOf([listed, counts], rows, { statuses: false }) : null));
  return {
    kind: KINDS.income,
    order: [place],
    rows,
    slots: [counts],
    uses: (batch, row, visit) => visitUsed(batch, used(), rows, row, visit),
    names: (reading, row) => nameAll(reading, links(), rows, row),
    node: (reading, row, id): IncomeNode => {
      const { batch } = reading;
      const steps =
        readTruth(batch, listed, row) === YES
          ? readValue(batch, counted, row)
          : stepsAt(program.compiler, batch, counts, row);
      const named = idsOf(reading, links(), rows, row);
      const value = moneyOf(program.compiler, steps);
      const node: IncomeNode =
        named.length === 0 ? { id, kind: 'income', value } : { id, kind: 'income', value, in: named };
      return readState(batch, counts, row) === OPEN ? { ...node, open: true } : node;
    },
    exists: always,
    deciding,
    present: listed,
    root: (batch, row) => readTruth(batch, listed, row) === YES && (rows === 'household' || batch.isMember[row] === 1),
  };
}

/** All incomes with a tag: members in order, then the household's own. */
export function incomesEntry(plan: TracePlan, ref: Extract<Ref, { of: 'incomes' }>): MadeEntry {
  const { program } = plan;
  const c = program.compiler;
  const slot = incomesNumber(c, ref.scope, ref.tag);
  const tagged = program.incomes.filter(({ income }) => income.tags.includes(ref.tag));
  const entries = tagged.map(({ income }) => ({
    rows: income.for,
    entry: entryFor(plan, { of: 'income', scope: income.for, kind: income.id }, null)!,
  }));
  const rows = ref.scope;
  const deciding = later(() => decidingOf([slot], rows, { statuses: false }));
  const links = (batch: Batch, row: number, visit: Visit): void => {
    if (rows === 'person') {
      for (const { entry, rows: own } of entries) if (own === 'person') visit(entry, row);
      return;
    }
    for (let p = batch.start[row]!; p < batch.start[row]! + batch.members[row]!; p++)
      for (const { entry, rows: own } of entries) if (own === 'person') visit(entry, p);
    for (const { entry, rows: own } of entries) if (own === 'household') visit(entry, row);
  };
  return {
    kind: KINDS.incomes,
    order: [ref.scope === 'person' ? 0 : 1, ref.tag],
    rows,
    slots: [slot],
    uses: links,
    names: (reading, row) => links(reading.batch, row, (entry, at) => name(reading, entry, at)),
    node: (reading, row, id): TotalNode => {
      const ids: string[] = [];
      links(reading.batch, row, (entry, at) => ids.push(idOf(reading, entry, at)));
      return {
        id,
        kind: 'total',
        of: 'sum',
        value: textOf(readExact(reading.batch, slot, row)),
        in: ids,
      };
    },
    exists: always,
    root: never,
    fixed: always,
    deciding,
  };
}
