import type { Expression } from '../model/expression.js';
import { nameOf } from '../model/node-id.js';
import type { Evaluation } from '../model/evaluation.js';
import type { Batch } from './batch.js';
import { madeOf } from './compiler.js';
import { atPerson } from './context.js';
import type { Program } from './program.js';
import { namesOfCondition, type Named } from './refs.js';
import { NO, UNDECIDED, type Rows, type TruthSlot } from './slots.js';
import { isUnknownKey } from './table-keys.js';
import { hitsOf } from './table-lookup.js';
import {
  follow,
  idOf,
  KINDS,
  linksOf,
  type Entry,
  type Link,
  type Reading,
  type TracePlan,
  type Visit,
} from './trace-plan.js';
import { truthAt } from './trace-tests.js';

/** What a formula reads, with its cases apart: of them only what was reached is read. */
export interface Used {
  readonly links: readonly Link[];
  readonly cases: readonly {
    readonly whens: readonly TruthSlot[];
    readonly tests: readonly Link[];
    readonly values: readonly Used[];
  }[];
}

const NO_USE: Used = { links: [], cases: [] };

export function usedOf(plan: TracePlan, expressions: readonly (Expression | null)[]): Used {
  if (expressions.every((e) => e === null || e.kind === 'number' || e.kind === 'word')) return NO_USE;
  const names: Named[] = [];
  const cases: Used['cases'][number][] = [];
  const walk = (e: Expression, asOf: Named['asOf']): void => {
    switch (e.kind) {
      case 'number':
      case 'word':
        return;
      case 'name':
        names.push({ ref: e.ref, asOf });
        return;
      case 'add':
      case 'subtract':
      case 'multiply':
      case 'divide':
        walk(e.left, asOf);
        walk(e.right, asOf);
        return;
      case 'min':
      case 'max':
        for (const one of e.of) walk(one, asOf);
        return;
      case 'round':
      case 'up':
      case 'down':
      case 'convert':
        walk(e.of, asOf);
        return;
      case 'at':
        walk(e.of, e.month);
        return;
      case 'cases':
        cases.push({
          whens: e.cases.map(({ when }) => madeOf(plan.program.compiler, when) as TruthSlot),
          tests: linksOf(
            plan,
            e.cases.flatMap(({ when }) => namesOfCondition(when)),
          ),
          values: [...e.cases.map(({ is }) => usedOf(plan, [is])), usedOf(plan, [e.otherwise])],
        });
    }
  };
  for (const e of expressions) if (e !== null) walk(e, null);
  return { links: linksOf(plan, names), cases };
}

/** Calls back for what a formula read in a row. */
export function visitUsed(reading: Reading, used: Used, rows: Rows, row: number, visit: Visit): void {
  follow(reading, used.links, rows, row, visit);
  for (const { whens, tests, values } of used.cases) {
    follow(reading, tests, rows, row, visit);
    let at = 0;
    while (at < whens.length && truthAt(reading.batch, whens[at]!, rows, row) === NO) at++;
    if (at < whens.length && truthAt(reading.batch, whens[at]!, rows, row) === UNDECIDED) continue;
    visitUsed(reading, values[at]!, rows, row, visit);
  }
}

/** What the run read, as marks on the plan: levers and policy apart. */
export interface Usage {
  readonly bills: ReadonlySet<string>;
  /** Series whose last value a formula used. */
  readonly series: ReadonlySet<string>;
  readonly tables: readonly Evaluation['assumptions'][number][];
}

const NOTHING: Usage = { bills: new Set(), series: new Set(), tables: [] };

/** True where a document depends on what formulas really read. */
export function asksUsage(program: Program): boolean {
  return (
    program.asksTables ||
    program.namedBeyond.size > 0 ||
    program.bills.some(({ bill }) => bill.assume !== null && program.readBills.has(bill.id))
  );
}

/** Entries from which a bill with an `assume`, a series past its end, or a table that may meet an unknown can be reached. */
function leading(plan: TracePlan): Uint8Array {
  const { program, entries, names } = plan;
  const leads = new Uint8Array(entries.length);
  const namers = new Map<string, Entry[]>();
  for (const entry of entries)
    for (const key of names.get(entry.key) ?? []) {
      const known = namers.get(key);
      if (known === undefined) namers.set(key, [entry]);
      else known.push(entry);
    }
  const waiting = entries.filter((entry) => {
    const kind = entry.order[0];
    if (kind === KINDS.bill)
      return program.bills.some(({ bill }) => bill.assume !== null && entry.key === `bill/${bill.id}{at}`);
    if (kind === KINDS.series) return program.namedBeyond.has(entry.key.split('/')[1] ?? '');
    return entry.lookup !== undefined && asksUnknown(entry.lookup);
  });
  for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
    if (leads[entry.at] === 1) continue;
    leads[entry.at] = 1;
    waiting.push(...(namers.get(entry.key) ?? []));
  }
  return leads;
}

const asksUnknown = (lookup: NonNullable<Entry['lookup']>): boolean =>
  lookup.keys.some(({ slot }) => (slot?.kind === 'word' ? slot.mayBeUnknown : slot?.stateful === true));

export function usageOf(program: Program, batch: Batch, plan: TracePlan | null): Usage {
  if (plan === null || !asksUsage(program)) return NOTHING;
  const persons = batch.households[0]!.persons.map((person) => `@${person.id}`);
  const reading: Reading = { program, batch, level: 'full', levers: false, policy: false, persons };
  const width = Math.max(batch.persons, 1);
  const marks = new Uint8Array(plan.entries.length * width);
  const leads = (plan.leads ??= leading(plan));
  const visit = (entry: Entry, row: number): void => {
    if (leads[entry.at] === 0) return;
    const at = entry.at * width + row;
    if (marks[at] === 1) return;
    marks[at] = 1;
    (entry.uses ?? entry.links)(reading, row, visit);
  };
  for (const entry of plan.entries) {
    if (entry.order[0] === KINDS.bill || leads[entry.at] === 0) continue;
    const n = entry.rows === 'person' ? batch.persons : 1;
    for (let row = 0; row < n; row++) if (entry.exists(batch, row) && entry.root(reading, row)) visit(entry, row);
  }
  const bills = new Set<string>();
  const series = new Set<string>();
  const tables = new Map<string, Evaluation['assumptions'][number]>();
  for (const entry of plan.entries) {
    if (leads[entry.at] === 0) continue;
    const kind = entry.order[0];
    if (kind !== KINDS.bill && kind !== KINDS.series && kind !== KINDS.table) continue;
    const n = entry.rows === 'person' ? batch.persons : 1;
    for (let row = 0; row < n; row++) {
      if (marks[entry.at * width + row] === 0) continue;
      if (kind === KINDS.bill) bills.add(idOf(reading, entry, row).slice('bill/'.length));
      else if (kind === KINDS.series) series.add(entry.key.split('/')[1] ?? '');
      else unknownKeys(reading, entry, row, tables);
    }
  }
  return { bills, series, tables: [...tables.values()] };
}

/** Keys that met an unknown where a row fits: assumptions, each name once. */
function unknownKeys(
  reading: Reading,
  entry: Entry,
  row: number,
  told: Map<string, Evaluation['assumptions'][number]>,
): void {
  const { lookup } = entry;
  const { batch } = reading;
  if (lookup === undefined || hitsOf(batch, lookup, row).length === 0) return;
  lookup.keys.forEach((key, i) => {
    const source = lookup.sources[i]!;
    if (source.kind !== 'name' || !isUnknownKey(batch, key, row)) return;
    const { ref } = source;
    if (ref.of === 'fact' && ref.id.startsWith('local.')) return;
    const own = entry.rows === 'person' && 'id' in ref && ref.id.startsWith('person.');
    const name = `${nameOf(ref)}${own ? atPerson(batch, 'person', row) : ''}`;
    if (!told.has(name)) told.set(name, { name, value: 'unknown', node: idOf(reading, entry, row) });
  });
}
