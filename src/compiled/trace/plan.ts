import { isValid } from '../../model/model.js';
import { keptFor, type Program } from '../program.js';
import { planAid, planAidLines } from './aid.js';
import { billEntry } from './bills.js';
import { planAdjustments, planNeeds, planNotices } from './conditions.js';
import { derivedEntry } from './derived.js';
import { KINDS, type TracePlan } from './entry.js';
import { makeEntry } from './entries.js';
import { incomeEntry } from './incomes.js';
import { planLevers } from './levers.js';
import { lineEntry } from './lines.js';
import { figureEntry, SUMS, sumEntry, totalEntry } from './sums.js';
import { leadingSlots } from './leads.js';
import { addEntry } from './planned.js';

/** The plan of a program, made when it is first asked for. */
export const planOf = keptFor((program: Program): TracePlan => {
  const plan: TracePlan = {
    program,
    make: makeEntry,
    entries: [],
    roots: [],
    moving: [],
    byKey: new Map(),
    named: { fact: new Map(), derived: new Map(), parameter: new Map(), table: new Map() },
    kinds: Object.values(KINDS).map(() => []),
    mixed: new Set(),
    rosters: new Map(),
    kept: 0,
    links: 0,
    leads: leadingSlots(program),
    leading: [],
  };
  const { model, month } = program;
  program.derived.forEach((one, i) => addEntry(plan, `derived/${one.derived.id}{at}`, derivedEntry(plan, one, i)));
  const adjustments = model.adjustments.filter((one) => isValid(one, month));
  planAdjustments(plan, adjustments, null);
  planNeeds(plan);
  planNotices(plan);
  if (program.policySlots !== null) {
    const { policy } = program.policySlots;
    const own = policy.adjustments.filter((one) => isValid(one, month));
    planAdjustments(plan, own, policy.id);
  }
  for (const line of program.lines) addEntry(plan, `line/${line.need.id}{at}`, lineEntry(plan, line));
  program.bills.forEach((one, i) => addEntry(plan, `bill/${one.bill.id}{at}`, billEntry(plan, one, i)));
  program.incomes.forEach((one, i) => addEntry(plan, `income/${one.income.id}{at}`, incomeEntry(plan, one, i)));
  for (const id of SUMS) addEntry(plan, `total/${id}`, sumEntry(plan, id));
  program.totals.forEach((one, i) => addEntry(plan, `total/${one.total.id}`, totalEntry(plan, one, i)));
  program.figures.forEach((one, i) => addEntry(plan, `figure/${one.figure.id}{at}`, figureEntry(plan, one, i)));
  planLevers(plan);
  if (program.policySlots !== null) {
    planAidLines(plan, program.policySlots);
    planAid(plan, program.policySlots);
  }
  return plan;
});
