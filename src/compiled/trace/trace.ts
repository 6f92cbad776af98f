import type { EvaluationOptions } from '../../model/evaluation.js';
import type { TraceNode } from '../../model/trace.js';
import type { Batch } from '../machine/batch.js';
import type { Program } from '../program.js';
import { always, inOrder, KINDS, planOf, type Asked, type Entry, type Reading, type TracePlan } from './plan.js';
import { idOf, mark, readingOf } from './roster.js';

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
function findTold({ entries, roots }: TracePlan, reading: Reading, asked: Asked): void {
  const { batch, waiting, width } = reading;
  for (let i = 0; i < roots.length; i++) {
    const entry = roots[i]!;
    const n = rowsOf(entry, reading);
    const sure = entry.exists === always;
    const whole = entry.whole === true && asked.level === 'full';
    for (let row = 0; row < n; row++)
      if ((sure || entry.exists(batch, row)) && (whole || entry.root(batch, row, asked)))
        mark(reading, entry.at * width + row);
  }
  for (let i = 0; i < waiting.length; i++) {
    const place = Math.floor(waiting[i]! / width);
    entries[place]!.names(reading, waiting[i]! - place * width);
  }
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
