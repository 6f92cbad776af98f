import { faultIn } from '../../model/diagnostic.js';
import type { Expression } from '../../model/expression.js';
import { nodePattern } from '../../model/node-id.js';
import type { TableNode } from '../../model/trace.js';
import { type MonthIndex, STATUSES } from '../../model/value.js';
import { type Batch, readState, readWord } from '../machine/batch.js';
import { readExact } from '../machine/exact-values.js';
import { later } from '../machine/later.js';
import { statusAt } from '../machine/statuses.js';
import { contextOf } from '../compiler/context.js';
import { numberText } from '../compiler/text.js';
import { namesOfExpression } from '../formulas/refs.js';
import { NONE, OPEN, UNKNOWN, WORD_NONE, type NumberSlot, type WordSlot } from '../machine/slots.js';
import { tableNumber, tableWord } from '../tables/table.js';
import { givesNothing, rowsThatCount } from '../tables/hits.js';
import { decidingOf } from '../machine/case.js';
import { mayBeLost } from '../tables/key.js';
import { columnOf, hitsOf, lookupOf, type Lookup, type TableRef } from '../tables/lookup.js';
import { placeOf } from './planned.js';
import { lead, idsOf, isFixed, linksOf, merged, nameAll, NO_LINKS, type Links } from './links.js';
import { always, KINDS, never, type MadeEntry, type TracePlan } from './entry.js';
import { usedOf, visitUsed, type Used } from './used.js';

/** A table as looked up for one person or the household: the row that fits, and what it gives. */
export function tableEntry(plan: TracePlan, ref: TableRef, asOf: MonthIndex | null): MadeEntry {
  const c = plan.program.compiler;
  const ctx = contextOf(ref.id, { asOf });
  const lookup = lookupOf(c, ref, ctx);
  const { table, rows } = lookup;
  const column = columnOf(lookup, ref);
  const words = table.type === 'one-of' || table.type === 'yes-no';
  const slot = words ? tableWord(c, ref, ctx) : tableNumber(c, ref, ctx);
  const keys = later(() =>
    linksOf(
      plan,
      lookup.sources.flatMap((source) => (source.kind === 'name' ? [{ ref: source.ref, asOf: null }] : [])),
    ),
  );
  const resultOf = (hit: number): Expression | null => lookup.tableRows[hit]!.results[column] ?? null;
  const links: Links[] = [];
  const linksOfHit = (hit: number): Links => {
    const result = resultOf(hit);
    return (links[hit] ??= linksOf(plan, result === null ? [] : namesOfExpression(result, asOf)));
  };
  const used: Used[] = [];
  const of: Column = { lookup, column, slot, words: c.wordTexts };
  const place = placeOf(plan, 'tables', ref.id);
  const fixed = later(() => isFixed(keys()) && lookup.tableRows.every((_, hit) => isLiteral(resultOf(hit))));
  const losing = lookup.keys.filter(mayBeLost).map((key) => key.slot);
  const deciding = later(() =>
    isFixed(keys()) && lookup.tableRows.every((_, hit) => isFixed(linksOfHit(hit)))
      ? decidingOf([lookup.index, slot, ...losing], rows, { statuses: true })
      : null,
  );
  return {
    kind: KINDS.table,
    order: [place, column, ref.with === undefined ? '' : nodePattern(ref, asOf), asOf ?? -1],
    rows,
    slots: [slot],
    uses: (batch, row, visit) => {
      lead(batch, keys(), rows, row, visit);
      for (const hit of hitsOf(batch, lookup, row))
        visitUsed(batch, (used[hit] ??= usedOf(plan, [resultOf(hit)])), rows, row, visit);
    },
    names: (reading, row) => {
      nameAll(reading, keys(), rows, row);
      for (const hit of hitsOf(reading.batch, lookup, row)) nameAll(reading, linksOfHit(hit), rows, row);
    },
    node: (reading, row, id) => {
      const { batch } = reading;
      const hits = hitsOf(batch, lookup, row);
      let named = idsOf(reading, keys(), rows, row);
      for (const hit of hits) {
        const own = linksOfHit(hit);
        if (own !== NO_LINKS) named = merged([named, idsOf(reading, own, rows, row)]);
      }
      return tableNode(batch, id, of, row, named);
    },
    exists: always,
    root: never,
    fixed,
    deciding,
    lookup,
  };
}

/** A column of a table, as it is read. */
interface Column {
  readonly lookup: Lookup;
  readonly column: number;
  readonly slot: NumberSlot | WordSlot;
  readonly words: readonly string[];
}

function tableNode(batch: Batch, id: string, of: Column, row: number, named: readonly string[]): TableNode {
  const { lookup, column, slot } = of;
  const { table } = lookup;
  const hits = hitsOf(batch, lookup, row);
  const single = isSingle(lookup);
  const literal = literalOf(lookup, hits, column);
  const { value, status, fits } = valueOf(batch, of, row, literal);
  const state = slot.kind === 'number' ? readState(batch, slot, row) : 0;
  const at = single
    ? (hits[0] ?? null)
    : fits.length === 0 && hits.length === 0 && table.hit !== 'sum' && table.hit !== 'slices'
      ? null
      : [...fits];
  const node: { -readonly [Key in keyof TableNode]?: TableNode[Key] } = { id, kind: 'table', row: at, value };
  if (table.unit !== null) node.unit = table.unit;
  if (status >= 0) node.status = STATUSES[status]!;
  if (literal?.from?.source !== undefined) node.source = literal.from.source;
  node.in = named;
  if (state >= OPEN) node.open = true;
  return node as TableNode;
}

const isLiteral = (e: Expression | null): boolean => e === null || e.kind === 'number' || e.kind === 'word';

type Literal = Extract<Expression, { kind: 'number' }>;

const isSingle = ({ table }: Lookup): boolean => table.hit === 'unique' || table.hit === 'first';

/** The number that stands in the one row that fits; null where none does, or a formula stands there. */
function literalOf(lookup: Lookup, hits: readonly number[], column: number): Literal | null {
  if (!isSingle(lookup) || hits.length !== 1) return null;
  const result = lookup.tableRows[hits[0]!]!.results[column] ?? null;
  return result?.kind === 'number' ? result : null;
}

/** Value, status and rows; a table that is named but cannot be had here shows no value. */
function valueOf(
  batch: Batch,
  { lookup, column, slot, words }: Column,
  row: number,
  literal: Literal | null,
): { value: string | null; status: number; fits: readonly number[] } {
  const hits = hitsOf(batch, lookup, row);
  if (slot.kind === 'word') {
    const code = readWord(batch, slot, row);
    return { value: code <= WORD_NONE ? null : words[code]!, status: -1, fits: hits };
  }
  const state = readState(batch, slot, row);
  if (state === NONE || state === UNKNOWN) return { value: null, status: -1, fits: hits };
  if (literal !== null) return { value: literal.value, status: statusAt(batch, slot.status, row), fits: hits };
  // the reader would throw: seen here, it costs nothing
  if (givesNothing(batch, lookup, column, row)) return { value: null, status: -1, fits: hits };
  try {
    const fits = lookup.slices === null ? hits : rowsThatCount(batch, lookup, lookup.results[column]!, row);
    const exact = readExact(batch, slot, row);
    return {
      value: numberText(exact, lookup.table.type, null),
      status: statusAt(batch, slot.status, row),
      fits,
    };
  } catch (error) {
    faultIn(error);
    return { value: null, status: -1, fits: hits };
  }
}
