import type { TraceNode } from '../../model/trace.js';
import { YES } from '../machine/slots.js';
import type { Asked, Reading, TracePlan } from './entry.js';
import { metAt, nodeAt } from './met.js';
import { mark } from './roster.js';
import { sheetOf, type Sheet } from './sheet.js';
import { findTold, markRoots, namesFrom, settledOf } from './told.js';

/** The trace of persons met before: most of it is told as it was told then. */
export function toldAgain(plan: TracePlan, reading: Reading, asked: Asked): TraceNode[] {
  if (asked.level === 'full') findWhole(plan, reading, asked);
  else findTold(plan, reading, asked);
  const { told } = reading;
  const sheet = sheetOf(plan, reading);
  const { places } = sheet.order;
  const nodes: TraceNode[] = [];
  for (let i = 0; i < places.length; i += 2) {
    const place = places[i]!;
    if (told[place] !== 1 || told[places[i + 1]!] !== 1) continue;
    told[place] = 0;
    nodes.push(nodeAt(plan, reading, sheet, i / 2));
  }
  return nodes;
}

/** Finds what a whole trace tells. */
function findWhole(plan: TracePlan, reading: Reading, asked: Asked): void {
  const settled = settledOf(plan, reading);
  const sheet = sheetOf(plan, reading);
  const { present, others } = sheet;
  const { truths } = reading.batch.memory;
  reading.told = settled.told.slice();
  for (const place of settled.moving) nameBeyond(plan, reading, sheet, place);
  for (let i = 0; i < present.length; i += 2) if (truths[present[i]!] === YES) mark(reading, present[i + 1]!);
  markRoots(others, reading, asked);
  for (const place of reading.waiting) nameBeyond(plan, reading, sheet, place);
}

/** Notes what is named from a place: of a case that was met there, what it named then. */
function nameBeyond(plan: TracePlan, reading: Reading, sheet: Sheet, place: number): void {
  const number = sheet.numbers[place] ?? -1;
  const met = number < 0 ? undefined : metAt(reading, sheet, number);
  if (met === undefined) {
    namesFrom(plan, reading, place);
    return;
  }
  met.beyond ??= beyondSettled(plan, reading, place);
  for (const named of met.beyond) mark(reading, named);
}

/** What is named from a place beyond what a whole trace tells of these persons anyway. */
function beyondSettled(plan: TracePlan, reading: Reading, place: number): readonly number[] {
  const alone: Reading = { ...reading, told: settledOf(plan, reading).told.slice(), waiting: [] };
  namesFrom(plan, alone, place);
  return alone.waiting;
}
