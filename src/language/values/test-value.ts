import type { Band, Compare, OneOf } from '../../model/condition.js';
import { bandMeant } from './band-meant.js';
import { bandOfOne, isProblem, looksLikeBand, type Bounds } from './band.js';
import type { Reader } from '../context.js';
import { linkFormula } from './formula.js';
import { readBand, readListed } from './listed.js';
import { joinTerms, termIn, type Typed } from './typed.js';
import { parseLiteral } from './literal.js';
import { taking } from './money.js';
import { didYouMean } from '../../model/near.js';
import type { Resolved } from './resolved.js';
import { isList, isScalar, placeOf, type Raw, type RawMap, type Scalar } from '../reading/tree.js';
import { FACTOR, sameUnit, unitText } from './unit.js';

export type Checked = OneOf | Band | Compare;

/**
 * Links what a name is tested against: a value, a band or a list. Several checks mean: one of them holds (a list of ages
 * becomes bands). Null after a finding.
 */
export function linkCheck(found: Resolved, name: string, raw: Raw, reader: Reader): readonly Checked[] | null {
  const { report } = reader.context;
  if (!isScalar(raw) && !isList(raw)) return null;
  const entries = isScalar(raw) ? [raw] : raw.filter(isScalar);
  if (isList(raw) && (entries.length < raw.length || raw.length === 0)) {
    report.error('wrong-value', placeOf(raw), 'a list in a test has values only', 'Write [a, b].');
    return null;
  }
  if (isScalar(raw) && looksLikeBand(raw.text)) {
    if (found.pending === true) return null;
    const band = readBand(raw, found.type, 'Write a word, or a list of words.', reader);
    return band === null ? null : [{ op: 'band', ...band }];
  }
  const listed = readListed(entries, (entry) => oneValue(found, name, entry, reader));
  if (listed === null) return null;
  const { values, bands, unknown } = listed;
  const checks: Checked[] = bands.map((band) => ({ op: 'band', ...band }));
  if (values.length > 0 || unknown !== null) checks.push({ op: 'one-of', values, unknown: unknown !== null });
  return checks;
}

/** A word or number as text; an age or a month as the band it stands for. */
export function oneValue(
  found: {
    readonly type: Resolved['type'];
    readonly values: readonly string[];
    readonly unit: Resolved['unit'];
    readonly pending?: true;
  },
  name: string,
  scalar: Scalar,
  reader: Reader,
): string | Bounds | null {
  const { report } = reader.context;
  const { text, place } = scalar;
  if (found.pending === true) return null;
  if (text === 'none' || text === 'any') {
    report.error(
      'wrong-value',
      place,
      `${text} is no value to test for`,
      text === 'none' ? 'Where a fact does not apply, every test on it is no.' : 'Leave the test away.',
    );
    return null;
  }
  if (/^(true|false)$/.test(text)) {
    report.error('boolean', place, `${text} is no value`, `Write ${text === 'true' ? 'yes' : 'no'}.`);
    return null;
  }
  if (found.type === 'yes-no' || found.type === 'one-of') {
    const words = found.type === 'yes-no' ? ['yes', 'no'] : found.values;
    if (words.includes(text)) return text;
    report.error(
      'wrong-word',
      place,
      `${text} is no value of ${name}`,
      didYouMean(text, words, `Its values are ${words.join(', ')}.`),
    );
    return null;
  }
  if (looksLikeBand(text)) {
    report.error('bad-band', place, 'a band stands alone, not in a list', 'Write any: with one test for each band.');
    return null;
  }
  const band = bandOfOne(text, found.type);
  if (band !== null) {
    if (!isProblem(band)) return band;
    report.error('wrong-value', place, band.problem, band.hint);
    return null;
  }
  const literal = parseLiteral(text);
  if (literal === null || (literal.unit !== null && !sameUnit(literal.unit, found.unit))) {
    const unit = unitText(found.unit);
    report.error(
      'wrong-value',
      place,
      `${text} is no value of ${name}`,
      literal !== null
        ? `Its unit is ${unit ?? 'none'}.`
        : (bandMeant(text, found.type === 'whole' ? 'whole' : 'amounts') ??
            `Write a number${unit === null ? '' : ` (${unit})`}; names stand after from, to, above, below.`),
    );
    return null;
  }
  return literal.value;
}

/** Links `{ from, to, above, below }` with numbers, names or formulas of one unit with what is tested. */
export function linkBounds(found: Resolved, raw: RawMap, reader: Reader): Compare['bounds'] | null {
  const { report } = reader.context;
  if (!['age', 'whole', 'number', 'share', 'amount'].includes(found.type) && found.pending !== true) {
    report.error(
      'wrong-value',
      placeOf(raw),
      `a ${found.type} is not compared`,
      found.type === 'date' || found.type === 'month'
        ? 'Write a band of months: 2019-01...'
        : 'Write a word or a list of words.',
    );
    return null;
  }
  const self: Typed = {
    expression: { kind: 'name', ref: found.ref },
    type: found.type === 'age' ? 'whole' : found.type,
    unit: found.unit,
    bare: false,
    values: [],
    pending: found.pending === true,
  };
  const bounds: Compare['bounds'][number][] = [];
  for (const [is, bound] of Object.entries(raw)) {
    const linked = linkBound(bound, reader);
    if (linked === null) return null;
    const joined = joinTerms([self, linked], placeOf(bound), reader);
    if (joined === null) return null;
    bounds.push({ is: is as 'from', bound: termIn(joined, linked, reader) });
  }
  return bounds;
}

function linkBound(bound: Raw, reader: Reader): Typed | null {
  if (!isScalar(bound)) {
    reader.context.report.error(
      'wrong-value',
      placeOf(bound),
      'a bound is a number, a name or a formula',
      'Write { below: isp.month }.',
    );
    return null;
  }
  const literal = parseLiteral(bound.text);
  if (literal !== null && literal.value.startsWith('-')) {
    const unit = literal.unit;
    return {
      expression: taking(unit ?? FACTOR, { kind: 'number', value: literal.value }, reader.context.info.currency),
      type: 'number',
      unit: unit ?? FACTOR,
      bare: unit === null,
      values: [],
      pending: false,
    };
  }
  const linked = linkFormula(bound, reader);
  if (linked === null || linked.pending || ['whole', 'number', 'share', 'amount'].includes(linked.type)) return linked;
  reader.context.report.error(
    'not-a-number',
    bound.place,
    'a bound is a number',
    'Compare with a number or a name of one.',
  );
  return null;
}
