import { monthIndex } from '../calendar/month.js';
import { BUILT_IN } from './built-in.js';
import { noteDown, readerOf, type Context } from './context.js';
import type { Expectation, Scenario, ValueRow, VaryRow } from './linked.js';
import { decimalText, parseLiteral } from './literal.js';
import { didYouMean } from './nearest.js';
import { textOrNull } from './provenance.js';
import type { Definition } from './sections.js';
import { hasShape } from './shape-errors.js';
import { anything, common, decimal, id as idShape, mapOf, month, rows, strict, text } from './shape.js';
import {
  isList,
  isScalar,
  keyPlace,
  placeOf,
  plainData,
  type Raw,
  type RawList,
  type RawMap,
  type Scalar,
} from './tree.js';
import { unitText } from './unit.js';
import { linkValue } from './value.js';

/** `scenarios: { example-family: { month, household, expect, … } }`: a test beside the rules. */
export const scenarioSchema = strict({
  ...common,
  month: month.optional(),
  policy: idShape.optional(),
  parameters: mapOf(anything).optional(),
  household: anything.optional(),
  expect: mapOf(anything).optional(),
  vary: strict({ by: rows, rows }).optional(),
  values: rows.optional(),
  'known-difference': decimal.optional(),
  text: text.optional(),
});

const EXPECTED =
  /^((need|income|balance|aid)\.(month|year)|(line|basket|total|figure|lever|gain)\..+|fired|not-fired|open|error|[a-z].*\..+|month)$/;

/** Links a scenario. Null after a finding. */
export function linkScenario(definition: Definition, context: Context): Scenario | null {
  const { id, body, path, place } = definition;
  const { report } = context;
  if (!hasShape(scenarioSchema, body, id, report, definition.place)) return null;
  noteDown(context, path, body);
  const household = body.household === undefined ? null : plainData(body.household);
  if (household === null && (body.expect !== undefined || body.vary !== undefined)) {
    report.error(
      'missing-key',
      place,
      `${id}: household is missing`,
      'Expectations are of a household; figures alone stand in values.',
    );
    return null;
  }
  if (body.expect === undefined && body.vary === undefined && body.values === undefined) {
    report.error('missing-key', place, `${id} expects nothing`, 'Write expect, vary or values.');
    return null;
  }
  const policy = textOrNull(body.policy);
  if (policy !== null && context.byId.get(policy)?.[0]?.section !== 'policies') {
    const known = context.definitions.filter((d) => d.section === 'policies').map((d) => d.id);
    report.error(
      'unknown-name',
      (body.policy as Scalar).place,
      `${policy} is no policy`,
      didYouMean(policy, known, 'Define it under policies.'),
    );
  }
  const expect = Object.entries((body.expect as RawMap | undefined) ?? {}).flatMap(([key, raw]) =>
    expectation(key, raw, keyPlace(body.expect as RawMap, key), context),
  );
  const scenario: Scenario = {
    id,
    place,
    note: textOrNull(body.note),
    month: body.month === undefined ? null : monthIndex(body.month.text),
    policy,
    parameters: linkParameters(body.parameters, context),
    household,
    expect,
    vary: body.vary === undefined ? [] : linkVary(body.vary.by, body.vary.rows, context),
    values: body.values === undefined ? [] : linkValues(definition, body.values, context),
    knownDifference: textOrNull(body['known-difference']),
  };
  checkKnownDifference(scenario, body, context);
  return scenario;
}

function checkKnownDifference(scenario: Scenario, body: RawMap, context: Context): void {
  if (scenario.knownDifference === null) return;
  const place = keyPlace(body, 'known-difference');
  const count =
    scenario.expect.length + scenario.values.length + scenario.vary.reduce((sum, row) => sum + row.expect.length, 0);
  if (count !== 1)
    context.report.error(
      'known-difference',
      place,
      `${scenario.id}: a known difference stands with exactly one expected value, here are ${count}`,
      'Write a scenario of its own for it.',
    );
  if (scenario.note === null)
    context.report.error(
      'known-difference',
      place,
      `${scenario.id}: a known difference needs a note`,
      'Say in a note where it comes from.',
    );
}

function linkParameters(raw: RawMap | undefined, context: Context): Scenario['parameters'] {
  return Object.entries(raw ?? {}).flatMap(([id, value]) => {
    const place = keyPlace(raw as RawMap, id);
    const literal = isScalar(value) ? parseLiteral(value.text) : null;
    if (context.byId.get(id)?.[0]?.section !== 'parameters') {
      const known = context.definitions.filter((d) => d.section === 'parameters').map((d) => d.id);
      context.report.error(
        'unknown-name',
        place,
        `${id} is no parameter`,
        didYouMean(id, known, 'Only parameters are changed in a scenario.'),
      );
      return [];
    }
    if (literal === null) {
      context.report.error('wrong-value', place, `${id}: expected a number`, 'Write 1.80.');
      return [];
    }
    return [{ id, value: literal.value }];
  });
}

/** One expectation: `1374.38`, `69 ± 0.5`, a word, or a list of ids. */
function expectation(key: string, raw: Raw, place: Expectation['place'], context: Context): Expectation[] {
  if (!EXPECTED.test(key)) {
    context.report.error(
      'unknown-expectation',
      place,
      `${key} cannot be expected`,
      'Write need.month, line.ID@person, basket.ID, fired, or a name.',
    );
    return [];
  }
  const list = ['fired', 'not-fired', 'open'].includes(key);
  if (isList(raw)) {
    if (list && raw.every(isScalar)) return [{ key, place, value: raw.map((entry) => entry.text), tolerance: null }];
    context.report.error(
      'wrong-value',
      placeOf(raw),
      `${key}: expected one value`,
      'Lists go with fired, not-fired, open.',
    );
    return [];
  }
  if (!isScalar(raw) || list) {
    context.report.error(
      'wrong-value',
      placeOf(raw),
      `${key}: expected ${list ? 'a list of ids' : 'one value'}`,
      list ? 'Write [clothing.coat].' : 'Write 1374.38.',
    );
    return [];
  }
  const [value, tolerance] = raw.text.split(/\s*±\s*/);
  if (tolerance !== undefined && (decimalText(tolerance) === null || decimalText(value ?? '') === null)) {
    context.report.error(
      'wrong-value',
      raw.place,
      `${key}: ${raw.text} is no number with a tolerance`,
      'Write 817 ± 5.',
    );
    return [];
  }
  return [{ key, place, value: value ?? '', tolerance: tolerance ?? null }];
}

const SET = /^(month|policy|(persons|others|incomes|bills|overrides)(\..+)?|dwelling|household|incomes-complete)$/;

/** What is asked is set; what follows from it can only be expected. */
function isSet(name: string, context: Context): boolean {
  if (SET.test(name)) return true;
  const asked = name in BUILT_IN || context.byId.get(name)?.[0]?.section === 'facts';
  return asked && /^(dwelling|household)\./.test(name);
}

/** `vary`: one test a row: what is set, then what is expected. */
function linkVary(by: RawList, list: RawList, context: Context): VaryRow[] {
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
function linkValues(definition: Definition, list: RawList, context: Context): ValueRow[] {
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
        unit: unitText(typed.unit),
        expected: what,
      },
    ];
  });
}
