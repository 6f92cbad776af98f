import type { Ref } from '../../model/expression.js';
import { isValid } from '../../model/model.js';
import { nodePattern } from '../../model/node-id.js';
import type { TraceNode } from '../../model/trace.js';
import type { Batch } from '../machine/batch.js';
import type { Program } from '../program.js';
import type { Named } from '../inference/refs.js';
import type { Rows, Slot } from '../machine/slots.js';
import type { Lookup } from '../tables/lookup.js';
import { planAid, planAidLines } from './aid.js';
import { billEntry } from './bills.js';
import { planAdjustments, planNeeds, planNotices } from './conditions.js';
import { derivedEntry } from './derived.js';
import { makeEntry } from './entries.js';
import { incomeEntry } from './incomes.js';
import { planLevers } from './levers.js';
import { lineEntry } from './lines.js';
import { figureEntry, SUMS, sumEntry, totalEntry } from './sums.js';
import type { Roster } from './roster.js';
import { leadingSlots } from '../questions/usage.js';

/** Kinds of nodes in the order of the document; a policy's lines stand among the lines. */
export const KINDS = {
  fact: 0,
  derived: 1,
  parameter: 2,
  table: 3,
  series: 4,
  when: 5,
  line: 6,
  bill: 7,
  income: 8,
  incomes: 9,
  total: 10,
  figure: 11,
  lever: 12,
  aid: 13,
  aidLine: 14,
} as const;

export type Kind = (typeof KINDS)[keyof typeof KINDS];

/** What is told of one name: a node a row. */
export interface MadeEntry {
  readonly kind: Kind;
  /** Where it stands among its kind: place in the model, then what tells variants apart. */
  readonly order: readonly (number | string)[];
  readonly rows: Rows;
  /** What its value is read from. */
  readonly slots: readonly Slot[];
  /** Notes what the node of a row names. */
  readonly names: (reading: Reading, row: number) => void;
  /** The node of a row under its id. */
  readonly node: (reading: Reading, row: number, id: string) => TraceNode;
  /** Calls back for each node whose value was really read: of cases only those reached. */
  readonly uses: (batch: Batch, row: number, visit: Visit) => void;
  /** False where there is nothing to tell: it is not named either. */
  readonly exists: (batch: Batch, row: number) => boolean;
  /** Told of its own accord (not only where something names it). */
  readonly root: (batch: Batch, row: number, asked: Asked) => boolean;
  /** At level `full`, of what depends on nothing but who is there: whether it is told of its own accord. */
  readonly whole?: ((batch: Batch, row: number) => boolean) | undefined;
  /** What it names depends on nothing but who is there, where no worker judged otherwise. */
  readonly fixed?: (() => boolean) | undefined;
  /** Of a table: its look-up. */
  readonly lookup?: Lookup | undefined;
}

export interface Entry extends MadeEntry {
  readonly fixed: () => boolean;
  readonly key: string;
  /** Number in the plan. */
  readonly at: number;
  /** Id before and after the person. */
  readonly prefix: string;
  readonly suffix: string;
  /** It leads to a bill, a series or a table that usage asks for. */
  readonly leads: boolean;
}

export type Visit = (entry: Entry, row: number) => void;

/** What is asked of a trace. */
export interface Asked {
  readonly level: 'fired' | 'full';
  /** Levers are told. */
  readonly levers: boolean;
  /** The policy's part is told. */
  readonly policy: boolean;
}

/** One reading of a trace: a batch of one, and what is told of it. */
export interface Reading {
  readonly program: Program;
  readonly batch: Batch;
  readonly roster: Roster;
  /** Rows an entry may have. */
  readonly width: number;
  /** By entry and row (their place): 1 where it is told. */
  told: Uint8Array;
  /** Places that are told, in the order in which they were named. */
  readonly waiting: number[];
}

/** Everything that a trace may tell. What is only told where it is named is added when it is first named. */
export interface TracePlan {
  readonly program: Program;
  readonly entries: Entry[];
  /** Those that may be told of their own accord, and of them those that depend on more than who is there. */
  readonly roots: Entry[];
  readonly moving: Entry[];
  readonly byKey: Map<string, Entry>;
  /** By kind of name and id. */
  readonly named: Readonly<Record<'fact' | 'derived' | 'parameter' | 'table', Map<string, Entry>>>;
  /** By kind, in the order of the document once `inOrder` has been asked. */
  readonly kinds: readonly Entry[][];
  /** Kinds to which something was added out of order. */
  readonly mixed: Set<Kind>;
  /** Rosters met so far. */
  readonly rosters: Map<string, Roster>;
  /** How many links were made that depend on nothing but the roster. */
  links: number;
  /** By slot: it leads to what usage asks for. */
  readonly leads: Uint8Array;
  /** Entries that lead there and are told of their own accord; bills and sums say nothing that their lines do not. */
  readonly leading: Entry[];
}

export const always = (): boolean => true;
export const never = (): boolean => false;
export const nothing = (): void => undefined;
/** Of persons' rows those of members. */
export const isMember =
  (rows: Rows) =>
  (batch: Batch, row: number): boolean =>
    rows === 'household' || batch.isMember[row] === 1;

/** The plan of a program, made when it is first asked for. */
export function planOf(program: Program): TracePlan {
  if (program.plan !== null) return program.plan;
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
  program.plan = plan;
  return plan;
}

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
