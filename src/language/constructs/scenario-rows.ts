import { monthIndex } from '../../calendar/month.js';
import { BUILT_IN } from './built-in.js';
import { readerOf, type Context } from '../context.js';
import type { Expectation, ValueRow, VaryRow } from '../linked.js';
import type { Definition } from '../reading/definitions.js';
import { isList, isScalar, placeOf, plainData, type Raw, type RawList } from '../reading/tree.js';
import { unitText } from '../values/unit.js';
import { linkValue } from '../values/value.js';
import { expectation } from './expectation.js';

const SET = /^(month|policy|(persons|others|incomes|bills|overrides)(\..+)?|dwelling|household|incomes-complete)$/;

/** What is asked is set; what follows from it can only be expected. */
function isSet(name: string, context: Context): boolean {
  if (SET.test(name)) return true;
  const asked = name in BUILT_IN || context.byId.get(name)?.[0]?.section === 'facts';
  return asked && /^(dwelling|household)\./.test(name);
}

/** `vary`: one test a row: what is set, then what is expected. */
export function linkVary(by: RawList, list: RawList, context: Context): VaryRow[] {
  const names = by.filter(isScalar);
  if (names.every((name) => isSet(name.text, context))) {
    context.report.error(
      'missing-key',
      placeOf(by),
      'vary expects nothing',
      'Name in by what is expected too: need.month, line.ID@person, household.NAME.',
    );
    return [];
  }
  return list.flatMap((row): VaryRow[] => {
    if (!isList(row) || row.length !== names.length) {
      context.report.error(
        'row-length',
        placeOf(row),
        `a row has ${names.length} entries, one for each of by`,
        'Write one for each.',
      );
      return [];
    }
    const set: VaryRow['set'][number][] = [];
    const expect: Expectation[] = [];
    names.forEach((name, at) => {
      const raw = row[at] as Raw;
      if (isSet(name.text, context)) set.push({ path: name.text, value: plainData(raw) });
      else expect.push(...expectation(name.text, raw, placeOf(raw), context));
    });
    return [{ place: placeOf(row), set, expect }];
  });
}

/** `values`: figures of any month, without a household. */
export function linkValues(definition: Definition, list: RawList, context: Context): ValueRow[] {
  return list.flatMap((row): ValueRow[] => {
    const [first, formula, expected] = isList(row) ? row : [];
    const at = first !== undefined && isScalar(first) ? monthIndex(first.text) : null;
    if (
      !isList(row) ||
      row.length !== 3 ||
      at === null ||
      formula === undefined ||
      !isScalar(formula) ||
      expected === undefined
    ) {
      context.report.error(
        'wrong-value',
        placeOf(row),
        'a row of values is a month, a formula and a number',
        'Write [2013-09, round(monthly(x); 0.01), 817.36].',
      );
      return [];
    }
    const reader = { ...readerOf(context, { ...definition, valid: { from: at, to: at } }, 'infer', null) };
    const typed = linkValue(formula, reader, { kind: 'any', words: [] });
    const [what] = expectation('value.expected', expected, placeOf(expected), context);
    if (typed === null || what === undefined) return [];
    return [
      {
        place: placeOf(row),
        month: at,
        formula: formula.text,
        value: typed.expression,
        written: placeOf(formula),
        unit: unitText(typed.unit),
        expected: what,
      },
    ];
  });
}
