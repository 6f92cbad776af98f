import { Exact } from '../../decimal/exact.js';
import type { Bill } from '../../model/needs.js';
import { evaluateNumber } from '../values/formula.js';
import { timesAYear } from './income.js';
import { membersOrOnce, stateId } from '../persons.js';
import { askFormula, type Gathering } from '../engine/questions.js';
import type { Run, View } from '../run.js';
import type { BillState } from '../states.js';
import { bounded, numberValue, type NumberValue } from '../values/value.js';

function billView(run: Run, person: number | null): View {
  return { run, person, month: null, undecided: 'open' };
}

export function askBill(run: Run, bill: Bill, into: Gathering): void {
  for (const person of membersOrOnce(run, bill.for)) askFormula(bill.assume, billView(run, person), into);
}

/** What is really paid: set by a lever, said by the household, else assumed; unknown bills have no state. */
export function computeBill(run: Run, bill: Bill): void {
  for (const person of membersOrOnce(run, bill.for)) {
    const id = stateId(run, bill.id, person);
    const state = paid(run, bill, person, id) ?? assumed(run, bill, person, id);
    if (state !== null) run.bills.set(id, state);
  }
}

function paid(run: Run, bill: Bill, person: number | null, id: string): BillState | null {
  const set = run.changes.bills.get(id);
  if (set !== undefined) return { month: numberValue(set, 'given'), year: set.mul(12), origin: 'lever' };
  const said = run.household.bills.find((one) => one.bill === bill.id && one.of === person);
  if (said === undefined) return null;
  const year = new Exact(said.amount).mul(timesAYear(run, said.period));
  return { month: bounded(numberValue(year.div(12), 'given'), id), year, origin: 'given' };
}

function assumed(run: Run, bill: Bill, person: number | null, id: string): BillState | null {
  if (bill.assume === null) return null;
  const month = bounded(evaluateNumber(bill.assume, billView(run, person), id), id);
  return { month: { ...month, status: 'assumption' }, year: month.number.mul(12), origin: 'assumed' };
}

/** The name `bill.ID` in a formula. */
export function billValue(run: Run, id: string, person: number | null): NumberValue {
  const name = stateId(run, id, person);
  const state = run.bills.get(name);
  run.billsRead.add(name);
  if (state === undefined) throw new Error(`bill.${id} is read and has no value`);
  return state.month;
}
