import { type Batch, type LinePatch, readTruth, readValue } from '../machine/batch.js';
import { noted } from '../compiler.js';
import type { BillSplit } from '../lines/bill-split.js';
import type { Line } from '../lines/lines.js';
import { isTaken, yearPart, yearReference } from '../lines/years.js';
import { YES } from '../machine/slots.js';
import { exactSteps } from '../machine/steps.js';
import { statusAt } from '../machine/statuses.js';
import type { NeedLine } from '../../model/evaluation.js';
import type { Program } from '../program.js';
import { toldItems, type ToldItems } from './items-told.js';

/** What is the same of a line for every household. */
export interface LinePlan {
  readonly line: Line;
  /** Place of its basket in the pack. */
  readonly basket: number;
  /** The bill that may fill its need. */
  readonly billed: { readonly split: BillSplit; readonly at: number } | null;
  readonly items: ToldItems | null;
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
  readonly patch: LinePatch | null;
  readonly part: number | null;
}

const ASSUMPTION = 4;

function plansOf({ compiler, lines, model, splitFor }: Program): readonly LinePlan[] {
  return noted(compiler, 'lines told', () =>
    lines.map((line): LinePlan => ({
      line,
      basket: model.pack.baskets.indexOf(line.need.basket),
      billed: splitFor.get(line) ?? null,
      items: line.items === null ? null : toldItems(line.items),
    })),
  );
}

/** The lines of a batch of one, in the order of the model, persons by place. */
export function linesOf(program: Program, batch: Batch): LineAt[] {
  const found: LineAt[] = [];
  for (const plan of plansOf(program)) {
    const { exists, rows } = plan.line;
    const n = rows === 'person' ? batch.members[0]! : 1;
    for (let row = 0; row < n; row++)
      if (readTruth(batch, exists, row) === YES) found.push(lineAt(program, batch, plan, row));
  }
  return found;
}

function lineAt(program: Program, batch: Batch, plan: LinePlan, row: number): LineAt {
  const { line, billed } = plan;
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
    patch,
    part: billed === null ? null : partOf(batch, billed.split, billed.at, row),
  };
}

function patchOf({ linePatches }: Batch, { at }: Line, row: number): LinePatch | null {
  return linePatches.size === 0 ? null : (linePatches.get(at)?.find((one) => one.row === row) ?? null);
}

/** The line's part of a bill that is there. */
function partOf(batch: Batch, { has, parts }: BillSplit, at: number, row: number): number | null {
  return readTruth(batch, has[at]!, row) === YES ? readValue(batch, parts[at]!, row) : null;
}

/** A need's line of a member, or of the household where `of` is null. */
export const isLineOf = ({ line, row }: LineAt, need: string, of: number | null): boolean =>
  line.need.id === need && (line.rows === 'household' ? of === null : row === of);

/** What a worker's judgement replaces: the bill's part, or the reference. */
export function computedNeed(batch: Batch, { plan: { billed }, part, reference, row }: LineAt): number {
  return part !== null && billed !== null && isTaken(batch, billed.split, billed.at, row) ? part : reference;
}
