import { monthText } from '../../calendar/month.js';
import { type Money, STATUSES, type Status, type ValueType } from '../../model/value.js';
import { type Batch, readState, readWord } from '../machine/batch.js';
import { decimalAt, readExact } from '../machine/exact-values.js';
import { PRINTED, type Compiler } from './compiler.js';
import { doubleOf, textOf, type Num } from '../machine/nums.js';
import { KNOWN, NONE, UNKNOWN, WORD_NONE, type NumberSlot, type WordSlot } from '../machine/slots.js';
import { lineStep } from './steps.js';

const TWO = Array.from({ length: 100 }, (_, i) => String(i).padStart(2, '0'));

/** Steps of rounding as money: 66240 → "662.40". */
export function moneyOf(c: Compiler, steps: number): Money {
  const { printed } = c;
  const at = steps & (PRINTED - 1);
  if (printed.steps[at] === steps) return printed.texts[at]!;
  printed.steps[at] = steps;
  return (printed.texts[at] = printedSteps(c, steps));
}

function printedSteps(c: Compiler, steps: number): Money {
  const { times, over } = lineStep(c).size;
  const units = Math.abs(steps * over);
  const sign = steps < 0 ? '-' : '';
  if (times === 1) return `${sign}${units}`;
  const top = Math.floor(units / times);
  const rest = units - top * times;
  if (times === 100) return `${sign}${top}.${TWO[rest]!}`;
  return `${sign}${top}.${String(rest).padStart(String(times).length - 1, '0')}`;
}

export const statusText = (code: number): Status => STATUSES[Math.max(0, code)]!;

/** The text of a known number of a type: "34 years", "2019-03", "0.5". */
export function numberText(value: Num, type: ValueType, unit: string | null): string {
  if (type === 'age' || type === 'date' || type === 'month') return nearestText(doubleOf(value), type, unit);
  return unit === null ? textOf(value) : `${textOf(value)} ${unit}`;
}

/** "0 years" … of those who live. */
const YEARS = Array.from({ length: 130 }, (_, years) => `${years} years`);

/** The same of a decimal that is shown as the double nearest to it is. */
function nearestText(value: number, type: ValueType, unit: string | null): string {
  if (type === 'age') {
    const years = Math.floor(value / 12);
    return YEARS[years] ?? `${years} years`;
  }
  if (type === 'date' || type === 'month') return monthText(value);
  return unit === null ? String(value) : `${value} ${unit}`;
}

/** The text of a value in one row; null = unknown or none. */
export function valueText(
  c: Compiler,
  batch: Batch,
  slot: NumberSlot | WordSlot,
  type: ValueType,
  unit: string | null,
  row: number,
): string | null {
  if (slot.kind === 'word') {
    const code = readWord(batch, slot, row);
    return code <= WORD_NONE ? null : c.wordTexts[code]!;
  }
  const state = readState(batch, slot, row);
  if (state === NONE || state === UNKNOWN) return null;
  const nearest = state === KNOWN ? decimalAt(batch, slot, row) : NaN;
  return nearest === nearest ? nearestText(nearest, type, unit) : numberText(readExact(batch, slot, row), type, unit);
}
