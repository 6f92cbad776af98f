import { type Batch, type LinePatch, readTruth, readValue } from '../machine/batch.js';
import { noted } from '../compiler/compiler.js';
import { decidingOf } from '../machine/case.js';
import { caseIn, layOut, type Cases } from '../machine/cases.js';
import type { BillSplit } from '../lines/split.js';
import type { ItemSlots } from '../lines/items.js';
import { slotsTold } from '../lines/lines.js';
import type { Line } from '../lines/line.js';
import { isTaken, yearPart, yearReference } from './years.js';
import { YES } from '../machine/slots.js';
import { exactSteps } from '../compiler/steps.js';
import { statusAt } from '../machine/statuses.js';
import type { NeedLine } from '../../model/evaluation.js';
import type { Program } from '../program.js';
import { toldItems, type ToldItems } from './items-told.js';
import { pricesOf, rarestOf, type Prices } from './prices.js';

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

const ASSUMPTION = 4;

interface Plans {
  readonly plans: readonly LinePlan[];
  /** How many lines are kept of cases met before. */
  kept: number;
  /** Who makes one document has no use for cases, which take some milliseconds to find. */
  isFirst: boolean;
  /** Laid out for the second document. */
  sheet: Sheet | null;
}

/** The cases of all rows that lines may have, one line after another. */
interface Sheet {
  readonly batch: Batch;
  readonly cases: Cases;
  /** The case that was met last, and what was found of it; mostly it is met again. */
  readonly last: Float64Array;
  readonly found: (LineAt | undefined)[];
}

/** Laid out again only when the columns have grown. */
function sheetOf(all: Plans, batch: Batch): Sheet {
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

function plansOf({ compiler, lines, model, splitFor }: Program): Plans {
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

/** So many lines of cases met before are kept; the first are those that many households have. */
const ROOM = 20_000;

/** The lines of a batch of one, in the order of the model, persons by place. */
export function linesOf(program: Program, batch: Batch): LineAt[] {
  const all = plansOf(program);
  const anew = all.isFirst || batch.linePatches.size > 0 || batch.failed || batch.patches.size > 0;
  const sheet = anew ? null : sheetOf(all, batch);
  const found: LineAt[] = [];
  for (let i = 0; i < all.plans.length; i++) {
    const plan = all.plans[i]!;
    const { exists, rows } = plan.line;
    const n = rows === 'person' ? batch.members[0]! : 1;
    for (let row = 0; row < n; row++) {
      if (readTruth(batch, exists, row) !== YES) continue;
      const number = i * batch.capacity + row;
      found.push(
        sheet === null ? lineAnew(program, batch, plan, row, null) : lineAt(program, all, sheet, number, plan, row),
      );
    }
  }
  all.isFirst = false;
  return found;
}

/** A line, worked out where its case was never met. */
function lineAt(program: Program, all: Plans, sheet: Sheet, number: number, plan: LinePlan, row: number): LineAt {
  const { batch, cases, last, found } = sheet;
  const at = caseIn(batch, cases, number);
  if (at === last[number]) return found[number]!;
  if (at !== at) return lineAnew(program, batch, plan, row, null);
  const met = (plan.met[row] ??= new Map());
  let known = met.get(at);
  if (known === undefined) {
    if (all.kept >= ROOM) return lineAnew(program, batch, plan, row, null);
    met.set(at, (known = lineAnew(program, batch, plan, row, { text: null })));
    all.kept++;
  }
  last[number] = at;
  return (found[number] = known);
}

function lineAnew(program: Program, batch: Batch, plan: LinePlan, row: number, last: LineAt['last']): LineAt {
  const { line, billed, rarest } = plan;
  const patch = patchOf(batch, line, row);
  const taken = billed !== null && isTaken(batch, billed.split, billed.at, row);
  const yearly = yearReference(program, batch, line, row);
  const status = Math.max(0, statusAt(batch, line.status, row));
  const basis = patch !== null ? 'override' : taken ? 'bill' : 'reference';
  return {
    plan,
    line,
    row,
    reference: readValue(batch, line.reference, row),
    need: readValue(batch, line.paid, row),
    yearReference: yearly,
    yearNeed:
      patch !== null
        ? exactSteps(program.compiler, patch.year)
        : taken
          ? yearPart(program, batch, billed.split, billed.at, row)
          : yearly,
    basis,
    status,
    statusOfNeed: basis === 'reference' ? status : 0,
    priceSourced: statusAt(batch, line.priceStatus, row) < ASSUMPTION,
    prices: pricesOf(batch, line, rarest, row),
    patch,
    part:
      billed !== null && isBilled(batch, billed, row) ? readValue(batch, billed.split.parts[billed.at]!, row) : null,
    last,
  };
}

function patchOf({ linePatches }: Batch, { at }: Line, row: number): LinePatch | null {
  return linePatches.size === 0 ? null : (linePatches.get(at)?.find((one) => one.row === row) ?? null);
}

/** A bill is there, of which the line has a part. */
const isBilled = (batch: Batch, { split, at }: NonNullable<LinePlan['billed']>, row: number): boolean =>
  readTruth(batch, split.has[at]!, row) === YES;

/** A need's line of a member, or of the household where `of` is null. */
export const isLineOf = ({ line, row }: LineAt, need: string, of: number | null): boolean =>
  line.need.id === need && (line.rows === 'household' ? of === null : row === of);

/** What a worker's judgement replaces: the bill's part, or the reference. */
export function computedNeed(batch: Batch, { plan: { billed }, part, reference, row }: LineAt): number {
  return part !== null && billed !== null && isTaken(batch, billed.split, billed.at, row) ? part : reference;
}
