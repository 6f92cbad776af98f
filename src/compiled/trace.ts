import type { EvaluationOptions } from '../model/evaluation.js';
import type { TraceNode } from '../model/trace.js';
import type { Batch } from './batch.js';
import type { Program } from './program.js';
import { KINDS, type Entry, type Reading, type TracePlan } from './trace-plan.js';

/** Which nodes are told: everything told of its own accord, and what that names. */
function marked(plan: TracePlan, reading: Reading): Uint8Array {
  const { batch } = reading;
  const width = Math.max(batch.persons, 1);
  const marks = new Uint8Array(plan.entries.length * width);
  const visit = (entry: Entry, row: number): void => {
    const at = entry.at * width + row;
    if (marks[at] === 1) return;
    marks[at] = 1;
    entry.links(reading, row, visit);
  };
  for (const entry of plan.entries) {
    const n = entry.rows === 'person' ? batch.persons : 1;
    for (let row = 0; row < n; row++) if (entry.exists(batch, row) && entry.root(reading, row)) visit(entry, row);
  }
  return marks;
}

function readingOf(program: Program, batch: Batch, level: Reading['level'], levers: boolean, policy: boolean): Reading {
  const persons = batch.households[0]!.persons.map((person) => `@${person.id}`);
  return { program, batch, level, levers, policy, persons };
}

/** The trace of a batch of one, in the order of the document. */
export function traceOf(program: Program, batch: Batch, plan: TracePlan, options: EvaluationOptions): TraceNode[] {
  const reading = readingOf(
    program,
    batch,
    options.trace === 'full' ? 'full' : 'fired',
    options.levers !== 'none',
    true,
  );
  const marks = marked(plan, reading);
  const width = Math.max(batch.persons, 1);
  const nodes: TraceNode[] = [];
  const { entries } = plan;
  const isMarked = (entry: Entry, row: number): boolean => marks[entry.at * width + row] === 1;
  const tell = (entry: Entry, row: number): void => {
    const at = entry.at * width + row;
    if (marks[at] !== 1) return;
    marks[at] = 2;
    nodes.push(entry.node(reading, row));
  };
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i]!;
    if (entry.order[0] === KINDS.line) {
      const aid =
        entries[i + 1]?.order[1] === entry.order[1] && entries[i + 1]?.order[0] === KINDS.line ? entries[i + 1]! : null;
      const n = entry.rows === 'person' ? batch.persons : 1;
      for (let row = 0; row < n; row++) {
        if (isMarked(entry, row)) tellBill(program, batch, plan, entry, row, tell);
        tell(entry, row);
        if (aid !== null) tell(aid, row);
      }
      if (aid !== null) i++;
      continue;
    }
    if (entry.order[0] === KINDS.income) {
      while (entries[i + 1]?.order[0] === KINDS.income) i++;
      tellIncomes(plan, batch, tell);
      continue;
    }
    const n = entry.rows === 'person' ? batch.persons : 1;
    for (let row = 0; row < n; row++) tell(entry, row);
  }
  return nodes;
}

/** A bill stands before the first line it stands in for. */
function tellBill(
  program: Program,
  batch: Batch,
  plan: TracePlan,
  entry: Entry,
  row: number,
  tell: (entry: Entry, row: number) => void,
): void {
  const line = program.lines[entry.order[1] as number]!;
  const billed = program.splitFor.get(line);
  if (billed === undefined) return;
  const bill = plan.byKey.get(`bill/${billed.split.bill.id}{at}`);
  if (bill !== undefined) tell(bill, bill.rows === 'person' ? row : 0);
}

/** Incomes: members by place, then the household; within one, kinds in the order of the model. */
function tellIncomes(plan: TracePlan, batch: Batch, tell: (entry: Entry, row: number) => void): void {
  const entries = plan.entries.filter((entry) => entry.order[0] === KINDS.income);
  for (let row = 0; row < batch.persons; row++)
    for (const entry of entries) if (entry.rows === 'person') tell(entry, row);
  for (const entry of entries) if (entry.rows === 'household') tell(entry, 0);
}
