import type { Assessment } from '../assessment/document.js';
import { safeAssess } from '../assessment/assess.js';
import { notAsked } from '../assessment/not-asked.js';
import type { Options } from '../assessment/options.js';
import type { Expectation, Scenario } from '../language/linked.js';
import { RefbudgetError, type Diagnostic, type Result } from '../model/diagnostic.js';
import type { Pack } from '../model/pack.js';
import { casesOf, type ScenarioCase } from './cases.js';
import { changedPack } from './changed-pack.js';
import { expectedText, matches } from './compare.js';
import { firedIds, openIds } from './fired.js';
import { found, isTraced } from './found.js';
import type { ScenarioResult } from './result.js';
import { formulaResults } from './values.js';

/** Runs scenarios of a pack: each expectation, each row of `vary` and of `values`, one result. Nothing is thrown. */
export async function runScenarios(pack: Pack, scenarios: readonly Scenario[]): Promise<readonly ScenarioResult[]> {
  const results: ScenarioResult[] = [];
  for (const scenario of scenarios) results.push(...(await runScenario(pack, scenario)));
  return results;
}

async function runScenario(pack: Pack, scenario: Scenario): Promise<readonly ScenarioResult[]> {
  const changed = changedPack(pack, scenario.parameters);
  const results = casesOf(scenario).flatMap((one): readonly ScenarioResult[] => {
    if (one.household === null) return [lost(scenario, one)];
    return one.expect.length === 0 ? [] : expectationResults(changed, scenario, one);
  });
  return [...results, ...(await formulaResults(changed, scenario))];
}

function lost(scenario: Scenario, { row, place }: ScenarioCase): ScenarioResult {
  const [expected, found] = ['paths in the household', 'one that leads nowhere in it'];
  return { id: scenario.id, row, key: 'by', passed: false, expected, found, place };
}

function expectationResults(pack: Pack, scenario: Scenario, one: ScenarioCase): readonly ScenarioResult[] {
  const { row, expect } = one;
  const assessed = assessSafely(pack, one.household, optionsOf(one));
  if (assessed.ok) {
    // rows of `vary` change what applies: there a fact may well be said for some rows only
    const unasked = row === null ? notAsked(assessed.value) : [];
    return expect.map((key, at) => ({
      id: scenario.id,
      row,
      ...judged(pack, assessed.value, key, scenario.knownDifference),
      ...(at === 0 && unasked.length > 0 ? { notAsked: unasked } : {}),
    }));
  }
  return refusedResults(scenario, one, assessed.errors);
}

/** A household that is refused: its error was expected or not, and nothing else that was expected is there. */
function refusedResults(
  { id }: Scenario,
  { row, expect, place: whole }: ScenarioCase,
  errors: readonly Diagnostic[],
): readonly ScenarioResult[] {
  const told = errors.map(({ code, message }) => `${code} (${message})`).join('; ');
  const error = expect.find(({ key }) => key === 'error');
  if (error === undefined)
    return [{ id, row, key: 'error', passed: false, expected: 'no error', found: told, place: whole, refused: true }];
  const codes = [...new Set(errors.map(({ code }) => code))];
  const expected = String(error.value);
  const passed = codes.includes(expected);
  return expect.map((one) =>
    one === error
      ? { id, row, key: 'error', passed, expected, found: passed ? codes.join(', ') : told, place: one.place }
      : { id, row, key: one.key, passed: false, expected: expectedText(one, null), found: told, place: one.place },
  );
}

function assessSafely(pack: Pack, household: unknown, options: Options): Result<Assessment> {
  try {
    return safeAssess(pack, household, options);
  } catch (error) {
    if (error instanceof RefbudgetError) return { ok: false, errors: error.diagnostics };
    const message = error instanceof Error ? error.message : String(error);
    const fault: Diagnostic = { code: 'internal', severity: 'error', message, places: [] };
    return { ok: false, errors: [fault] };
  }
}

/** The trace says what fires and what names are worth. */
function optionsOf({ month, policy, expect }: ScenarioCase): Options {
  const levers = expect.some(({ key }) => /^(?:lever|gain)\./.test(key));
  const trace = expect.some(({ key }) => isTraced(key));
  return { ...month, policy, levers: levers ? 'chain' : 'none', trace: trace ? 'full' : 'none' };
}

type Judged = Omit<ScenarioResult, 'id' | 'row'>;

function judged(pack: Pack, assessment: Assessment, one: Expectation, knownDifference: string | null): Judged {
  const { key, place } = one;
  const expected = expectedText(one, knownDifference);
  if (key === 'error') return { key, passed: false, expected, found: 'no error', place };
  if (typeof one.value !== 'string') return { ...listJudged(pack, assessment, key, one.value), key, expected, place };
  const got = found(assessment, key);
  const passed = matches(one.value, got, one.tolerance, knownDifference);
  return { key, passed, expected, found: got.text ?? 'unknown', place };
}

/** `fired` and `open`: each of the list is; `not-fired`: none of it is; an empty `open`: nothing is. */
function listJudged(
  pack: Pack,
  assessment: Assessment,
  key: string,
  ids: readonly string[],
): Pick<Judged, 'passed' | 'found'> {
  if (key === 'open') {
    const open = openIds(assessment);
    const all = assessment.open.map(({ id }) => id);
    return {
      passed: ids.length === 0 ? all.length === 0 : ids.every((id) => open.has(id)),
      found: `[${all.join(', ')}]`,
    };
  }
  const fired = firedIds(pack.model, assessment);
  const wrong = ids.filter((id) => fired.has(id) === (key === 'not-fired'));
  if (wrong.length === 0) return { passed: true, found: `[${ids.join(', ')}]` };
  return { passed: false, found: `${key === 'fired' ? 'not fired' : 'fired'}: ${wrong.join(', ')}` };
}
