/** A unit as words above and below the line, each sorted: `EUR/month` is EUR over month. A factor has neither. */
export interface Unit {
  readonly top: readonly string[];
  readonly bottom: readonly string[];
}

export const FACTOR: Unit = { top: [], bottom: [] };

export const PERIODS = ['day', 'week', 'month', 'year'] as const;
export type Period = (typeof PERIODS)[number];

const UNIT_TEXT = /^[A-Za-z][A-Za-z0-9-]*(\/[A-Za-z][A-Za-z0-9-]*)?$/;

/** Reads `EUR/month`, `kWh`, `years`, `factor`; null when the text is no unit. */
export function parseUnit(text: string): Unit | null {
  if (text === 'factor') return FACTOR;
  if (!UNIT_TEXT.test(text)) return null;
  const [top, bottom] = text.split('/');
  return { top: [singular(top ?? '')], bottom: bottom === undefined ? [] : [singular(bottom)] };
}

/** `years` and `year` are one unit; only words of time have two forms. */
function singular(word: string): string {
  return /^(day|week|month|year|hour)s$/.test(word) ? word.slice(0, -1) : word;
}

/** As the files write it; null for a factor. */
export function unitText(unit: Unit): string | null {
  if (isFactor(unit)) return null;
  const top = unit.top.length === 0 ? '1' : unit.top.join(' ');
  return unit.bottom.length === 0 ? top : `${top}/${unit.bottom.join(' ')}`;
}

export function isFactor(unit: Unit): boolean {
  return unit.top.length === 0 && unit.bottom.length === 0;
}

export function sameUnit(a: Unit, b: Unit): boolean {
  return a.top.join(' ') === b.top.join(' ') && a.bottom.join(' ') === b.bottom.join(' ');
}

/** What stands above and below cancels. */
export function multiplyUnits(a: Unit, b: Unit): Unit {
  return cancel([...a.top, ...b.top], [...a.bottom, ...b.bottom]);
}

export function divideUnits(a: Unit, b: Unit): Unit {
  return cancel([...a.top, ...b.bottom], [...a.bottom, ...b.top]);
}

function cancel(top: readonly string[], bottom: readonly string[]): Unit {
  const left = [...bottom];
  const kept = top.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return { top: kept.sort(), bottom: left.sort() };
}

/** The one period below the line, or null. */
export function periodOf(unit: Unit): Period | null {
  const found = PERIODS.filter((period) => unit.bottom.includes(period));
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** The same unit per another period. */
export function withPeriod(unit: Unit, from: Period, to: Period): Unit {
  return { top: unit.top, bottom: unit.bottom.map((word) => (word === from ? to : word)).sort() };
}

/** Times a period occurs in a year of the pack's calendar, as plain decimal. */
export function timesAYear(period: Period, calendar: { readonly weeks: string; readonly days: string }): string {
  return { day: calendar.days, week: calendar.weeks, month: '12', year: '1' }[period];
}
