import type { EvaluationOptions } from '../../model/evaluation.js';
import type { TraceNode } from '../../model/trace.js';
import type { Batch } from '../machine/batch.js';
import type { Program } from '../program.js';
import { KINDS, type Asked, type Entry, type Reading, type TracePlan } from './entry.js';
import { inOrder, planOf } from './plan.js';
import { idOf, mark, readingOf, type Settled } from './roster.js';

/** The trace of a batch of one, in the order of the document. */
export function traceOf(program: Program, batch: Batch, options: EvaluationOptions): TraceNode[] {
  const plan = planOf(program);
  const reading = readingOf(plan, batch);
  findTold(plan, reading, {
    level: options.trace === 'full' ? 'full' : 'fired',
    levers: options.levers !== 'none',
    policy: true,
  });
  return written(plan, reading);
}

const rowsOf = (entry: Entry, { batch }: Reading): number => (entry.rows === 'person' ? batch.persons : 1);

/** Finds what is told of its own accord, then what that names, and so on. */
function findTold(plan: TracePlan, reading: Reading, asked: Asked): void {
  const { batch, width } = reading;
  const judged = batch.households[0]!.overrides.length > 0;
  const settled = asked.level === 'full' && !judged ? settledOf(plan, reading) : null;
  if (settled !== null) {
    reading.told = settled.told.slice();
    for (const place of settled.moving) nameFrom(plan, reading, place);
  }
  const roots = settled === null ? plan.roots : plan.moving;
  for (const entry of roots)
    for (let row = 0; row < rowsOf(entry, reading); row++)
      if (entry.exists(batch, row) && entry.root(batch, row, asked)) mark(reading, entry.at * width + row);
  for (const place of reading.waiting) nameFrom(plan, reading, place);
}

function nameFrom({ entries }: TracePlan, reading: Reading, place: number): void {
  const at = Math.floor(place / reading.width);
  entries[at]!.names(reading, place - at * reading.width);
}

/** What a whole trace tells of the persons of a reading whatever their values: most of it, found once. */
function settledOf(plan: TracePlan, { roster, batch }: Reading): Settled {
  if (roster.settled !== null) return roster.settled;
  const reading = readingOf(plan, batch);
  const moving: number[] = [];
  for (const entry of plan.roots)
    for (let row = 0; row < rowsOf(entry, reading); row++)
      if (entry.whole?.(batch, row) === true) mark(reading, entry.at * reading.width + row);
  for (const place of reading.waiting) {
    if (plan.entries[Math.floor(place / reading.width)]!.fixed()) nameFrom(plan, reading, place);
    else moving.push(place);
  }
  return (roster.settled = { told: reading.told, moving });
}

/** The nodes as the document has them: a bill before the first line it stands in for, a policy's line after its own. */
function written(plan: TracePlan, reading: Reading): TraceNode[] {
  const { program, told, width, batch } = reading;
  const nodes: TraceNode[] = [];
  const take = (entry: Entry, row: number): void => {
    const place = entry.at * width + row;
    if (told[place] !== 1) return;
    nodes.push(entry.node(reading, row, idOf(reading, entry, row)));
    told[place] = 0;
  };
  const takeAll = (entry: Entry): void => {
    const n = rowsOf(entry, reading);
    for (let row = 0; row < n; row++) take(entry, row);
  };
  const takeLine = (entry: Entry): void => {
    const line = program.lines[entry.order[0] as number]!;
    const bill = program.splitFor.get(line)?.split.bill;
    const billed = bill === undefined ? undefined : plan.byKey.get(`bill/${bill.id}{at}`);
    const aid = plan.kinds[KINDS.aidLine]!.find((one) => one.order[0] === line.at);
    const n = rowsOf(entry, reading);
    for (let row = 0; row < n; row++) {
      if (billed !== undefined && told[entry.at * width + row] === 1) take(billed, billed.rows === 'person' ? row : 0);
      take(entry, row);
      if (aid !== undefined) take(aid, row);
    }
  };
  /** Members by place, then the household; within one, kinds in the order of the model. */
  const takeIncomes = (entries: readonly Entry[]): void => {
    for (let row = 0; row < batch.persons; row++)
      for (const entry of entries) if (entry.rows === 'person') take(entry, row);
    for (const entry of entries) if (entry.rows === 'household') take(entry, 0);
  };
  for (const kind of Object.values(KINDS)) {
    if (kind === KINDS.aidLine) continue;
    const entries = inOrder(plan, kind);
    if (kind === KINDS.income) takeIncomes(entries);
    else if (kind === KINDS.line) entries.forEach(takeLine);
    else entries.forEach(takeAll);
  }
  return nodes;
}
