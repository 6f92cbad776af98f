import type { Ref } from '../../model/expression.js';
import { isValid } from '../../model/model.js';
import { nodePattern } from '../../model/node-id.js';
import { keptFor, type Program } from '../program.js';
import type { Named } from '../formulas/refs.js';
import { planAid, planAidLines } from './aid.js';
import { billEntry } from './bills.js';
import { planAdjustments, planNeeds, planNotices } from './conditions.js';
import { derivedEntry } from './derived.js';
import { KINDS, never, noCase, type Entry, type Kind, type MadeEntry, type TracePlan } from './entry.js';
import { makeEntry } from './entries.js';
import { incomeEntry } from './incomes.js';
import { planLevers } from './levers.js';
import { lineEntry } from './lines.js';
import { figureEntry, SUMS, sumEntry, totalEntry } from './sums.js';
import { leadingSlots } from './usage.js';

/** The plan of a program, made when it is first asked for. */
export const planOf = keptFor((program: Program): TracePlan => {
  const plan: TracePlan = {
    program,
    entries: [],
    roots: [],
    moving: [],
    byKey: new Map(),
    named: { fact: new Map(), derived: new Map(), parameter: new Map(), table: new Map() },
    kinds: Object.values(KINDS).map(() => []),
    mixed: new Set(),
    rosters: new Map(),
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

/** The entry of a name; null for what has no node (`amount`, `gap`, `parts`). */
export function entryFor(plan: TracePlan, ref: Ref, asOf: Named['asOf']): Entry | null {
  if (ref.of === 'sum' && (ref.id === 'amount' || ref.id === 'gap' || ref.id === 'parts')) return null;
  const dated =
    ref.of === 'series' ? (asOf ?? plan.program.month) : ref.of === 'parameter' || ref.of === 'table' ? asOf : null;
  if (dated !== null || !isBare(ref)) return entryUnder(plan, nodePattern(ref, dated), ref, asOf);
  const named = plan.named[ref.of];
  let entry = named.get(ref.id);
  if (entry === undefined) named.set(ref.id, (entry = entryUnder(plan, nodePattern(ref, null), ref, asOf)));
  return entry;
}

const entryUnder = (plan: TracePlan, key: string, ref: Ref, asOf: Named['asOf']): Entry =>
  plan.byKey.get(key) ?? addEntry(plan, key, makeEntry(plan, ref, asOf));

type Bare = Extract<Ref, { of: keyof TracePlan['named'] }>;

/** Told apart from others of its kind by its id alone: most names are, and no key need be put together for them. */
const isBare = (ref: Ref): ref is Bare =>
  ref.of === 'fact' ||
  ref.of === 'derived' ||
  ref.of === 'parameter' ||
  (ref.of === 'table' && ref.column === undefined && ref.with === undefined);

export function addEntry(plan: TracePlan, key: string, made: MadeEntry): Entry {
  const [prefix = '', suffix = ''] = key.split('{at}');
  const leads = plan.program.namedBeyond.size > 0 || made.slots.some((slot) => plan.leads[slot.id] === 1);
  // written out, so that all entries have one shape
  const entry: Entry = {
    key,
    at: plan.entries.length,
    prefix,
    suffix,
    leads,
    kind: made.kind,
    order: made.order,
    rows: made.rows,
    slots: made.slots,
    names: made.names,
    node: made.node,
    uses: made.uses,
    exists: made.exists,
    root: made.root,
    whole: made.whole,
    fixed: made.fixed ?? never,
    deciding: made.deciding ?? noCase,
    present: made.present,
    lookup: made.lookup,
  };
  const kind = plan.kinds[made.kind]!;
  const last = kind.at(-1);
  if (last !== undefined && byPlace(last, entry) > 0) plan.mixed.add(made.kind);
  kind.push(entry);
  plan.entries.push(entry);
  if (made.root !== never) {
    plan.roots.push(entry);
    if (made.whole === undefined) plan.moving.push(entry);
  }
  if (leads && made.root !== never && made.kind !== KINDS.bill) plan.leading.push(entry);
  plan.byKey.set(key, entry);
  return entry;
}

/** Entries of a kind in the order of the document. */
export function inOrder(plan: TracePlan, kind: Kind): readonly Entry[] {
  if (plan.mixed.delete(kind)) plan.kinds[kind]!.sort(byPlace);
  return plan.kinds[kind]!;
}

function byPlace({ order: a }: Entry, { order: b }: Entry): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const x = a[i] ?? -1;
    const y = b[i] ?? -1;
    if (x === y) continue;
    if (typeof x === 'number' && typeof y === 'number') return x - y;
    return String(x) < String(y) ? -1 : 1;
  }
  return 0;
}
