import type { Expression } from '../../model/expression.js';
import type { Place } from '../../model/pack.js';
import type { Reader } from '../context.js';
import type { Typed } from './typed.js';
import { periodOf, timesAYear, unitText, withPeriod, type Period } from './unit.js';

/** `monthly(x)`, `yearly(x)`: the same amount for another period. */
export function convertPeriod(of: Typed, to: 'month' | 'year', place: Place, reader: Reader): Typed | null {
  if (of.pending) return of;
  const from = periodOf(of.unit);
  if (from === null) {
    reader.context.report.error(
      'no-period',
      place,
      `${unitText(of.unit) ?? 'a number without unit'} has no period to change`,
      'Give the amount a period: EUR/year.',
    );
    return null;
  }
  return { ...of, unit: withPeriod(of.unit, from, to), expression: converted(of.expression, from, to, reader) };
}

/** × times of the one period in a year ÷ times of the other. */
export function converted(of: Expression, from: Period, to: Period, reader: Reader): Expression {
  if (from === to) return of;
  const { calendar } = reader.context.info;
  return { kind: 'convert', of, times: timesAYear(from, calendar), over: timesAYear(to, calendar) };
}

/** An amount of the pack's currency as a month; a bare number is one already. Null after a finding. */
export function toMonth(of: Typed, place: Place, reader: Reader): Expression | null {
  if (of.bare || of.pending) return of.expression;
  const { currency } = reader.context.info;
  const period = periodOf(of.unit);
  const isAmount = of.unit.top.length === 1 && of.unit.top[0] === currency && of.unit.bottom.length === 1;
  if (period !== null && isAmount) return converted(of.expression, period, 'month', reader);
  reader.context.report.error(
    'not-an-amount',
    place,
    `expected an amount per period, found ${unitText(of.unit) ?? 'a number without unit'}`,
    `Write ${currency}/day, ${currency}/week, ${currency}/month or ${currency}/year.`,
  );
  return null;
}

/** A duration in months: years and months, weeks and days by the calendar. Null after a finding. */
export function toMonths(of: Typed, place: Place, reader: Reader): Expression | null {
  if (of.pending) return of.expression;
  const word = of.unit.bottom.length === 0 && of.unit.top.length === 1 ? of.unit.top[0] : undefined;
  if (word === 'month') return of.expression;
  if (word === 'day' || word === 'week' || word === 'year') {
    const { calendar } = reader.context.info;
    // a year has 12 months; a week is 12 / weeks of a month
    return { kind: 'convert', of: of.expression, times: '12', over: timesAYear(word, calendar) };
  }
  reader.context.report.error(
    'not-a-duration',
    place,
    `expected a duration, found ${unitText(of.unit) ?? 'a number without unit'}`,
    'Write 3 years or 7 months.',
  );
  return null;
}
