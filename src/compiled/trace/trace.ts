import type { EvaluationOptions } from '../../model/evaluation.js';
import type { TraceNode } from '../../model/trace.js';
import type { Batch } from '../machine/batch.js';
import type { Program } from '../program.js';
import { toldAgain } from './again.js';
import type { Asked, Reading, TracePlan } from './entry.js';
import { areMetAgain } from './met.js';
import { orderOf } from './order.js';
import { planOf } from './plan.js';
import { idOf, readingOf } from './roster.js';
import { findTold } from './told.js';

/** The trace of a batch of one, in the order of the document. */
export function traceOf(program: Program, batch: Batch, options: EvaluationOptions): TraceNode[] {
  const plan = planOf(program);
  const reading = readingOf(plan, batch);
  const level = options.trace === 'full' ? 'full' : 'fired';
  const asked: Asked = { level, levers: options.levers !== 'none', policy: true };
  if (areMetAgain(reading)) return toldAgain(plan, reading, asked);
  findTold(plan, reading, asked);
  return written(plan, reading);
}

/** The nodes as the document has them, each once. */
function written(plan: TracePlan, reading: Reading): TraceNode[] {
  const { told, width } = reading;
  const { places } = orderOf(plan, reading);
  const nodes: TraceNode[] = [];
  for (let i = 0; i < places.length; i += 2) {
    const place = places[i]!;
    if (told[place] !== 1 || told[places[i + 1]!] !== 1) continue;
    told[place] = 0;
    const at = Math.floor(place / width);
    const row = place - at * width;
    const entry = plan.entries[at]!;
    nodes.push(entry.node(reading, row, idOf(reading, entry, row)));
  }
  return nodes;
}
