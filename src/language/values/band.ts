import { monthIndex } from '../../calendar/month.js';
import { Exact, plain } from '../../decimal/exact.js';
import type { ValueType } from '../../model/value.js';
import { bandMeant } from './band-meant.js';
import { numberText } from './literal.js';

/** from ≤ value < below in the unit in which the value is kept: ages in months, months as month index. */
export interface Bounds {
  readonly from: string | null;
  readonly below: string | null;
}

export interface BandProblem {
  readonly problem: string;
  readonly hint: string;
}
export type BandResult = Bounds | BandProblem;

export function isProblem(result: BandResult): result is BandProblem {
  return 'problem' in result;
}

/** True when a text is written as a band. */
export function looksLikeBand(text: string): boolean {
  return text.includes('..');
}

/** Reads a band for a type of value: `6..9`, `..5 months`, `0..<1000`, `2019-01..`. */
export function parseBand(text: string, type: ValueType): BandResult {
  const parts = /^(.*?)\.\.(<?)([^ ]*)( months?)?$/.exec(text);
  if (parts === null) return wrong(text);
  const [, low = '', half = '', high = '', inMonths] = parts;
  if (low === '' && high === '') return wrong(text);
  if (type === 'age') return ageBand(text, low, half, high, inMonths !== undefined);
  if (inMonths !== undefined) return { problem: `${text}: months are for ages`, hint: 'Take the word away.' };
  if (type === 'date' || type === 'month') return monthBand(text, low, half, high);
  const ends = [low, high].map((end) => (end === '' ? null : numberText(end)));
  if ((low !== '' && ends[0] === null) || (high !== '' && ends[1] === null)) return wrong(text);
  const [from = null, to = null] = ends;
  if (to === null) return { from, below: null };
  if (half === '<') return ordered(text, from, to);
  if (type !== 'whole') {
    return {
      problem: `${text}: a band of amounts leaves its upper end out`,
      hint: `Write ${low}..<${high}, so that bands meet without a gap.`,
    };
  }
  if (!new Exact(to).isInteger()) return wrong(text);
  return ordered(text, from, plain(new Exact(to).plus(1)));
}

function ageBand(text: string, low: string, half: string, high: string, inMonths: boolean): BandResult {
  if (half !== '') return { problem: `${text}: a band of ages has both ends in`, hint: `Write ${low}..${high}.` };
  if (![low, high].every((end) => /^\d{0,4}$/.test(end))) return wrong(text);
  const size = inMonths ? 1 : 12;
  const from = low === '' ? null : String(Number(low) * size);
  const below = high === '' ? null : String((Number(high) + 1) * size);
  return ordered(text, from, below);
}

function monthBand(text: string, low: string, half: string, high: string): BandResult {
  const [from, to] = [low, high].map((end) => (end === '' ? null : monthIndex(end)));
  const bad = (low !== '' && from === null) || (high !== '' && to === null) || half !== '';
  if (bad)
    return {
      problem: `${text} is no band of months`,
      hint: 'Write months, both ends in: 2019-01.., 2019-01..2020-12.',
    };
  return ordered(text, from == null ? null : String(from), to == null ? null : String(to + 1));
}

function ordered(text: string, from: string | null, below: string | null): BandResult {
  if (from !== null && below !== null && new Exact(from).gte(below)) {
    return { problem: `the band ${text} is empty`, hint: 'The lower end comes first.' };
  }
  return { from, below };
}

function wrong(text: string): BandResult {
  return { problem: `${text} is no band`, hint: 'Write 6..9, 18.., ..17, or for amounts 0..<1000, 1000.., ..<0.' };
}

/** One value as the band it stands for: an age is the year from that birthday, a month itself. Null for other types. */
export function bandOfOne(text: string, type: ValueType): BandResult | null {
  if (type === 'age') {
    const parts = /^(\d{1,4})( months?)?$/.exec(text);
    if (parts === null)
      return { problem: `${text} is no age`, hint: bandMeant(text, 'whole') ?? 'Write whole years, or 7 months.' };
    const years = Number(parts[1]);
    return parts[2] === undefined
      ? { from: String(years * 12), below: String(years * 12 + 12) }
      : { from: String(years), below: String(years + 1) };
  }
  if (type === 'date' || type === 'month') {
    const month = monthIndex(text);
    if (month === null) return { problem: `${text} is no month`, hint: 'Write 2024-06, or a band of months.' };
    return { from: String(month), below: String(month + 1) };
  }
  return null;
}
