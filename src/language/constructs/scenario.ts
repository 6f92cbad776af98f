import { monthIndex } from '../../calendar/month.js';
import { noteDown, type Context } from '../context.js';
import type { Scenario } from '../linked.js';
import { parseLiteral } from '../values/literal.js';
import { didYouMean } from '../../model/near.js';
import { textOrNull } from '../values/provenance.js';
import type { Definition } from '../reading/definitions.js';
import { hasShape } from '../shapes/shape-errors.js';
import { anything, common, decimal, id as idShape, mapOf, month, rows, strict, text } from '../shapes/shape.js';
import { isScalar, keyPlace, plainData, type RawMap, type Scalar } from '../reading/tree.js';
import { expectation } from './expectation.js';
import { linkVary, linkValues } from './scenario-rows.js';

/** `scenarios: { example-family: { month, household, expect, … } }`: a test beside the rules. */
const scenarioSchema = strict({
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
  // none: what is wrong with it was told
  if (count > 1)
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
