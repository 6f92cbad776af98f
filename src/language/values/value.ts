import { monthIndex } from '../../calendar/month.js';
import type { Place } from '../../model/pack.js';
import { noteDown, type Reader } from '../context.js';
import { toMonth, toMonths } from './convert.js';
import { refuseOtherCurrency } from './currency.js';
import { linkFormula, numberExpression } from './formula.js';
import { taking } from './money.js';
import type { Typed } from './typed.js';
import { parseLiteral } from './literal.js';
import { didYouMean } from '../../model/near.js';
import { originAround, originUnder } from './provenance.js';
import { hasShape } from '../shapes/shape-errors.js';
import { numberMap } from '../shapes/shape.js';
import { isList, isMap, isScalar, placeOf, type Raw, type Scalar } from '../reading/tree.js';
import { FACTOR, isFactor, sameUnit, unitText, type Unit } from './unit.js';
import { linkCases } from './cases.js';
import type { Wanted } from './wanted.js';

/** Links a value: a number or formula, `{ value: …, status: … }`, or a list of cases. Null after a finding. */
export function linkValue(raw: Raw, outer: Reader, wanted: Wanted): Typed | null {
  const around = outer.origin === null ? null : originAround(outer.origin, raw);
  const reader: Reader = around === outer.origin ? outer : { ...outer, origin: around };
  if (isScalar(raw)) return linkScalar(raw, reader, wanted);
  const { report } = reader.context;
  if (isList(raw)) return linkCases(raw, reader, wanted, linkValue);
  if (!isMap(raw)) return null;
  if (!('value' in raw)) {
    const hint =
      'when' in raw || 'otherwise' in raw
        ? 'Cases are a list: [{ when: …, is: … }, { otherwise: … }].'
        : 'Write { value: 3 years, status: assumption, note: … }.';
    report.error('wrong-value', placeOf(raw), 'expected a value, a formula or cases, found a map', hint);
    return null;
  }
  if (!hasShape(numberMap, raw, 'a number with keys of its own', report)) return null;
  noteDown(reader.context, reader.path, raw);
  return linkValue(
    raw.value,
    { ...reader, origin: outer.origin === null ? null : originUnder(outer.origin, raw) },
    wanted,
  );
}

function linkScalar(scalar: Scalar, reader: Reader, wanted: Wanted): Typed | null {
  const { report } = reader.context;
  const { text, place } = scalar;
  if (text === 'none') {
    report.error(
      'none-not-here',
      place,
      'only rows of tables and the keys that say so may be none',
      'Write 0, or leave the line out by a condition.',
    );
    return null;
  }
  const word = wordOf(text, wanted);
  if (word !== null) return word;
  if (/^(true|false)$/.test(text)) {
    report.error('boolean', place, `${text} is no value`, `Write ${text === 'true' ? 'yes' : 'no'}.`);
    return null;
  }
  if (wanted.kind === 'date') return linkDate(scalar, reader);
  if (wanted.kind === 'words' && isNoName(text, reader)) {
    report.error(
      'wrong-word',
      place,
      `${text} is none of the words that may stand here`,
      didYouMean(text, wanted.words, `Write ${wanted.words.join(' or ')}.`),
    );
    return null;
  }
  const linked = parseLiteral(text) === null ? linkFormula(scalar, reader) : linkLiteral(scalar, reader);
  return linked === null ? null : finish(linked, place, reader, wanted);
}

function isNoName(text: string, reader: Reader): boolean {
  return /^[a-z][a-z0-9-]*$/.test(text) && !reader.context.byId.has(text);
}

/** A lone number, which alone may be negative. */
function linkLiteral(scalar: Scalar, reader: Reader): Typed | null {
  const literal = parseLiteral(scalar.text);
  if (literal === null) return null;
  const { value, unit, share } = literal;
  if (unit !== null && refuseOtherCurrency(unit, scalar.place, reader.context)) return null;
  const type = share ? 'share' : unit !== null && !isFactor(unit) ? 'amount' : value.includes('.') ? 'number' : 'whole';
  const number = numberExpression(value, scalar.place, reader, true);
  return {
    expression: taking(unit ?? FACTOR, number, reader.context.info.currency),
    type,
    unit: unit ?? FACTOR,
    bare: unit === null && !share,
    values: [],
    pending: false,
  };
}

function wordOf(text: string, wanted: Wanted): Typed | null {
  const words = wanted.kind === 'words' || wanted.kind === 'any' ? wanted.words : [];
  if (!words.includes(text)) return null;
  const type = text === 'yes' || text === 'no' ? 'yes-no' : 'one-of';
  return { expression: { kind: 'word', value: text }, type, unit: FACTOR, bare: false, values: words, pending: false };
}

function linkDate(scalar: Scalar, reader: Reader): Typed | null {
  const month = monthIndex(scalar.text);
  if (month === null) {
    reader.context.report.error('wrong-value', scalar.place, `${scalar.text} is no month`, 'Write 2024-06.');
    return null;
  }
  return {
    expression: { kind: 'number', value: String(month) },
    type: 'date',
    unit: FACTOR,
    bare: false,
    values: [],
    pending: false,
  };
}

/** Brings a value to what is wanted: unit checked, period and duration converted. */
function finish(typed: Typed, place: Place, reader: Reader, wanted: Wanted): Typed | null {
  const { report, info } = reader.context;
  const { currency } = info;
  const taken = (unit: Unit): Typed => ({ ...typed, unit, expression: taking(unit, typed.expression, currency) });
  if (typed.pending) return typed;
  const isWords = typed.type === 'one-of' || typed.type === 'yes-no';
  if (wanted.kind === 'words') {
    const fits =
      isWords &&
      (typed.type === 'yes-no' ? wanted.words.includes('yes') : typed.values.every((v) => wanted.words.includes(v)));
    if (fits) return typed;
    report.error(
      'wrong-value',
      place,
      'this is none of the words that may stand here',
      `Write ${wanted.words.join(' or ')}.`,
    );
    return null;
  }
  if (wanted.kind === 'any') return typed;
  if (isWords || typed.type === 'date' || typed.type === 'month') {
    report.error('not-a-number', place, 'a number is needed here', 'Give a number for each word by cases.');
    return null;
  }
  if (wanted.kind === 'month') {
    const unit: Unit = { top: [currency], bottom: ['month'] };
    const expression = toMonth(typed.bare ? taken(unit) : typed, place, reader);
    return expression === null ? null : { ...typed, expression, type: 'amount', unit, bare: false };
  }
  if (wanted.kind === 'duration') {
    const expression = toMonths(typed, place, reader);
    return expression === null
      ? null
      : { ...typed, expression, type: 'amount', unit: { top: ['month'], bottom: [] }, bare: false };
  }
  const unit = wanted.kind === 'unit' ? wanted.unit : FACTOR;
  if (typed.bare) return { ...taken(unit), bare: false };
  if (sameUnit(typed.unit, unit)) return typed;
  report.error(
    'unit-mismatch',
    place,
    `expected ${unitText(unit) ?? 'a number without unit'}, found ${unitText(typed.unit) ?? 'a number without unit'}`,
    typed.unit.top.join() === unit.top.join() && typed.unit.bottom.length > 0
      ? 'Change the period with monthly(x) or yearly(x).'
      : 'Give the number its unit, or multiply and divide to it.',
  );
  return null;
}
