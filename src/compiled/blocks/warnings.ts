import { billsInNeeds } from '../../model/bills-in-needs.js';
import type { Evaluation } from '../../model/evaluation.js';
import { atPerson } from '../compiler/context.js';
import { gather } from '../lines/bill-shares.js';
import { type Batch, readTruth, rowsIn } from '../machine/batch.js';
import { NO } from '../machine/slots.js';
import type { Program } from '../program.js';
import type { LineAt } from './line-plans.js';
import { isLineOf } from './lines.js';

type Warnings = Evaluation['warnings'];

/** The household's own warnings, then what was said and counts for nothing: facts, bills and judgements. */
export function warningsBlock(program: Program, batch: Batch, lines: readonly LineAt[]): Warnings {
  return [
    ...batch.households[0]!.warnings,
    ...factsNotAsked(program, batch),
    ...unusedBills(program, batch, lines),
    ...unusedOverrides(batch, lines),
  ];
}

/** Facts that were said where their `applies` does not hold. */
function factsNotAsked({ facts }: Program, batch: Batch): Warnings {
  const household = batch.households[0]!;
  const told: Warnings[number][] = [];
  for (const { applies, rows, fact } of facts) {
    if (applies === null) continue;
    for (let row = 0; row < rowsIn(batch, rows); row++) {
      if (readTruth(batch, applies, row) !== NO) continue;
      const said = (rows === 'household' ? household : household.persons[row]!).facts[fact.id];
      if (said === undefined || said === null) continue;
      const key = fact.id.slice(fact.id.indexOf('.') + 1);
      const path = rows === 'household' ? [fact.scope, key] : [...placeOf(batch, row), key];
      told.push({ code: 'not-asked', names: [`${fact.id}${atPerson(batch, rows, row)}`], path });
    }
  }
  return told;
}

/** Members stand among `persons`, who else lives there among `others`. */
function placeOf({ members }: Batch, row: number): readonly (string | number)[] {
  return row < members[0]! ? ['persons', row] : ['others', row - members[0]!];
}

function unusedBills(program: Program, batch: Batch, lines: readonly LineAt[]): Warnings {
  return batch.households[0]!.bills.flatMap(({ bill, of, amount }) => {
    const isUsed = replacesLine(program, batch, bill, of) ?? isInLine(program, lines, bill, of) ?? true;
    if (isUsed || (Number(amount) === 0 && billsInNeeds(program.model).has(bill))) return [];
    const at = of === null ? '' : atPerson(batch, 'person', of);
    const path = of === null ? ['bills', bill] : ['bills', bill, at.slice(1)];
    return [{ code: 'bill-not-used', names: [`${bill}${at}`], path }];
  });
}

/** Whether a line is there that a bill replaces; null of a bill that replaces none. */
function replacesLine({ splits }: Program, batch: Batch, bill: string, of: number | null): boolean | null {
  const split = splits.find((one) => one.bill.id === bill);
  if (split === undefined || split.bill.replaces.length === 0) return null;
  const shares = { line: [], row: [], reference: [] };
  gather(batch, split, of ?? 0, 0, shares);
  return shares.line.length > 0;
}

/** Whether a line is there that reads a bill; null where something else may make use of it. */
function isInLine({ model }: Program, lines: readonly LineAt[], bill: string, of: number | null): boolean | null {
  const readers = billsInNeeds(model).get(bill);
  if (readers === undefined) return null;
  return lines.some(
    ({ line, row }) => readers.has(line.need.id) && (of === null || line.rows === 'household' || row === of),
  );
}

function unusedOverrides(batch: Batch, lines: readonly LineAt[]): Warnings {
  return batch.households[0]!.overrides.flatMap(({ line, of }, i) => {
    if (line === null || lines.some((one) => isLineOf(one, line, of))) return [];
    const at = of === null ? '' : atPerson(batch, 'person', of);
    return [{ code: 'override-not-used', names: [`${line}${at}`], path: ['overrides', i] }];
  });
}
