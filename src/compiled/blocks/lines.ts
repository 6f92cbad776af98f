import { type Batch, type LinePatch, readTruth, readValue } from '../machine/batch.js';
import { caseIn } from '../machine/cases.js';
import type { Line } from '../lines/line.js';
import { isTaken, yearPart, yearReference } from './years.js';
import { YES } from '../machine/slots.js';
import { exactSteps } from '../compiler/steps.js';
import { statusAt } from '../machine/statuses.js';
import type { Program } from '../program.js';
import { pricesOf } from './prices.js';
import { plansOf, sheetOf, type LineAt, type LinePlan, type Plans, type Sheet } from './line-plans.js';

const ASSUMPTION = 4;

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
