import type { Ref } from '../model/expression.js';
import type { Over } from '../model/facts.js';
import { isValid } from '../model/model.js';
import { nodePattern } from '../model/node-id.js';
import type { TraceNode } from '../model/trace.js';
import { overPersons } from './over-persons.js';
import type { Batch } from './batch.js';
import type { Rows } from './slots.js';
import type { Program } from './program.js';
import type { Named } from './refs.js';
import type { Lookup } from './table-lookup.js';
import { planAdjustments, planItems, planNeeds, planNotices } from './trace-conditions.js';
import { makeEntry, planFigures } from './trace-entries.js';
import { planLevers } from './trace-levers.js';
import { planAid, planAidLines } from './trace-aid.js';

/** One node a row: where it stands in the document, what it names, how it is told. */
export interface Entry {
  readonly key: string;
  readonly rows: Rows;
  /** Kind, then place in the model, then what tells variants apart. */
  readonly order: readonly (number | string)[];
  /** Place in the plan, once it is in order. */
  at: number;
  /** Calls back for each node that is named, in the order of writing. */
  readonly links: (reading: Reading, row: number, visit: Visit) => void;
  /** The same for what was really read: of cases only those reached; absent where that is all of it. */
  readonly uses?: (reading: Reading, row: number, visit: Visit) => void;
  readonly node: (reading: Reading, row: number) => TraceNode;
  /** False where there is nothing to tell: it is not listed either. */
  readonly exists: (batch: Batch, row: number) => boolean;
  /** Told of its own accord (not only where something names it). */
  readonly root: (reading: Reading, row: number) => boolean;
  /** Of a table: its look-up. */
  readonly lookup?: Lookup;
  readonly prefix: string;
  readonly suffix: string;
}

export type Visit = (entry: Entry, row: number) => void;

/** One reading of a trace: the batch, and what is asked of it. */
export interface Reading {
  readonly program: Program;
  readonly batch: Batch;
  readonly level: 'fired' | 'full';
  /** Levers are told. */
  readonly levers: boolean;
  /** The policy's part is told. */
  readonly policy: boolean;
  /** `@id` of each row. */
  readonly persons: readonly string[];
}

/** Everything that a trace may tell, in the order of the document. */
export interface TracePlan {
  readonly program: Program;
  readonly entries: Entry[];
  readonly byKey: Map<string, Entry>;
  /** Keys each entry names, whatever the household. */
  readonly names: Map<string, Set<string>>;
  /** Entries being made, innermost last. */
  readonly making: string[];
  /** By place: the entry leads to a bill, a series or a table that usage asks for. */
  leads: Uint8Array | null;
}

export const KINDS = {
  fact: 0,
  derived: 1,
  parameter: 2,
  table: 3,
  series: 4,
  whenAdjustment: 5,
  whenNeed: 6,
  whenNotice: 7,
  whenPolicy: 8,
  line: 9,
  bill: 10,
  income: 11,
  incomes: 12,
  total: 13,
  figure: 14,
  lever: 15,
  aid: 16,
} as const;

/** The plan of a program, made when a trace is first asked for. */
export function planOf(program: Program): TracePlan {
  if (program.plan !== null) return program.plan;
  const plan: TracePlan = {
    program,
    entries: [],
    byKey: new Map(),
    names: new Map(),
    making: [],
    leads: null,
  };
  const { model } = program;
  for (const { derived } of program.derived) entryFor(plan, { of: 'derived', id: derived.id }, null);
  planAdjustments(
    plan,
    model.adjustments.filter((one) => isValid(one, program.month)),
    '',
    KINDS.whenAdjustment,
  );
  planNeeds(plan);
  planItems(plan);
  planNotices(plan);
  for (const line of program.lines) entryFor(plan, { of: 'line', id: line.need.id }, null);
  for (const { bill } of program.bills) entryFor(plan, { of: 'bill', id: bill.id }, null);
  for (const { income } of program.incomes) entryFor(plan, { of: 'income', scope: income.for, kind: income.id }, null);
  for (const id of ['income', 'need', 'balance'] as const) entryFor(plan, { of: 'sum', id }, null);
  for (const { total } of program.totals) entryFor(plan, { of: 'total', id: total.id }, null);
  planFigures(plan);
  planLevers(plan);
  if (program.policySlots !== null) {
    planAdjustments(
      plan,
      program.policySlots.policy.adjustments.filter((one) => isValid(one, program.month)),
      `${program.policySlots.policy.id}/`,
      KINDS.whenPolicy,
    );
    planAidLines(plan, program.policySlots);
    planAid(plan, program.policySlots);
  }
  plan.entries.sort((a, b) => inOrder(a.order, b.order));
  plan.entries.forEach((entry, i) => (entry.at = i));
  program.plan = plan;
  return plan;
}

function inOrder(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const x = a[i] ?? -1;
    const y = b[i] ?? -1;
    if (x === y) continue;
    if (typeof x === 'number' && typeof y === 'number') return x - y;
    return String(x) < String(y) ? -1 : 1;
  }
  return 0;
}

/** The entry of a name; null for what has no node (`amount`, `gap`, `parts`). */
export function entryFor(plan: TracePlan, ref: Ref, asOf: Named['asOf']): Entry | null {
  if (ref.of === 'sum' && (ref.id === 'amount' || ref.id === 'gap' || ref.id === 'parts')) return null;
  const dated =
    ref.of === 'series' ? (asOf ?? plan.program.month) : ref.of === 'parameter' || ref.of === 'table' ? asOf : null;
  return addEntry(plan, nodePattern(ref, dated), () => makeEntry(plan, ref, asOf));
}

/** Adds an entry once. What it names comes before it: definitions never go in a circle. */
export function addEntry(
  plan: TracePlan,
  key: string,
  make: () => Omit<Entry, 'at' | 'key' | 'prefix' | 'suffix'>,
): Entry {
  const outer = plan.making.at(-1);
  if (outer !== undefined) plan.names.get(outer)!.add(key);
  const known = plan.byKey.get(key);
  if (known !== undefined) return known;
  plan.names.set(key, new Set());
  plan.making.push(key);
  const [prefix = '', suffix = ''] = key.split('{at}');
  const made = make();
  plan.making.pop();
  const entry: Entry = { key, prefix, suffix, at: 0, ...made };
  plan.byKey.set(key, entry);
  plan.entries.push(entry);
  return entry;
}

/** Names as links from one row: once each, in the order of writing. */
export interface Link {
  readonly entry: Entry;
  /** For each of these persons rather than for the one at hand. */
  readonly over: Over | null;
}

/** A link to an entry that may be made later: a condition of an adjustment or item. */
export function laterLink(plan: TracePlan, key: string): Link {
  let found: Entry | undefined;
  return {
    get entry() {
      return (found ??= plan.byKey.get(key)!);
    },
    over: null,
  };
}

const NO_LINKS: readonly Link[] = [];

/** Links of names. */
export function linksOf(plan: TracePlan, names: readonly Named[], over: Over | null = null): readonly Link[] {
  if (names.length === 0) return NO_LINKS;
  const seen = new Set<string>();
  const links: Link[] = [];
  for (const { ref, asOf } of names) {
    const key = nodePattern(ref, asOf);
    if (seen.has(key)) continue;
    seen.add(key);
    const entry = entryFor(plan, ref, asOf);
    if (entry !== null) links.push({ entry, over });
  }
  return links;
}

/** Follows links from a row of `rows`; those of an aggregate person by person. */
export function follow(reading: Reading, links: readonly Link[], rows: Rows, row: number, visit: Visit): void {
  const { batch } = reading;
  const over = links[0]?.over ?? null;
  if (over !== null) {
    overPersons(batch, over, rows, row, (p) => {
      for (const { entry } of links) visitOne(batch, entry, 'person', p, visit);
    });
    return;
  }
  for (const { entry } of links) visitOne(batch, entry, rows, row, visit);
}

function visitOne(batch: Batch, entry: Entry, rows: Rows, row: number, visit: Visit): void {
  const at = rows === 'person' && entry.rows === 'household' ? batch.household[row]! : row;
  if (entry.exists(batch, at)) visit(entry, at);
}

/** Ids of what is named, once each. */
export function idsOf(reading: Reading, links: readonly Link[], rows: Rows, row: number): string[] {
  const ids: string[] = [];
  follow(reading, links, rows, row, (entry, at) => {
    const id = idOf(reading, entry, at);
    if (!ids.includes(id)) ids.push(id);
  });
  return ids;
}

export function idOf(reading: Reading, entry: Entry, row: number): string {
  return entry.rows === 'person'
    ? `${entry.prefix}${reading.persons[row]!}${entry.suffix}`
    : `${entry.prefix}${entry.suffix}`;
}

export const always = (): boolean => true;
export const never = (): boolean => false;
