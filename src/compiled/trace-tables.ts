import type { Expression } from '../model/expression.js';
import { nodePattern } from '../model/node-id.js';
import type { TableNode } from '../model/trace.js';
import type { MonthIndex } from '../model/value.js';
import { readExact, readState, wordsOf } from './batch.js';
import { statusAt } from './statuses.js';
import { contextOf } from './context.js';
import { numberText } from './text.js';
import { namesOfExpression } from './refs.js';
import { NONE, OPEN, UNKNOWN, WORD_NONE, type NumberSlot, type WordSlot } from './slots.js';
import { STATUSES } from '../model/value.js';
import { tableNumber, tableWord } from './tables.js';
import { rowsThatCount } from './table-hits.js';
import { columnOf, hitsOf, lookupOf, type Lookup, type TableRef } from './table-lookup.js';
import { usedOf, visitUsed } from './trace-used.js';
import type { MadeEntry } from './trace-entries.js';
import { always, follow, idOf, KINDS, linksOf, never, type Link, type Reading, type TracePlan } from './trace-plan.js';

/** A table as looked up for one person or the household: the row that fits, and what it gives. */
export function tableEntry(plan: TracePlan, ref: TableRef, asOf: MonthIndex | null): MadeEntry {
  const c = plan.program.compiler;
  const ctx = contextOf(ref.id, { asOf });
  const lookup = lookupOf(c, ref, ctx);
  const { table, rows } = lookup;
  const column = columnOf(lookup, ref);
  const words = table.type === 'one-of' || table.type === 'yes-no';
  const slot = words ? tableWord(c, ref, ctx) : tableNumber(c, ref, ctx);
  const key = nodePattern(ref, asOf);
  const keys = linksOf(
    plan,
    lookup.sources.flatMap((source) => (source.kind === 'name' ? [{ ref: source.ref, asOf: null }] : [])),
  );
  const results = lookup.tableRows.map((row): readonly Link[] => {
    const result = row.results[column] ?? null;
    return result === null ? [] : linksOf(plan, namesOfExpression(result, asOf));
  });
  const links = (reading: Reading, row: number): readonly Link[] => {
    const hits = hitsOf(reading.batch, lookup, row);
    return hits.every((hit) => results[hit]!.length === 0) ? keys : [...keys, ...hits.flatMap((hit) => results[hit]!)];
  };
  const used = lookup.tableRows.map((row) => usedOf(plan, [row.results[column] ?? null]));
  const place = c.model.tables.findIndex((one) => one.id === ref.id);
  return {
    rows,
    order: [KINDS.table, place, column, ref.with === undefined ? '' : key, asOf ?? -1],
    links: (reading, row, visit) => follow(reading, links(reading, row), rows, row, visit),
    uses: (reading, row, visit) => {
      follow(reading, keys, rows, row, visit);
      for (const hit of hitsOf(reading.batch, lookup, row)) visitUsed(reading, used[hit]!, rows, row, visit);
    },
    node: (reading, row) => {
      const ids: string[] = [];
      follow(reading, links(reading, row), rows, row, (entry, at) => {
        const id = idOf(reading, entry, at);
        if (!ids.includes(id)) ids.push(id);
      });
      return tableNode(reading, idOf(reading, plan.byKey.get(key)!, row), lookup, column, slot, row, ids);
    },
    exists: always,
    root: never,
    lookup,
  };
}

function tableNode(
  reading: Reading,
  id: string,
  lookup: Lookup,
  column: number,
  slot: NumberSlot | WordSlot,
  row: number,
  named: string[],
): TableNode {
  const { batch } = reading;
  const { table } = lookup;
  const hits = hitsOf(batch, lookup, row);
  const single = table.hit === 'unique' || table.hit === 'first';
  const literal = single && hits.length === 1 ? literalOf(lookup, hits[0]!, column) : null;
  const { value, status, fits } = valueOf(reading, lookup, column, slot, row, literal);
  const state = slot.kind === 'number' ? readState(batch, slot, row) : 0;
  return {
    id,
    kind: 'table',
    row: single
      ? (hits[0] ?? null)
      : fits.length === 0 && hits.length === 0 && table.hit !== 'sum' && table.hit !== 'slices'
        ? null
        : [...fits],
    value,
    ...(table.unit === null ? {} : { unit: table.unit }),
    ...(status < 0 ? {} : { status: STATUSES[status]! }),
    ...(literal?.from?.source === undefined ? {} : { source: literal.from.source }),
    in: named,
    ...(state >= OPEN ? { open: true as const } : {}),
  };
}

type Literal = Extract<Expression, { kind: 'number' }>;

function literalOf(lookup: Lookup, hit: number, column: number): Literal | null {
  const result = lookup.tableRows[hit]!.results[column] ?? null;
  return result?.kind === 'number' ? result : null;
}

/** Value, status and rows; a table that is named but cannot be had here shows no value. */
function valueOf(
  { program, batch }: Reading,
  lookup: Lookup,
  column: number,
  slot: NumberSlot | WordSlot,
  row: number,
  literal: Literal | null,
): { value: string | null; status: number; fits: readonly number[] } {
  const hits = hitsOf(batch, lookup, row);
  if (slot.kind === 'word') {
    const code = wordsOf(batch, slot)[row]!;
    return { value: code <= WORD_NONE ? null : program.compiler.wordTexts[code]!, status: -1, fits: hits };
  }
  const state = readState(batch, slot, row);
  if (state === NONE || state === UNKNOWN) return { value: null, status: -1, fits: hits };
  try {
    const fits = lookup.slices === null ? hits : rowsThatCount(batch, lookup, lookup.results[column]!, row);
    const exact = readExact(batch, slot, row);
    return {
      value: literal?.value ?? numberText(exact, lookup.table.type, null),
      status: statusAt(batch, slot.status, row),
      fits,
    };
  } catch {
    return { value: null, status: -1, fits: hits };
  }
}
