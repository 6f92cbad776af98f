import type { EvaluationOptions } from '../../model/evaluation.js';
import type { TraceNode } from '../../model/trace.js';
import type { Batch } from '../machine/batch.js';
import type { Program } from '../program.js';
import type { Asked, Reading, TracePlan } from './entry.js';
import { orderOf } from './order.js';
import { areMetAgain, nodeAt } from './met.js';
import { planOf } from './plan.js';
import { idOf, mark, readingOf, rowsOf, type Settled } from './roster.js';

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
    for (let row = 0; row < rowsOf(entry, batch); row++)
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
    for (let row = 0; row < rowsOf(entry, batch); row++)
      if (entry.whole?.(batch, row) === true) mark(reading, entry.at * reading.width + row);
  for (const place of reading.waiting) {
    if (plan.entries[Math.floor(place / reading.width)]!.fixed()) nameFrom(plan, reading, place);
    else moving.push(place);
  }
  return (roster.settled = { told: reading.told, moving });
}

/** The nodes as the document has them, each once. */
function written(plan: TracePlan, reading: Reading): TraceNode[] {
  const { told, width } = reading;
  const { places } = orderOf(plan, reading);
  const nodes: TraceNode[] = [];
  const again = areMetAgain(reading);
  for (let i = 0; i < places.length; i += 2) {
    const place = places[i]!;
    if (told[place] !== 1 || told[places[i + 1]!] !== 1) continue;
    told[place] = 0;
    const at = Math.floor(place / width);
    const row = place - at * width;
    const entry = plan.entries[at]!;
    nodes.push(again ? nodeAt(reading, entry, row) : entry.node(reading, row, idOf(reading, entry, row)));
  }
  return nodes;
}
