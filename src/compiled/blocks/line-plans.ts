import type { NeedLine } from '../../model/evaluation.js';
import { noted } from '../compiler/compiler.js';
import type { ItemSlots } from '../lines/items.js';
import type { Line } from '../lines/line.js';
import { slotsTold } from '../lines/lines.js';
import type { BillSplit } from '../lines/split.js';
import type { Batch, LinePatch } from '../machine/batch.js';
import { decidingOf } from '../machine/case.js';
import { layOut, type Cases } from '../machine/cases.js';
import type { Program } from '../program.js';
import { toldItems, type ToldItems } from './items-told.js';
import { rarestOf, type Prices } from './prices.js';

/** What is the same of a line for every household. */
export interface LinePlan {
  readonly line: Line;
  /** Place of its basket in the pack. */
  readonly basket: number;
  /** What it counts in sums: 1, a credit -1, an optional line 0. */
  readonly sign: number;
  /** The bill that may fill its need. */
  readonly billed: { readonly split: BillSplit; readonly at: number } | null;
  readonly items: ToldItems | null;
  /** Items that say something of the quality of a budget. */
  readonly rarest: readonly ItemSlots[];
  /** By row: what was found of cases met before. */
  readonly met: Map<number, LineAt>[];
}

/** One line that is there, with what the sums need; amounts in steps, statuses as codes. */
export interface LineAt {
  readonly plan: LinePlan;
  readonly line: Line;
  readonly row: number;
  readonly reference: number;
  readonly need: number;
  readonly yearReference: number;
  readonly yearNeed: number;
  readonly basis: NeedLine['basis'];
  readonly status: number;
  readonly statusOfNeed: number;
  readonly priceSourced: boolean;
  readonly prices: Prices;
  readonly patch: LinePatch | null;
  readonly part: number | null;
  /** Of a case that may be met again: how it was told last. */
  readonly last: { text: NeedLine | null } | null;
}

/** What the lines of a program are told from, and what is remembered of them. */
export interface Plans {
  readonly plans: readonly LinePlan[];
  /** How many lines are kept of cases met before. */
  kept: number;
  /** Who makes one document has no use for cases, which take some milliseconds to find. */
  isFirst: boolean;
  /** Laid out for the second document. */
  sheet: Sheet | null;
}

/** The cases of all rows that lines may have, one line after another. */
export interface Sheet {
  readonly batch: Batch;
  readonly cases: Cases;
  /** The case that was met last, and what was found of it; mostly it is met again. */
  readonly last: Float64Array;
  readonly found: (LineAt | undefined)[];
}

/** Laid out again only when the columns have grown. */
export function sheetOf(all: Plans, batch: Batch): Sheet {
  if (all.sheet?.batch === batch) return all.sheet;
  const rows = all.plans.flatMap(({ line, billed }) => {
    // a line of which a bill has a part is told anew
    const unless = billed?.split.has[billed.at];
    const deciding = decidingOf(slotsTold(line), line.rows, { statuses: true, unless });
    return Array.from({ length: batch.capacity }, (_, row) => ({ deciding, row }));
  });
  const last = new Float64Array(rows.length).fill(NaN);
  const found = new Array<undefined>(rows.length).fill(undefined);
  return (all.sheet = { batch, cases: layOut(batch, rows), last, found });
}

export function plansOf({ compiler, lines, model, splitFor }: Program): Plans {
  return noted(compiler, 'lines told', () => ({
    plans: lines.map((line): LinePlan => ({
      line,
      basket: model.pack.baskets.indexOf(line.need.basket),
      billed: splitFor.get(line) ?? null,
      items: line.items === null ? null : toldItems(line.items),
      rarest: rarestOf(line.items ?? []),
      sign: line.need.optional ? 0 : line.need.credit ? -1 : 1,
      met: [],
    })),
    kept: 0,
    isFirst: true,
    sheet: null,
  }));
}
