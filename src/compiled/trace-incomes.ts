import type { Ref } from '../model/expression.js';
import type { IncomeNode, TotalNode } from '../model/trace.js';
import { readExact, readState, truthsOf, valuesOf } from './batch.js';
import { incomesNumber } from './incomes.js';
import { textOf } from './nums.js';
import { namesOfExpression } from './refs.js';
import { OPEN, YES } from './slots.js';
import { moneyOf } from './text.js';
import { stepsAt } from './steps.js';
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
  never,
  type TracePlan,
  type Visit,
  type Reading,
} from './trace-plan.js';

/** A kind of income of a person or of the household: what is counted. */
export function incomeEntry(plan: TracePlan, kind: string): MadeEntry {
  const { program } = plan;
  const place = program.incomes.findIndex(({ income }) => income.id === kind);
  const slots = program.incomes[place]!;
  const { income, rows, listed, counted, counts } = slots;
  const links = linksOf(plan, namesOfExpression(income.counts));
  const used = usedOf(plan, [income.counts]);
  return {
    rows,
    order: [KINDS.income, place],
    links: (reading, row, visit) => follow(reading, links, rows, row, visit),
    uses: (reading, row, visit) => visitUsed(reading, used, rows, row, visit),
    node: (reading, row): IncomeNode => {
      const { batch } = reading;
      const steps =
        truthsOf(batch, listed)[row] === YES
          ? valuesOf(batch, counted)[row]!
          : stepsAt(program.compiler, batch, counts, row);
      const named = idsOf(reading, links, rows, row);
      return {
        id: idOf(reading, plan.byKey.get(`income/${kind}{at}`)!, row),
        kind: 'income',
        value: moneyOf(program.compiler, steps),
        ...(named.length === 0 ? {} : { in: named }),
        ...(readState(batch, counts, row) === OPEN ? { open: true as const } : {}),
      };
    },
    exists: always,
    root: ({ batch }, row) =>
      truthsOf(batch, listed)[row] === YES && (rows === 'household' || batch.isMember[row] === 1),
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
  const links = ({ batch }: Reading, row: number, visit: Visit): void => {
    if (rows === 'person') {
      for (const { entry, rows: own } of entries) if (own === 'person') visit(entry, row);
      return;
    }
    for (let p = batch.start[row]!; p < batch.start[row]! + batch.members[row]!; p++)
      for (const { entry, rows: own } of entries) if (own === 'person') visit(entry, p);
    for (const { entry, rows: own } of entries) if (own === 'household') visit(entry, row);
  };
  const key = `incomes/${ref.scope}.${ref.tag}{at}`;
  return {
    rows,
    order: [KINDS.incomes, ref.scope === 'person' ? 0 : 1, ref.tag],
    links,
    node: (reading, row): TotalNode => {
      const ids: string[] = [];
      links(reading, row, (entry, at) => ids.push(idOf(reading, entry, at)));
      return {
        id: idOf(reading, plan.byKey.get(key)!, row),
        kind: 'total',
        of: 'sum',
        value: textOf(readExact(reading.batch, slot, row)),
        in: ids,
      };
    },
    exists: always,
    root: never,
  };
}
