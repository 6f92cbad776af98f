import { Exact, roundTo, snap } from '../../decimal/exact.js';
import type { Bill } from '../../model/needs.js';
import { timesAYear } from './income.js';
import { linesOfNeed, roundStep } from './need.js';
import { personId, stateId } from '../persons.js';
import { split } from './split.js';
import { NOTHING, type Run } from '../run.js';
import type { BillState, Line, LineStep, NeedColumn } from '../states.js';
import { ZERO } from '../values/value.js';

/** The need of a line: its reference, or its part of a bill, or a worker's override. All lines must have been computed. */
export function needColumnOf(run: Run, line: Line): NeedColumn {
  const known = run.needColumn.get(line.id);
  if (known !== undefined) return known;
  const column = overridden(run, line, billed(run, line));
  run.needColumn.set(line.id, column);
  return column;
}

function billed(run: Run, line: Line): NeedColumn {
  const plainColumn: NeedColumn = {
    paid: null,
    need: line.reference,
    year: line.yearReference,
    basis: 'reference',
    override: null,
    status: line.status,
    steps: [],
  };
  const share = shareOf(run, line);
  if (share === null) return plainColumn;
  if (!share.stands) return { ...plainColumn, paid: share.month };
  return {
    paid: share.month,
    need: share.month,
    year: share.year,
    basis: 'bill',
    override: null,
    status: 'given',
    steps: [
      { step: 'bill', reads: () => [{ node: `bill/${share.bill}` }], value: share.exact },
      roundStep(run, share.month),
    ],
  };
}

function overridden(run: Run, line: Line, column: NeedColumn): NeedColumn {
  const said = run.household.overrides.find((one) => one.line === line.need.id && one.of === line.person);
  if (said === undefined || said.paid === null) return column;
  const step = run.definitions.step;
  const year = new Exact(said.paid.amount).mul(timesAYear(run, said.paid.period));
  const need = roundTo(year.div(12), step);
  const steps: LineStep[] = [{ step: 'override', reads: NOTHING, value: year.div(12) }, roundStep(run, need)];
  return {
    ...column,
    need,
    year: roundTo(year, step),
    basis: 'override',
    override: { computed: column.need, reason: said.reason, by: said.by },
    status: 'given',
    steps: [...column.steps, ...steps],
  };
}

interface Share {
  readonly bill: string;
  readonly stands: boolean;
  readonly exact: Exact;
  readonly month: Exact;
  readonly year: Exact;
}

/** The part of a bill that falls on a line; null where no bill is paid. */
function shareOf(run: Run, line: Line): Share | null {
  for (const bill of run.definitions.bills.values()) {
    if (!bill.replaces.includes(line.need.id)) continue;
    const owner = bill.for === 'person' ? line.person : null;
    const paid = paidBill(run, bill, owner);
    if (paid === null) continue;
    const lines = replacedLines(run, bill, owner);
    const place = lines.findIndex((one) => one.id === line.id);
    if (place < 0) continue;
    const weights = lines.map((one) => one.reference);
    const step = run.definitions.step;
    const month = split(paid.month, weights, step)[place]!;
    return {
      bill: stateId(run, bill.id, owner),
      stands: stands(bill, paid.month, referencesOf(lines)),
      exact: lines.length === 1 ? paid.month : month,
      month,
      year: split(paid.year, weights, step)[place]!,
    };
  }
  return null;
}

/** What is paid against what the references say; a tie leaves the bill. */
function stands(bill: Bill, paid: Exact, references: Exact): boolean {
  if (bill.take === 'reference') return false;
  if (bill.take === 'larger') return snap(paid).gte(snap(references));
  if (bill.take === 'smaller') return snap(paid).lte(snap(references));
  return true;
}

/** The lines that a bill stands in for and that are there, in the order of `replaces`, then of person ids. */
export function replacedLines(run: Run, bill: Bill, owner: number | null): Line[] {
  return bill.replaces.flatMap((need) =>
    linesOfNeed(run, need)
      .filter((line) => !line.leftOut && (bill.for === 'household' || line.person === owner))
      .sort((a, b) => (idOf(run, a) < idOf(run, b) ? -1 : 1)),
  );
}

function idOf(run: Run, line: Line): string {
  return line.person === null ? '' : personId(run, line.person);
}

function referencesOf(lines: readonly Line[]): Exact {
  return lines.reduce<Exact>((sum, line) => sum.add(line.reference), ZERO);
}

/** A bill that is really paid; one that is only assumed for formulas replaces nothing. */
function paidBill(run: Run, bill: Bill, owner: number | null): { month: Exact; year: Exact } | null {
  const id = stateId(run, bill.id, owner);
  const state = run.bills.get(id);
  if (state === undefined || state.origin === 'assumed') return null;
  return run.before === null || !bill.follows || run.changes.setNow.has(id)
    ? amounts(state)
    : followed(run, run.before, bill, owner);
}

function amounts(state: BillState): { month: Exact; year: Exact } {
  return { month: state.month.number, year: state.year };
}

/** `what-if: follows`: where a lever lowers the references, the bill falls in the same proportion. */
function followed(run: Run, before: Run, bill: Bill, owner: number | null): { month: Exact; year: Exact } | null {
  const paid = paidBill(before, bill, owner);
  if (paid === null) return null;
  const [was, is] = [before, run].map((one) => referencesOf(replacedLines(one, bill, owner)));
  if (was === undefined || is === undefined || !is.lt(was)) return paid;
  return { month: paid.month.mul(is).div(was), year: paid.year.mul(is).div(was) };
}

/** A credit is positive in its line and subtracted in every sum. */
export function signed(sum: Exact, line: Line, amount: Exact): Exact {
  return line.need.credit ? sum.sub(amount) : sum.add(amount);
}
